import { markOf } from "../../shape/marks.ts";
import type { PrintedLine } from "./lines.ts";

/** What printed lines make up together. */
export interface PrintedParagraph {
  readonly text: string;
  readonly size: number;
  readonly page: number;
  readonly joinedWords: number; // words divided at a line end and put together again
}

/** First halves of words that keep their hyphen: "long-term", "bone-on-bone". */
const KEEPS_HYPHEN =
  /(?:^|[\s(])(?:long|short|well|self|non|pre|post|anti|all|half|high|low|full|hip|knee|bone|on|one|two|three|evidence|double|single|early|late|end|follow|up|out|in|risk|cell|stem|side|placebo|patient|weight|age|dose|intra|fat|marrow|follow-up)-$/i;

const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);

interface Joining {
  readonly text: string;
  readonly joined: boolean;
}

const joinLines = (above: string, below: string): Joining => {
  const divided = /\p{L}[-\u00ad\u2010]$/u.test(above) && startsSmall(below);
  if (!divided) return { text: `${above} ${below}`, joined: false };
  if (KEEPS_HYPHEN.test(above.slice(-24).replace(/\u2010$/, "-"))) return { text: above + below, joined: false };
  return { text: above.slice(0, -1) + below, joined: true };
};

/** The value that half of the numbers do not exceed; 0 of none. */
const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const gapsOf = (lines: readonly PrintedLine[]): number[] =>
  lines.slice(1).flatMap((line, index) => {
    const above = lines[index]!;
    const gap = above.y - line.y;
    return gap > 0 && gap < above.size * 3 ? [gap / Math.max(above.size, 1)] : [];
  });

const endsSentence = (text: string): boolean => /[.!?:]["'”’»)\]]*\d{0,3}$/.test(text);

/** Whether a line begins a new paragraph below the one above it. */
const begins = (above: PrintedLine, line: PrintedLine, page: { gap: number; right: number }): boolean => {
  const gap = (above.y - line.y) / Math.max(above.size, 1);
  if (Math.abs(above.size - line.size) > Math.max(above.size, line.size) * 0.08) return true;
  if (markOf(line.text, 0)) return true;
  if (gap < 0) return endsSentence(above.text) && !startsSmall(line.text);
  if (gap > page.gap * 1.35) return true;
  return endsSentence(above.text) && above.right < page.right * 0.85 && !startsSmall(line.text);
};

/** Groups the printed lines of one page into paragraphs, by their distance, their size and where they end. */
export const printedParagraphs = (lines: readonly PrintedLine[], page: number): PrintedParagraph[] => {
  const measure = { gap: median(gapsOf(lines)) || 1.2, right: Math.max(0, ...lines.slice(0, 5000).map(({ right }) => right)) };
  const paragraphs: PrintedParagraph[] = [];
  let words: string[] = [];
  let joinedWords = 0;
  const end = (last: PrintedLine): void => {
    paragraphs.push({ text: words.join(""), size: last.size, page, joinedWords });
    [words, joinedWords] = [[], 0];
  };
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (above && begins(above, line, measure)) end(above);
    const last = words.pop();
    const joining = last === undefined ? { text: line.text, joined: false } : joinLines(last, line.text);
    words.push(joining.text);
    joinedWords += joining.joined ? 1 : 0;
  });
  const last = lines.at(-1);
  if (last) end(last);
  return paragraphs;
};
