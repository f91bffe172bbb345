import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPage } from "../../read-page.ts";
import { looksLikeHtml } from "./looks-like-html.ts";

describe("a text of unknown kind", () => {
  it.each([
    ["paragraphs", "<p>Stem cells cure hip arthritis.</p><p>Call us.</p>"],
    ["paragraphs without ends", "<p>Stem cells cure hip arthritis.\n<p>Call us."],
    ["a list", '<ul class="a">\n<li>No risk<li>No pain\n</ul>'],
    ["a heading and words beside it", "Our clinic\n<h2>Stem cells cure</h2>\n<div>They regrow the cartilage of the hip.</div>"],
    ["hidden words", '<span style="display:none">Stem cells cure.</span>'],
    ["lines with breaks", "Stem cells cure.<br>No risk.<br/>Call us."],
    ["structured data", '<script type="application/ld+json">{"description": "Stem cells cure."}</script>'],
    ["a comment and a section", "<!-- copied -->\n<section><p>Stem cells cure.</p></section>"],
    ["a table", "<table><tr><td>Surgery<td>50%<tr><td>Cells<td>90%</table>"],
    ["a whole page", "\n<html><p>It hurts."],
  ])("is HTML: %s", (_, text) => expect(looksLikeHtml(text)).toBe(true));

  it.each([
    ["a smaller sign", "In a series (n < 30) the pain fell; 5 <b and c> 4."],
    ["a letter behind the sign", "Cells were given if age<b and weight>c in all of them."],
    ["an address of mail", "Write to <ana@example.org> or <https://example.org/a>."],
    ["tags that are named", "Put it between <p> and <div> tags, and never use <table> for looks."],
    ["a figure in angles", "<Figure 1> shows the hip. <Table 2> shows the rest."],
    ["one bold word", "Stem cells do <b>not</b> cure arthritis of the hip."],
    ["a tag that is quoted", "The site said <p>we cure</p> in its code, and nothing about the risks that patients ran there for years."],
    [
      "Markdown with a picture in a paragraph",
      '<p align="center"><img src="a.png"></p>\n\n# Hips\n\nCells do not cure arthritis of the hip.',
    ],
    [
      "Markdown with a part that unfolds",
      "# Hips\n\nNobody has shown that cells regrow the cartilage of a hip.\n\n<details><summary>More</summary>Ask us.</details>\n",
    ],
    ["bold passages apart", "<b>Stem cells do not cure.</b>\n\n<b>Ask your surgeon.</b>"],
    ["unknown tags", "<claim>Stem cells cure.</claim>"],
    ["an open tag", "<p Stem cells cure hip arthritis"],
    ["nothing", ""],
  ])("is no HTML: %s", (_, text) => expect(looksLikeHtml(text)).toBe(false));

  it("keeps its offsets, whichever it is taken for", async () => {
    const part = fc.constantFrom(
      "<p>",
      "</p>",
      "<b>",
      "</b>",
      "<br>",
      "<li>",
      " < 3 ",
      "Cells cure hips. ",
      "\n\n",
      "&amp;",
      "<x@y.org>",
      "<div>",
      "</div>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const source = parts.join("");
        const read = await readPage(new TextEncoder().encode(source), { name: "" });
        if (!read.ok) return;
        const { text, offsets, format } = read.value;
        expect(format).toBe(looksLikeHtml(source) ? "html" : "text");
        expect(offsets.source).toBe(source);
        for (const run of offsets.runs.filter(({ textLength, sourceLength }) => textLength === sourceLength))
          expect(source.slice(run.source, run.source + run.sourceLength).replace(/\s/g, " ")).toBe(
            text.slice(run.text, run.text + run.textLength).replace(/\s/g, " "),
          );
      }),
      { numRuns: 300 },
    );
  });

  it.each(["<", "<p>", "<p ", "<a b='", "</p>", "<b><i>", "<p></b>", "<li>\n", "<td>x</tr>", " \n<p>"])(
    "is judged in time in step with its length: %j",
    (unit) => {
      const started = performance.now();
      looksLikeHtml(unit.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(1_500);
    },
  );
});
