import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Draft, DraftBlock } from "../../draft.ts";
import type { PageWarning, SourcePart } from "../../page.ts";
import { markOf } from "../../shape/marks.ts";
import { shapeText } from "../../shape/shape-text.ts";
import { sameSource } from "../../source-map.ts";
import { wordsOf } from "./join-lines.ts";
import { type PlacedWords, type PrintedLine, printedLines } from "./lines.ts";
import { type PrintedParagraph, printedParagraphs } from "./paragraphs.ts";
import { withoutRunningTitles } from "./running-titles.ts";

/** No brochure has more. */
const MOST_PAGES = 2000;

/** Letters so much larger than most mark a heading. */
const LARGER = 1.14;
const LONGEST_HEADING = 200;

/** The part of the PDF library that is used. */
interface PdfPage {
  getTextContent(): Promise<{ readonly items: readonly unknown[] }>;
  cleanup(): unknown;
}

interface PdfFile {
  readonly numPages: number;
  readonly loadingTask: { destroy(): Promise<void> };
  getPage(page: number): Promise<PdfPage>;
}

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
  readonly fontName?: string;
}

const isTextItem = (item: unknown): item is TextItem => typeof item === "object" && item !== null && "str" in item && "transform" in item;

/** Signs of a font that no letter stands for come out as control characters. */
const UNPRINTED = /(?!\s)\p{Cc}/gu;

const placedWords = ({ str, width, transform, fontName = "" }: TextItem): PlacedWords => ({
  words: str.replace(UNPRINTED, ""),
  x: transform[4] ?? 0,
  y: transform[5] ?? 0,
  width,
  size: Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || 1,
  font: fontName,
});

/** What the library throws is about the file, which comes from outside: it becomes a refusal, whatever it is. */
const refusalOf = (error: unknown): Result<never> =>
  refuse("invalid", error instanceof Error && error.name === "PasswordException" ? "encrypted" : "unreadable");

const openPdf = async (bytes: Uint8Array): Promise<PdfFile> => {
  const { getDocumentProxy } = await import("unpdf");
  return getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false });
};

const linesOfPages = async (pdf: PdfFile): Promise<PrintedLine[][]> => {
  const pages: PrintedLine[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(printedLines(items.filter(isTextItem).map(placedWords)));
    page.cleanup();
  }
  return pages;
};

const printedPages = async (bytes: Uint8Array): Promise<Result<PrintedLine[][]>> => {
  try {
    const pdf = await openPdf(bytes);
    const pages = pdf.numPages > MOST_PAGES ? undefined : await linesOfPages(pdf);
    await pdf.loadingTask.destroy();
    return pages ? ok(pages) : refuse("invalid", "too-large");
  } catch (error) {
    return refusalOf(error);
  }
};

/** What most letters share. */
const mostCommon = <T>(paragraphs: readonly PrintedParagraph[], of: (paragraph: PrintedParagraph) => T): T | undefined => {
  const letters = new Map<T, number>();
  for (const paragraph of paragraphs) letters.set(of(paragraph), (letters.get(of(paragraph)) ?? 0) + paragraph.text.length);
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0];
};

/** The size in which most letters are set. */
const bodySize = (paragraphs: readonly PrintedParagraph[]): number => (mostCommon(paragraphs, ({ size }) => Math.round(size * 2)) ?? 0) / 2;

const BETWEEN = "\n\n";

interface Placed {
  readonly text: string;
  readonly parts: SourcePart[];
  readonly headings: ReadonlyMap<number, number>; // where a heading starts, to its level
  readonly running: ReadonlySet<number>; // where words in the letters of running text start, on pages that have others too
  readonly cells: ReadonlyMap<number, NonNullable<DraftBlock["cell"]>>; // where the words of a cell start
}

