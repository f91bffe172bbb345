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

  const at = (x: number, y: number, words: string): MadeLine => ({ x, y, words });
  const WIDE = "This line of running text reaches from one edge of the printed page to the other one,";

  it("stay apart in the cells of a table, the items of a list and the paragraph below", async () => {
    const made = makePdf([
      [
        ...below(700, WIDE, "and the next goes on with it."),
        ...[
          at(75, 660, "Surgery"),
          at(180, 660, "50% success"),
          at(300, 667, "Nobody should believe that it"),
          at(300, 654, "is the only way"),
        ],
        ...[at(75, 630, "Our cells"), at(180, 637, "Cure of hip"), at(180, 624, "arthritis"), at(300, 630, "Regrow cartilage")],
        ...[at(102, 598, "Stem cells cure hip arthritis"), at(102, 584, "no risk"), at(102, 570, "Nobody should believe in miracles")],
        ...below(548, "Stem cells reverse arthritis. Call us."),
      ],
    ]);
    expect(await blocksOf(made)).toEqual([
      `paragraph: ${WIDE} and the next goes on with it.`,
      ...["Surgery", "50% success", "Nobody should believe that it is the only way"].map((words) => `table-cell: ${words}`),
      ...["Our cells", "Cure of hip arthritis", "Regrow cartilage"].map((words) => `table-cell: ${words}`),
      ...["Stem cells cure hip arthritis", "no risk", "Nobody should believe in miracles"].map((words) => `list-item: ${words}`),
      "paragraph: Stem cells reverse arthritis. Call us.",
    ]);
    const cells = (await draftOf(made)).blocks.flatMap(({ cell }) => (cell ? [[cell.table, cell.row, cell.column]] : []));
    expect(cells).toEqual([0, 1].flatMap((row) => [0, 1, 2].map((column) => [0, row, column])));
  });

  it("go on from column to column, whichever way the columns were written", async () => {
    const left = [
      "We draw marrow from the pelvis, spin",
      "it for a quarter of an hour and inject",
      "what is left of it into the hip under",
      "a camera that shows where the needle",
      "goes, and nobody can tell beforehand",
      "who will feel a change in the months",
    ];
    const right = [
      "that follow it. Some do not get well",
      "at all, and the reasons for it are not",
      "known to anybody in the field today,",
      "whatever you may read on the pages of",
      "those who sell it to you for a lot of",
      "money in a town by the sea.",
    ];
    const columns = [left.map((words, i) => at(72, 700 - i * 14, words)), right.map((words, i) => at(312, 700 - i * 14, words))];
    expect(await blocksOf(makePdf([columns.flat()]))).toEqual([`paragraph: ${[...left, ...right].join(" ")}`]);
    const byLine = left.flatMap((_, i) => columns.map((column) => column[i]!));
    expect(await blocksOf(makePdf([byLine]))).toEqual([`paragraph: ${left.join(" ")}`, `paragraph: ${right.join(" ")}`]);
  });

  it("stay apart where the file says that something begins", async () => {
    const lines = below(
      700,
      WIDE,
      "goes on here, and it is as long as the line above it and ends in the same place",
      "Another begins here.",
    );
    const tagged = lines.map((line, index) => ({ ...line, opens: index !== 1 }));
    expect(await blocksOf(makePdf([tagged]))).toHaveLength(2);
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
