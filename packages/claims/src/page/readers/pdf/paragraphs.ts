import { markOf } from "../../shape/marks.ts";
import { joinLines } from "./join-lines.ts";
import type { PrintedLine } from "./lines.ts";

/** What printed lines make up together. */
export interface PrintedParagraph {
  readonly text: string;
  readonly size: number;
  readonly page: number; // on which it begins
  readonly joinedWords: number; // words divided at a line end and put together again
}

const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);
const endsSentence = (text: string): boolean => /[.!?:]["'”’»)\]]*\d{0,3}$/.test(text);
const sameSize = (one: { readonly size: number }, other: { readonly size: number }): boolean =>
  Math.abs(one.size - other.size) <= Math.max(one.size, other.size) * 0.08;

const gapsOf = (lines: readonly PrintedLine[]): number[] =>
  lines.slice(1).flatMap((line, index) => {
    const above = lines[index]!;
    const gap = above.y - line.y;
    return gap > above.size * 0.5 && gap < above.size * 3 && sameSize(above, line) ? [gap / above.size] : [];
  });

/** The distance of lines within paragraphs: most gaps are that or, between paragraphs, wider. */
const lineGap = (lines: readonly PrintedLine[]): number => {
  const gaps = gapsOf(lines).sort((one, other) => one - other);
  return Math.min(gaps[Math.floor(gaps.length / 4)] ?? 1.2, 2);
};

interface Measure {
  readonly gap: number;
  readonly right: number; // where the widest line ends
}

/** Whether a line begins a new paragraph below the one above it. */
const begins = (above: PrintedLine, line: PrintedLine, page: Measure): boolean => {
  const gap = (above.y - line.y) / Math.max(above.size, 1);
  if (!sameSize(above, line) || markOf(line.text, 0)) return true;
  if (gap < 0) return endsSentence(above.text) && !startsSmall(line.text);
  if (gap > page.gap * 1.3) return true;
  return endsSentence(above.text) && above.right < page.right * 0.85 && !startsSmall(line.text);
};

/** Groups the printed lines of one page into paragraphs, by their distance, their size and where they end. */
const paragraphsOf = (lines: readonly PrintedLine[], page: number, words: ReadonlySet<string>): PrintedParagraph[] => {
  const measure = { gap: lineGap(lines), right: lines.reduce((right, line) => Math.max(right, line.right), 0) };
  const paragraphs: PrintedParagraph[] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    const last = paragraphs.at(-1);
    if (!above || !last || begins(above, line, measure)) {
      paragraphs.push({ text: line.text, size: line.size, page, joinedWords: 0 });
      return;
    }
    const { text, wasDivided } = joinLines(last.text, line.text, words);
    paragraphs[paragraphs.length - 1] = { ...last, text, joinedWords: last.joinedWords + (wasDivided ? 1 : 0) };
  });
  return paragraphs;
};

const SHORTEST_OPEN = 60;

/** Whether a paragraph goes on at the head of the next page. */
const goesOn = (last: PrintedParagraph, next: PrintedParagraph): boolean =>
  sameSize(last, next) &&
  !endsSentence(last.text) &&
  !markOf(next.text, 0) &&
  (startsSmall(next.text) || last.text.length >= SHORTEST_OPEN);

/**
 * The paragraphs of a file, in order; one that is broken between two pages is whole again.
 *
 * @param words the words that stand undivided in the file
 */
export const printedParagraphs = (pages: readonly (readonly PrintedLine[])[], words: ReadonlySet<string>): PrintedParagraph[] => {
  const all: PrintedParagraph[] = [];
  pages.forEach((lines, index) => {
    const [first, ...rest] = paragraphsOf(lines, index + 1, words);
    const last = all.at(-1);
    if (first && last && goesOn(last, first)) {
      const { text, wasDivided } = joinLines(last.text, first.text, words);
      all[all.length - 1] = { ...last, text, joinedWords: last.joinedWords + first.joinedWords + (wasDivided ? 1 : 0) };
    } else if (first) all.push(first);
    for (const paragraph of rest) all.push(paragraph);
  });
  return all;
};
