import { describe, expect, it } from "vitest";
import { sourcePart } from "../../source-map.ts";
import { type MadeLine, makePdf } from "../../testing/make-pdf.ts";
import { readPdf } from "./read-pdf.ts";

const below = (top: number, ...words: string[]): MadeLine[] => words.map((line, index) => ({ words: line, y: top - index * 14 }));

const page: MadeLine[] = [
  { words: "Cells for worn hips", size: 20, y: 740 },
  ...below(
    700,
    "We draw marrow from the back of the pelvis, and spin it for a quar-",
    "ter of an hour. It has long-",
    "term risks that nobody knows.",
  ),
  ...below(630, "- pain after the needle", "- fever"),
  { words: "Is it safe?", size: 14, y: 580 },
  ...below(560, "Nobody can say so."),
];

const draftOf = async (bytes: Uint8Array) => {
  const read = await readPdf(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

const blocksOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { blocks, text } = await draftOf(bytes);
  return blocks.map(({ layout, body }) => `${layout}: ${text.slice(body.start, body.end)}`);
};

describe("the words of a PDF", () => {
  it("are put back into headings, paragraphs and lists", async () => {
    const made = makePdf([page]);
    expect(await blocksOf(made)).toEqual([
      "heading: Cells for worn hips",
      "paragraph: We draw marrow from the back of the pelvis, and spin it for a quarter of an hour. It has long-term risks that nobody knows.",
      "list-item: pain after the needle",
      "list-item: fever",
      "heading: Is it safe?",
      "paragraph: Nobody can say so.",
    ]);
    expect((await draftOf(made)).warnings).toEqual([{ code: "word-divided-lines", detail: "1" }]);
  });

  it("know their pages, and read what is printed on each once", async () => {
    const pages = [1, 2, 3].map((number) => [
      ...below(780, "Acme Clinic"),
      ...below(700, `This is what page ${number} says about hips.`),
      ...below(40, `Page ${number} of 3`),
    ]);
    const { text, offsets } = await draftOf(makePdf(pages));
    expect(text).toBe(
      "Acme Clinic\n\nThis is what page 1 says about hips.\n\nThis is what page 2 says about hips.\n\nThis is what page 3 says about hips.",
    );
    expect([20, 60, 100].map((at) => sourcePart(offsets, at))).toEqual(["page 1", "page 2", "page 3"]);
  });

  it("go on from page to page", async () => {
    const first = below(700, "This is the first page of a leaflet.", "It ends in the middle of a sentence that is long, and");
    expect(
      await blocksOf(
        makePdf([
          [...first, ...below(40, "1/2")],
          [
            ...below(700, "goes on here. X-"),
            ...below(686, "rays are not needed, nor early-to-"),
            ...below(672, "late scans of 10-"),
            ...below(658, "20 hips."),
            ...below(40, "2/2"),
          ],
        ]),
      ),
    ).toEqual([
      "paragraph: This is the first page of a leaflet.",
      "paragraph: It ends in the middle of a sentence that is long, and goes on here. X-rays are not needed, nor early-to-late scans of 10- 20 hips.",
    ]);
  });

  it("are missed where a page is a picture", async () => {
    expect((await draftOf(makePdf([below(700, "It hurts."), []]))).warnings).toEqual([{ code: "parts-unread", detail: "pages 2" }]);
  });

  it.each([
    ["pictures only", makePdf([[], []]), "scanned-without-text"],
    [
      "a password",
      makePdf([page], `/Encrypt<</Filter/Standard/V 1/R 2/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>/P -4>>/ID[<00><00>]`),
      "encrypted",
    ],
    ["rubbish", new TextEncoder().encode("%PDF-1.4\nrubbish"), "unreadable"],
    ["half a file", makePdf([page]).subarray(0, 80), "unreadable"],
  ])("refuse %s", async (_, bytes, code) => expect(await readPdf(bytes)).toMatchObject({ ok: false, refusal: { kind: "invalid", code } }));
});
