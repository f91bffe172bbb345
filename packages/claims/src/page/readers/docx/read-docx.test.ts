import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { sourcePart } from "../../source-map.ts";
import { makeDocx, wordParagraph } from "../../testing/make-docx.ts";
import { readDocx } from "./read-docx.ts";

const draftOf = (bytes: Uint8Array) => {
  const read = readDocx(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

const read = (body: string, parts?: Record<string, string>): string[] => {
  const { blocks, text } = draftOf(makeDocx(body, parts));
  return blocks.map(({ layout, level, start, end }) => `${layout}${level ?? ""}: ${text.slice(start, end)}`);
};

const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;

describe("the words of a Word file", () => {
  it.each([
    ["a styled heading", wordParagraph("Risks", style("Ttulo1")), ["heading1: Risks"]],
    ["a style that leans on a heading", wordParagraph("Risks", style("Own")), ["heading1: Risks"]],
    ["a style with an outline level", wordParagraph("Risks", style("Deep")), ["heading3: Risks"]],
    ["a style that leans on itself", wordParagraph("It hurts.", style("Loop")), ["paragraph: It hurts."]],
    ["a quotation", wordParagraph("I walk.", style("Zitat")), ["quotation: I walk."]],
    ["a list", wordParagraph("Pain", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'), ["list-item2: Pain"]],
    [
      "a bold line",
      wordParagraph("Our promise", "", "<w:b/>") + wordParagraph("It hurts.", "", '<w:b w:val="0"/>'),
      ["heading3: Our promise", "paragraph: It hurts."],
    ],
    ["entities", wordParagraph("R&amp;D &lt; 5 &#233;"), ["paragraph: R&D < 5 é"]],
    [
      "hidden and deleted words",
      `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>`,
      ["paragraph: new"],
    ],
    [
      "broken lines",
      "<w:p><w:r><w:t>Less pain.</w:t><w:br/><w:t>More sleep.</w:t></w:r></w:p>",
      ["paragraph: Less pain.", "paragraph: More sleep."],
    ],
    ["field codes", "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Hi.</w:t></w:r></w:p>", ["paragraph: Hi."]],
    [
      "a drawing told twice",
      "<w:p><w:r><mc:AlternateContent><mc:Choice><wp:docPr descr='worn hip'/></mc:Choice><mc:Fallback><w:t>again</w:t></mc:Fallback></mc:AlternateContent><w:t>Hi.</w:t></w:r></w:p>",
      ["alt-text: worn hip", "paragraph: Hi."],
    ],
    [
      "a text box within a paragraph",
      "<w:p><w:r><w:t>Outer</w:t><w:txbxContent><w:p><w:r><w:t>Inner.</w:t></w:r></w:p></w:txbxContent></w:r><w:r><w:t> text.</w:t></w:r></w:p>",
      ["paragraph: Inner.", "paragraph: Outer text."],
    ],
  ])("read %s", (_, body, wanted) => expect(read(body)).toEqual(wanted));

  it("know which of them lead to a paper", () => {
    const link = (id: string, words: string): string => `<w:hyperlink r:id="${id}"><w:r><w:t>${words}</w:t></w:r></w:hyperlink>`;
    const to = (id: string, target: string): string => `<Relationship Id="${id}" Target="${target}" TargetMode="External"/>`;
    const { links = [], text } = draftOf(
      makeDocx(
        `${wordParagraph("It hurts.")}<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r>${link("r1", "our trial")}${link("r2", "us")}</w:p>`,
        {
          "word/_rels/document.xml.rels": `<Relationships>${to("r1", "https://doi.org/10.1000/x.1")}${to("r2", "https://us.example")}</Relationships>`,
        },
      ),
    );
    expect(links.map(({ start, end, address }) => [text.slice(start, end), address])).toEqual([
      ["our trial", "https://doi.org/10.1000/x.1"],
    ]);
  });

  it("keep the places of cells", () => {
    const cell = (words: string): string => `<w:tc>${wordParagraph(words)}</w:tc>`;
    const { blocks } = draftOf(
      makeDocx(`<w:tbl><w:tr>${cell("Risk")}${cell("Rate")}</w:tr><w:tr>${cell("Pain")}${cell("1")}</w:tr></w:tbl>`),
    );
    expect(blocks.map(({ cell: place }) => [place!.row, place!.column, place!.isHeader])).toEqual([
      [0, 0, true],
      [0, 1, true],
      [1, 0, false],
      [1, 1, false],
    ]);
  });

  it("take in notes and footers, and number the paragraphs", () => {
    const footer = `<w:ftr>${wordParagraph("Results may vary.")}</w:ftr>`;
    const { text, offsets } = draftOf(
      makeDocx(wordParagraph("One.") + wordParagraph("") + wordParagraph("Three."), { "word/footer1.xml": footer }),
    );
    expect(text).toBe("One.\n\nThree.\n\nResults may vary.");
    expect([0, 6, 14].map((at) => sourcePart(offsets, at))).toEqual(["paragraph 1", "paragraph 3", "paragraph 4"]);
  });

  it("are read at any depth", () => {
    expect(read(`${"<w:tbl><w:tr><w:tc>".repeat(50_000)}${wordParagraph("deep")}`)).toEqual(["table-cell: deep"]);
  });

  it("refuse what is no Word file", () => {
    const code = (bytes: Uint8Array) => readDocx(bytes);
    expect(code(zipSync({ "xl/workbook.xml": new Uint8Array(3) }))).toMatchObject({ refusal: { code: "unsupported-format" } });
    expect(code(makeDocx("x").subarray(0, 60))).toMatchObject({ refusal: { code: "unreadable" } });
    expect(code(zipSync({ "word/document.xml": new Uint8Array(51 * 1024 * 1024) }))).toMatchObject({ refusal: { code: "too-large" } });
  });
});
