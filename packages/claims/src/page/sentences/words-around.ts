import { type Characters, isCaseless, isDash, isDigit, isLetter, isLower, isOpener, isSpace, isUpper } from "./characters.ts";

/** No abbreviation is longer; a bound keeps every look around a stop constant. */
const LONGEST = 16;

export interface Token {
  readonly text: string; // as written, without the stop; empty when longer than any abbreviation
  readonly start: number;
}

const endsToken = (code: number): boolean =>
  isSpace(code) || code === 0x2f || (isDash(code) && code !== 0x2d) || (isOpener(code) && code !== 0x27);

/** The word that ends at `end`: letters, figures, inner stops and hyphens ("e.g", "post-op", "2011"). */
export const tokenBefore = (text: Characters, start: number, end: number): Token => {
  let at = end;
  while (at > start && end - at <= LONGEST && !endsToken(text.charCodeAt(at - 1))) at--;
  return { text: end - at > LONGEST ? "" : text.slice(at, end), start: at };
};

/** The word before the word that starts at `start`. */
export const tokenAhead = (text: Characters, from: number, start: number): Token => {
  let end = start;
  while (end > from && start - end < 3 && isSpace(text.charCodeAt(end - 1))) end--;
  return tokenBefore(text, from, end);
};

export type Beginning = "capital" | "lower" | "figure" | "stop";

export interface Following {
  readonly beginning: Beginning;
  readonly word: string; // its letters in lower case, "" when longer than any starter or ended by a stop
  readonly capitalised: boolean; // a capital and then at least two small letters: a word, not an initial or an acronym
  readonly figured: boolean; // a letter or two and then a figure: "S1"
  readonly dashed: boolean; // set off by a dash: "- Mary, 62"
}

/** Letters of a small word with a capital inside begin sentences too: iPS, mRNA, pH. */
const beginsLikeCapital = (text: Characters, at: number, end: number): boolean => {
  for (let next = at + 1; next < end && next < at + 3; next++) if (isUpper(text.charCodeAt(next))) return true;
  return false;
};

const beginningAt = (text: Characters, at: number, end: number): Beginning => {
  if (at >= end) return "stop";
  const code = text.charCodeAt(at);
  if (isUpper(code) || isCaseless(code)) return "capital";
  if (isLower(code)) return beginsLikeCapital(text, at, end) ? "capital" : "lower";
  return isDigit(code) || /[<>≤≥~≈±$€£+#@©®&]/u.test(String.fromCharCode(code)) ? "figure" : "stop";
};

const skipOpeners = (text: Characters, from: number, end: number): number => {
  let at = from;
  while (at < end && at - from < LONGEST && isOpener(text.charCodeAt(at))) at++;
  return at;
};

/** What begins at `from`, behind quotation marks, brackets and a dash. */
export const followingAt = (text: Characters, from: number, end: number): Following => {
  let at = skipOpeners(text, from, end);
  const dashed = isDash(text.charCodeAt(at)) && at + 1 < end;
  if (dashed) {
    while (at < end && at - from < LONGEST && (isDash(text.charCodeAt(at)) || isSpace(text.charCodeAt(at)))) at++;
    at = skipOpeners(text, at, end);
  }
  let stop = at;
  while (stop < end && stop - at <= LONGEST && isLetter(text.charCodeAt(stop))) stop++;
  const whole = stop - at <= LONGEST && text.charCodeAt(stop) !== 0x2e;
  const letters = whole ? text.slice(at, stop) : "";
  return {
    beginning: beginningAt(text, at, end),
    word: letters.toLowerCase(),
    capitalised: stop - at > 2 && isUpper(text.charCodeAt(at)) && isLower(text.charCodeAt(at + 1)) && isLower(text.charCodeAt(at + 2)),
    figured: stop - at > 0 && stop - at < 3 && isDigit(text.charCodeAt(stop)),
    dashed,
  };
};
