import type { Span } from "../page/page.ts";
import { own, WordMemory } from "./word-memory.ts";

/** What stands between a token and the one before it: nothing of weight, a comma or bracket, or the end of a clause. */
export const NO_BREAK = 0;
export const COMMA = 1;
export const CLAUSE_END = 2;

export interface Token extends Span {
  readonly norm: string; // lower case, without accents, possessive s cut off
  readonly breakBefore: 0 | 1 | 2;
}

/** A sentence longer than this is read in pieces, so that no matcher ever looks further than a fixed distance. */
export const LONGEST = 400;

const TOKEN = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?|[%$€£=]/gu;
const POSSESSIVE = /['’]s$/;
const MARKS = /\p{M}+/gu;

/** Cuts a stretch of text into words, numbers and a few signs; hyphens and slashes separate words. Linear in its length. */
export function tokensOf(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  let last = start;
  for (const { 0: word, index } of text.slice(start, end).matchAll(TOKEN)) {
    const from = start + index;
    tokens.push({ start: from, end: from + word.length, norm: normalise(word), breakBefore: breakIn(text, last, from) });
    last = from + word.length;
  }
  return tokens;
}

/** The form in which words are compared: "Células" and "celulas", "Patient’s" and "patient" are the same. */
export function normalise(word: string): string {
  const known = normalised.get(word);
  if (known !== undefined) return known;
  const plain = word.toLowerCase().replace(POSSESSIVE, "").replace("’", "'");
  const form = isAscii(plain) ? plain : plain.normalize("NFD").replace(MARKS, "");
  normalised.set(word, own(form));
  return form;
}

const normalised = new WordMemory<string>();

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}

function breakIn(text: string, from: number, to: number): 0 | 1 | 2 {
  let found: 0 | 1 = NO_BREAK;
  for (let i = from; i < to; i++) {
    const sign = text[i]!;
    if (";:—!?\n".includes(sign) || isDash(text, i)) return CLAUSE_END;
    if (",()[]".includes(sign)) found = COMMA;
  }
  return found;
}

/** A dash between spaces parts clauses; a hyphen within a word or a range of numbers does not. */
const isDash = (text: string, i: number) => (text[i] === "-" || text[i] === "–") && text[i - 1] === " " && text[i + 1] === " ";
