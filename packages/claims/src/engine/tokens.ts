import type { Span } from "../page/page.ts";
import { CLAUSE_SIGN, COMMA_SIGN, DIGIT, kindAt, LETTER, LONE, WORD_PART, widthAt } from "./signs.ts";
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

const POSSESSIVE = /['’]s$/;
const MARKS = /\p{M}+/gu;

/** Cuts a stretch of text into words, numbers and a few signs; hyphens and slashes separate words. Linear in its length. */
export function tokensOf(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  let breakBefore: 0 | 1 | 2 = NO_BREAK;
  for (let at = start; at < end; ) {
    const kind = kindAt(text, at, end);
    const stop = tokenEnd(text, at, { kind, end });
    if (stop > at) {
      tokens.push({ start: at, end: stop, norm: normalise(text.slice(at, stop)), breakBefore });
      breakBefore = NO_BREAK;
      at = stop;
    } else {
      if (kind & CLAUSE_SIGN || isDash(text, at)) breakBefore = CLAUSE_END;
      else if (kind & COMMA_SIGN && breakBefore === NO_BREAK) breakBefore = COMMA;
      at++;
    }
  }
  return tokens;
}

/** Where the token ends that begins at a character of some kind; there itself when none does. */
function tokenEnd(text: string, at: number, { kind, end }: { kind: number; end: number }): number {
  if (kind & LETTER) return wordEnd(text, at, end);
  if (kind & DIGIT) return numberEnd(text, at, end);
  return kind & LONE ? at + 1 : at;
}

/** A word may go on after an apostrophe: "doesn't". */
function wordEnd(text: string, from: number, end: number): number {
  const stop = runEnd(text, from, { part: WORD_PART, end });
  if (text[stop] !== "'" && text[stop] !== "’") return stop;
  const further = runEnd(text, stop + 1, { part: LETTER, end });
  return further === stop + 1 ? stop : further;
}

/** A number may hold points and commas: "1,200.5". */
function numberEnd(text: string, from: number, end: number): number {
  let stop = runEnd(text, from, { part: DIGIT, end });
  while (text[stop] === "." || text[stop] === ",") {
    const further = runEnd(text, stop + 1, { part: DIGIT, end });
    if (further === stop + 1) return stop;
    stop = further;
  }
  return stop;
}

function runEnd(text: string, from: number, { part, end }: { part: number; end: number }): number {
  let at = from;
  while (at < end && kindAt(text, at, end) & part) at += widthAt(text, at);
  return at;
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

/** A dash between spaces parts clauses; a hyphen within a word or a range of numbers does not. */
const isDash = (text: string, i: number) => (text[i] === "-" || text[i] === "–") && text[i - 1] === " " && text[i + 1] === " ";
