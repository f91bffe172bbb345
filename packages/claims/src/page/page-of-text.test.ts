import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageOfText } from "./page-of-text.ts";

const kinds = (text: string): string[] => pageOfText(text).blocks.map(({ kind }) => kind);
const LONG = "We draw marrow from the pelvis, spin it and inject the concentrate into the hip under a camera.";

describe("what the blocks of a page are for", () => {
  it.each([
    ["a question and its answer", `Is it safe?\n${LONG}`, ["question", "paragraph"]],
    ["Spanish questions", "¿Es seguro?\nNo se sabe si las células son seguras para la cadera de un adulto.", ["question", "paragraph"]],
    ["references", "References\n1. Haro M, Lund P. Cells. Bone. 2014;38:12-19.\n2. www.example.org", ["heading", "reference", "reference"]],
    [
      "an entry without its heading",
      `${LONG}\n1. Haro M, Lund P. Cells. Bone. 2014;38(2):12-19. doi:10.1000/x`,
      ["paragraph", "reference"],
    ],
    ["a list in one line", `${LONG}\nReferences: 1. Haro M. Bone 2011.`, ["paragraph", "reference"]],
    ["an author and a finding", `${LONG}\nHaro M, et al. found in 2014 that pain fell.`, ["paragraph", "paragraph"]],
    ["a disclaimer", `${LONG}\nIndividual results may vary.`, ["paragraph", "disclaimer"]],
    ["praise with a disclaimer in it", `${LONG} It is the best there is. Call us today. Individual results may vary.`, ["paragraph"]],
    [
      "a section of disclaimers",
      `${LONG}\n\nDisclaimer\n\nAsk your own surgeon before you decide about any treatment.\nCall us today.`,
      ["paragraph", "heading", "disclaimer", "paragraph"],
    ],
    ["a signed report", `${LONG}\n"I can walk again without my stick."\n– Mary, 62`, ["paragraph", "testimonial", "testimonial"]],
    [
      "a report signed with an age",
      `Patient Stories\nI had pain for years. Then I came here.\nSusan, 71\n${LONG}`,
      ["heading", "testimonial", "testimonial", "paragraph"],
    ],
    [
      "a starred report",
      `${LONG}\n★★★★★ "Best decision I ever made. My hip is fine." - Linda R., Tucson\n${LONG}`,
      ["paragraph", "testimonial", "paragraph"],
    ],
    ["a quoted report", `${LONG}\n"My hip feels new after the treatment," says Ana, 71.`, ["paragraph", "testimonial"]],
    ["a report under its heading", `Patient Stories\nI had pain for years. Then I came here.`, ["heading", "testimonial"]],
    ["a quoted question", `${LONG}\nThey ask us, "Do I need surgery on my hip?"`, ["paragraph", "paragraph"]],
    ["a quoted slogan", `${LONG}\nHe calls it "a cure for my hip".`, ["paragraph", "paragraph"]],
    ["an address", `${LONG}\nLink: <https://example.org/a>`, ["paragraph", "reference"]],
  ])("tells %s", (_, text, wanted) => expect(kinds(text)).toEqual(wanted));
});

