import type { Span } from "../page.ts";
import { isDigit, isLetter, isSpace } from "../sentences/characters.ts";

/** Marks of one family close one another; an apostrophe belongs to none. */
interface Family {
  readonly opens: string;
  readonly closes: string;
  readonly either: string; // the straight mark, which must be told by its neighbours
}

const DOUBLE: Family = { opens: "“„‟", closes: "”", either: '"' };
const GUILLEMETS: Family = { opens: "«", closes: "»", either: "" };
const SINGLE: Family = { opens: "‘‚", closes: "’", either: "'" };

/** Words that begin with an apostrophe and open no quotation. */
const ELISION = /^(?:em|til|tis|twas|cause|n|bout|round|\d0s)\b/i;

const isWord = (code: number): boolean => isLetter(code) || isDigit(code);
const isEdge = (code: number): boolean =>
  Number.isNaN(code) || isSpace(code) || (!isWord(code) && code !== 0x2e && code !== 0x2c && code !== 0x21 && code !== 0x3f);

const mayOpen = (text: string, at: number, block: Span): boolean => {
  const before = at > block.start ? text.charCodeAt(at - 1) : Number.NaN;
  const after = at + 1 < block.end ? text.charCodeAt(at + 1) : Number.NaN;
  return isEdge(before) && !Number.isNaN(after) && !isSpace(after);
};

const mayClose = (text: string, at: number, block: Span): boolean =>
  at > block.start && !isSpace(text.charCodeAt(at - 1)) && (at + 1 >= block.end || !isWord(text.charCodeAt(at + 1)));

const isApostrophe = (text: string, at: number, block: Span): boolean => {
  const between = at > block.start && at + 1 < block.end && isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at + 1));
  return between || ELISION.test(text.slice(at + 1, at + 8));
};

interface Scan {
  readonly text: string;
  readonly block: Span;
  readonly family: Family;
}

type Part = "open" | "close" | "none";

const partOf = ({ text, block, family }: Scan, at: number, open: number): Part => {
  const mark = text.charAt(at);
  const single = family === SINGLE;
  if (mark === "“" && open >= 0 && text.charAt(open) === "„") return "close";
  if (family.opens.includes(mark)) return single && !mayOpen(text, at, block) ? "none" : "open";
  if (single && isApostrophe(text, at, block)) return "none";
  if (open >= 0 && mayClose(text, at, block)) return "close";
  return mark === family.either && mayOpen(text, at, block) ? "open" : "none";
};

const MARKS = new Set([..."\"'“„‟”«»‘‚’"].map((mark) => mark.charCodeAt(0)));

/** Where quotation marks or apostrophes stand in a block. */
const marksOf = (text: string, block: Span): number[] => {
  const found: number[] = [];
  for (let at = block.start; at < block.end; at++) {
    const code = text.charCodeAt(at);
    if ((code === 0x22 || code === 0x27 || code >= 0xab) && MARKS.has(code)) found.push(at);
  }
  return found;
};

const spansOf = (scan: Scan, marks: readonly number[]): Span[] => {
  const { text, block, family } = scan;
  const known = family.opens + family.closes + family.either;
  const spans: Span[] = [];
  let open = -1;
  for (const at of marks) {
    if (!known.includes(text.charAt(at))) continue;
    const part = partOf(scan, at, open);
    if (part === "close") spans.push({ start: open, end: at + 1 });
    if (part === "close") open = -1;
    else if (part === "open" && (open < 0 || family.either === text.charAt(at))) open = at;
  }
  return open === block.start && family === DOUBLE ? [...spans, { start: open, end: block.end }] : spans;
};

/**
 * The outermost quoted stretches of a block, marks included: straight and curly marks, single marks that are no
 * apostrophes, guillemets. A block that opens with a double mark and never closes it is quoted to its end, as print does
 * with a quotation of several paragraphs. Time is linear: each mark is judged once for its family.
 */
export const quotationsOf = (text: string, block: Span): Span[] => {
  const marks = marksOf(text, block);
  if (marks.length === 0) return [];
  const found = [DOUBLE, GUILLEMETS, SINGLE].flatMap((family) => spansOf({ text, block, family }, marks));
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const outermost: Span[] = [];
  for (const span of found) {
    const last = outermost.at(-1);
    if (!last || span.start >= last.end) outermost.push(span);
  }
  return outermost;
};