const placeParagraphs = (paragraphs: readonly PrintedParagraph[]): Placed => {
  const body = bodySize(paragraphs);
  const sizes = [...new Set(paragraphs.map(({ size }) => Math.round(size)))]
    .filter((size) => size > body * LARGER)
    .sort((one, other) => other - one);
  const parts: SourcePart[] = [];
  const headings = new Map<number, number>();
  const cells = new Map<number, NonNullable<DraftBlock["cell"]>>();
  const running = new Set<number>();
  const texts: string[] = [];
  const font = mostCommon(paragraphs, (paragraph) => paragraph.font);
  let length = 0;
  for (const [index, { text, size, page, cell, ...set }] of paragraphs.entries()) {
    const between = index === 0 ? "" : separator(paragraphs[index - 1]!, paragraphs[index]!);
    length += between.length;
    texts.push(between, text);
    parts.push({ start: length, end: length + text.length, part: `page ${page}` });
    if (cell) cells.set(length, cell);
    else if (size > body * LARGER && text.length <= LONGEST_HEADING)
      headings.set(length, Math.min(6, 1 + Math.max(0, sizes.indexOf(Math.round(size)))));
    else if (set.font === font) running.add(length);
    length += text.length;
  }
  return { text: texts.join(""), parts, headings, cells, running: headings.size > 0 ? running : new Set() };
};

/** Cells stand in a text as a typist sets them: with tabs, row below row. */
const separator = ({ cell: one }: PrintedParagraph, { cell: other }: PrintedParagraph): string => {
  if (!one || !other || one.table !== other.table) return BETWEEN;
  return one.row === other.row ? "\t" : "\n";
};

/** A short line is no heading where headings are larger. */
const unheaded = (text: string, { level: _, ...block }: DraftBlock): DraftBlock =>
  markOf(text.slice(block.start, block.end), 0)?.layout === "list-item"
    ? { ...block, layout: "list-item", level: 1 }
    : { ...block, layout: "paragraph" };

const withPlaces = (blocks: readonly DraftBlock[], { text, headings, cells, running }: Placed): DraftBlock[] =>
  blocks.map((block) => {
    const cell = cells.get(block.body.start);
    if (cell) return { ...block, layout: "table-cell", cell };
    const level = headings.get(block.start);
    if (block.layout === "heading" && level === undefined && running.has(block.start)) return unheaded(text, block);
    return level === undefined || block.layout === "table-cell" ? block : { ...block, layout: "heading", level };
  });

const warningsOf = (paragraphs: readonly PrintedParagraph[], pages: readonly (readonly PrintedLine[])[]): PageWarning[] => {
  const joined = paragraphs.reduce((sum, { joinedWords }) => sum + joinedWords, 0);
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  return [
    ...(joined > 0 ? [{ code: "word-divided-lines", detail: `${joined}` } as const] : []),
    ...(empty.length > 0 ? [{ code: "parts-unread", detail: `pages ${empty.slice(0, 20).join(", ")}` } as const] : []),
  ];
};

/**
 * Reads the text layer of a PDF: words back into lines and columns, these into paragraphs, items and tables, larger letters as headings.
 *
 * @returns a draft whose text is its own source; its parts are numbered pages
 * @refuses invalid/encrypted when it cannot be opened without a password
 * @refuses invalid/unreadable when it is no intact PDF
 * @refuses invalid/scanned-without-text when its pages are pictures only
 * @refuses invalid/too-large when it has more than 2,000 pages
 */
export const readPdf = async (bytes: Uint8Array): Promise<Result<Draft>> => {
  const read = await printedPages(bytes);
  if (!read.ok) return read;
  const pages = read.value;
  if (!pages.some((lines) => lines.some(({ text }) => /\p{L}/u.test(text)))) return refuse("invalid", "scanned-without-text");
  const paragraphs = printedParagraphs(withoutRunningTitles(pages), wordsOf(pages));
  const placed = placeParagraphs(paragraphs);
  const { text, parts } = placed;
  const blocks = withPlaces(shapeText(text), placed);
  return ok({ format: "pdf", text, blocks, offsets: sameSource(text, parts), warnings: warningsOf(paragraphs, pages) });
};