describe("how the blocks of a page hang together", () => {
  it("links answers to their question until the next heading", () => {
    const { blocks } = pageOfText(`Is it safe?\n${LONG}\n${LONG}\nOur Prices\n${LONG}`);
    expect(blocks.map(({ question }) => question)).toEqual([undefined, 0, 0, undefined, undefined]);
    expect(blocks.map(({ section }) => section)).toEqual([undefined, 0, 0, 0, 3]);
  });

  it("links items to the line that introduces them", () => {
    const { blocks } = pageOfText(`${LONG}\nClinics promise:\n- a cure\n- no risk\n${LONG}`);
    expect(blocks.map(({ leadIn }) => leadIn)).toEqual([undefined, undefined, 1, 1, undefined]);
  });

  it("takes no listed question for one that is answered below", () => {
    const { blocks } = pageOfText(`Ask your doctor:\n- Is it safe?\n- Is it approved?\n${LONG}`);
    expect(blocks.map(({ question }) => question)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("links cells to the head of their column", () => {
    const { blocks } = pageOfText("| Treatment | Risk |\n|---|---|\n| Cells | none |\n");
    expect(blocks.map(({ cell }) => cell?.header)).toEqual([undefined, undefined, 0, 1]);
  });
});

describe("the rows of a table", () => {
  it("are told by their first cell", () => {
    const { blocks } = pageOfText(
      "<table><tr><th>Care<th>Result<tr><td>Surgery<td>50% success<td>long<tr><td>Cells<td>90%</table>",
      "html",
    );
    expect(blocks.map(({ cell }) => cell?.rowHead)).toEqual([undefined, undefined, undefined, 2, 2, undefined, 5]);
    expect(pageOfText("Surgery\t50%\nCells\t90%").blocks.map(({ cell }) => cell?.rowHead)).toEqual([undefined, 0, undefined, 2]);
  });
});

describe("the sentences of a page", () => {
  it("carry what is quoted in them, and whether they ask or head", () => {
    const text = `Is it safe?\nSome say it is "safe". Others do not.`;
    const { sentences } = pageOfText(text);
    expect(sentences.map(({ isQuestion, isHeading }) => [isQuestion, isHeading])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    expect(sentences[1]?.quotations.map(({ start, end }) => text.slice(start, end))).toEqual(['"safe"']);
  });

  it.each([
    ["markdown", "Set `cure: true`.\n\n```js\n// Stem cells cure.\n```\n\n    It cures.\n", ["Set cure: true."]],
    ["html", "<pre><code>// Stem cells cure.</code></pre><p>Set <code>cure</code>.</p><pre>It cures.</pre>", ["Set cure.", "It cures."]],
    ["markdown", "---\ntitle: Hips\n---\nIt hurts.", ["Hips", "It hurts."]],
  ] as const)("leave code out: %s %j", (format, source, wanted) => {
    const { sentences, text } = pageOfText(source, format);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(wanted);
  });

  it("leave list marks and drawn lines out", () => {
    const text = "- It helps.\n\n-----\n\n> It may.";
    expect(pageOfText(text).sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["It helps.", "It may."]);
  });

  it.each([
    ["The cells and the hip of this patient are not the same.", "en"],
    ["Las células del paciente no son las mismas que para la cadera.", "es"],
    ["O tratamento com células para o quadril não é seguro, e os médicos que o fazem sabem disso.", "unknown"],
    ["Les cellules pour la hanche ne sont pas sûres, et les médecins qui les donnent le savent.", "unknown"],
    ["Xyzzy.", "unknown"],
    ["", "unknown"],
  ])("are in a language: %s", (text, language) => expect(pageOfText(text).language).toBe(language));

  it("lie in order within their blocks, whatever the text", () => {
    const part = fc.constantFrom(
      "# ",
      "- ",
      "> ",
      "|",
      "\n",
      "\n\n",
      "Dr. Haro",
      "It works.",
      "Is it?",
      '"',
      "’",
      "(",
      "**",
      " ",
      "\r\n",
      "– Tom",
      "[1]",
      "\t",
      "1. ",
      ".",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 50 }), (parts) => {
        const text = parts.join("");
        const page = pageOfText(text);
        expect(page.text).toBe(text);
        let from = 0;
        for (const { start, end, block } of page.sentences) {
          expect(start).toBeGreaterThanOrEqual(Math.max(from, page.blocks[block]!.start));
          expect(end).toBeLessThanOrEqual(page.blocks[block]!.end);
          from = end;
        }
        for (const [index, { section, question, leadIn }] of page.blocks.entries())
          for (const link of [section, question, leadIn]) expect(link === undefined || link < index).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
