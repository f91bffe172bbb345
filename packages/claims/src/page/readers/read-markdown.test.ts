import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page-of-text.ts";
import { sourceSpan } from "../source-map.ts";
import { readMarkdown } from "./read-markdown.ts";

const read = (markdown: string): string[] => {
  const { blocks, text } = readMarkdown(markdown);
  return blocks.map(({ layout, start, end }) => `${layout}: ${text.slice(start, end)}`);
};

describe("the words of Markdown", () => {
  it.each([
    ["emphasis", "The **cells** _regrow_ ~~no~~ *bone*.", ["paragraph: The cells regrow no bone."]],
    ["stars and strokes that are none", "5 * 3 is snake_case and a ~ b", ["paragraph: 5 * 3 is snake_case and a ~ b"]],
    [
      "links",
      "See [our *trial*](https://example.org/a) and [notes][1] or <https://example.org>.",
      ["paragraph: See our trial and notes or https://example.org."],
    ],
    ["brackets that are no links", "It works [3] and [^2] so.", ["paragraph: It works [3] and [^2] so."]],
    ["pictures", "The ![worn hip](a.png) hip.", ["paragraph: The hip.", "alt-text: worn hip"]],
    ["escapes and entities", "\\*not\\* caf&eacute; &amp; R&D &bogus;", ["paragraph: *not* café & R&D &bogus;"]],
    ["code", "Use `a *b*` and ``c ` d``, `open", ["paragraph: Use a *b* and c ` d, `open"]],
    ["tags and comments", "A <b>bold</b><br/>word<!-- not this --> 3 < 4", ["paragraph: A bold word 3 < 4"]],
    ["line ends", "The hip\nIs sore\\\nnow.", ["paragraph: The hip Is sore\\ now."]],
    ["quotations over lines", "> I walk\n> again.\n>\n> So there.", ["quotation: I walk again.", "quotation: So there."]],
    ["headings", "Risks\n=====\n\n## Pain ##\nIt hurts.", ["heading: Risks", "heading: Pain", "paragraph: It hurts."]],
    [
      "tables",
      "| **Risk** | Rate |\n|---|---|\n| Pain | 1 |",
      ["table-cell: Risk", "table-cell: Rate", "table-cell: Pain", "table-cell: 1"],
    ],
    ["front matter", '---\ntitle: "Hips"\nlayout: x\n---\nIt hurts.', ["meta: Hips", "paragraph: It hurts."]],
    ["no front matter", "---\nIt hurts.", ["paragraph: ---", "paragraph: It hurts."]],
  ])("read: %s", (_, markdown, wanted) => expect(read(markdown)).toEqual(wanted));

  it("know where they were read", () => {
    const markdown = "The **cells** &amp; [their *work*](x) last.";
    const { text, offsets } = readMarkdown(markdown);
    const words = "cells & their work";
    const start = text.indexOf(words);
    const span = sourceSpan(offsets, { start, end: start + words.length });
    expect(markdown.slice(span.start, span.end)).toBe("cells** &amp; [their *work");
  });

  it("know which of them lead to a paper, by their place in the source", () => {
    const markdown =
      'See [a *b*](https://doi.org/10.1000%2Fx.1?via=y "Title"), [us](/about), [c][One], [d][], [e][two] and ![p](https://doi.org/10.1/x).\n\n[one]: <https://doi.org/10.1000/x.2>\n[ONE]: https://doi.org/10.1000/x.9\n[d]: https://pubmed.ncbi.nlm.nih.gov/123456/\n';
    const { links = [] } = readMarkdown(markdown);
    expect(links.map(({ start, end, address }) => [markdown.slice(start, end), address])).toEqual([
      ["a *b*", "https://doi.org/10.1000/x.1"],
      ["c", "https://doi.org/10.1000/x.2"],
      ["d", "https://pubmed.ncbi.nlm.nih.gov/123456/"],
    ]);
  });

  it("know references by their mark", () => {
    expect(pageOfText("It works.[^1]\n\n[^1]: Haro 2014, a small series.", "markdown").blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "reference",
    ]);
  });

  it("are stretches of the source or stand for one, whatever the source", () => {
    const part = fc.constantFrom(
      "**",
      "*",
      "_",
      "`",
      "``",
      "[",
      "](",
      ")",
      "![",
      "]",
      "][",
      "\\",
      "&amp;",
      "&",
      "<b>",
      "<",
      ">",
      "\n",
      "\n\n",
      "> ",
      "# ",
      "- ",
      "|",
      "hip ",
      "é",
      "---",
      "~~",
      "<!--",
      "-->",
      "1. ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const markdown = parts.join("");
        const { text, offsets } = readMarkdown(markdown);
        let at = 0;
        for (const { text: start, textLength, source, sourceLength } of offsets.runs) {
          expect(start).toBe(at);
          at += textLength;
          const words = text.slice(start, at);
          const from = markdown.slice(source, source + sourceLength);
          if (textLength === sourceLength) expect(from.replace(/\s/g, " ")).toBe(words.replace(/\s/g, " "));
          else expect(from).toMatch(/^$|^&|^\\|^\s|^<br/);
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["[", "](", "[a](", "`", "`a``", "*", "_a", "<", "<a", "&", "&a", "\\", "![", "> ", "]", "<!--", "[]("])(
    "take no longer than the source is long: %j",
    (unit) => {
      const source = unit.repeat(40_000);
      expect(readMarkdown(source).text.length).toBeLessThanOrEqual(source.length * 2);
    },
  );
});
