import type { PrintedLine } from "./lines.ts";

/** First halves of words that keep their hyphen: "long-term", "follow-up". */
const KEEPS_HYPHEN = new Set(
  "long short well self non pre post anti all half high low full hip knee bone on one two three evidence double single early mid late end follow up out in risk cell stem side placebo patient weight age dose intra fat marrow office image physician hospital cartilage pain disease".split(
    " ",
  ),
);

const DIVIDED = /([\p{L}\p{N}'’-]*\p{L})[-\u00ad\u2010]$/u;
const FIRST_WORD = /^[\p{Ll}\p{N}'’-]+/u;

/** The words that stand undivided in a text: they tell how a divided one is written. */
export const wordsOf = (pages: readonly (readonly PrintedLine[])[]): Set<string> => {
  const words = new Set<string>();
  for (const lines of pages)
    for (const { text } of lines)
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*/gu)) words.add(word);
  return words;
};

const keepsHyphen = (first: string, second: string, words: ReadonlySet<string>): boolean => {
  if (words.has(`${first}-${second}`)) return true;
  if (words.has(first + second)) return false;
  return first.includes("-") || first.length === 1 || KEEPS_HYPHEN.has(first);
};

export interface Joined {
  readonly text: string;
  readonly wasDivided: boolean;
}

/** Puts a line behind the one above it, and a word divided between them together. */
export const joinLines = (above: string, below: string, words: ReadonlySet<string>): Joined => {
  if (/\p{N}[–—/]$/u.test(above.slice(-3)) && /^\p{N}/u.test(below)) return { text: above + below, wasDivided: false };
  const first = DIVIDED.exec(above.slice(-60))?.[1];
  const second = FIRST_WORD.exec(below.slice(0, 60))?.[0];
  if (first === undefined || second === undefined) return { text: `${above} ${below}`, wasDivided: false };
  if (!above.endsWith("\u00ad") && keepsHyphen(first.toLowerCase(), second, words)) return { text: above + below, wasDivided: false };
  return { text: above.slice(0, -1) + below, wasDivided: true };
};
