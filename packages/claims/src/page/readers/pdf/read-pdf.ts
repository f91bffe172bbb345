import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Draft, DraftBlock } from "../../draft.ts";
import type { PageWarning, SourcePart } from "../../page.ts";
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
}

const isTextItem = (item: unknown): item is TextItem => typeof item === "object" && item !== null && "str" in item && "transform" in item;

/** Signs of a font that no letter stands for come out as control characters. */
const UNPRINTED = /(?!\s)\p{Cc}/gu;

const placedWords = ({ str, width, transform }: TextItem): PlacedWords => ({
  words: str.replace(UNPRINTED, ""),
  x: transform[4] ?? 0,
  y: transform[5] ?? 0,
  width,
  size: Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || 1,
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

/** The size in which most letters are set. */
const bodySize = (paragraphs: readonly PrintedParagraph[]): number => {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs) letters.set(Math.round(size * 2), (letters.get(Math.round(size * 2)) ?? 0) + text.length);
  const [most] = [...letters].sort(([, one], [, other]) => other - one);
  return (most?.[0] ?? 0) / 2;
};

const BETWEEN = "\n\n";

interface Placed {
  readonly text: string;
  readonly parts: SourcePart[];
  readonly headings: ReadonlyMap<number, number>; // where a heading starts, to its level
}

const placeParagraphs = (paragraphs: readonly PrintedParagraph[]): Placed => {
  const body = bodySize(paragraphs);
  const sizes = [...new Set(paragraphs.map(({ size }) => Math.round(size)))]
    .filter((size) => size > body * LARGER)
    .sort((one, other) => other - one);
  const parts: SourcePart[] = [];
  const headings = new Map<number, number>();
  let length = 0;
  for (const { text, size, page } of paragraphs) {
    parts.push({ start: length, end: length + text.length, part: `page ${page}` });
    if (size > body * LARGER && text.length <= LONGEST_HEADING)
      headings.set(length, Math.min(6, 1 + Math.max(0, sizes.indexOf(Math.round(size)))));
    length += text.length + BETWEEN.length;
  }
  return { text: paragraphs.map(({ text }) => text).join(BETWEEN), parts, headings };
};

const withHeadings = (blocks: readonly DraftBlock[], headings: ReadonlyMap<number, number>): DraftBlock[] =>
  blocks.map((block) => {
    const level = headings.get(block.start);
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
 * Reads the text layer of a PDF: words back into lines, lines into paragraphs, larger letters as headings.
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
  const { text, parts, headings } = placeParagraphs(paragraphs);
  const blocks = withHeadings(shapeText(text), headings);
  return ok({ format: "pdf", text, blocks, offsets: sameSource(text, parts), warnings: warningsOf(paragraphs, pages) });
};
