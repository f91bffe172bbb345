/** What the splitter needs of a text. A string has it; a test can hand in one that counts how often it is asked. */
export type Characters = Pick<string, "length" | "charCodeAt" | "slice">;

const SPACE = 1;
const DIGIT = 2;
const UPPER = 4;
const LOWER = 8;
const STOP = 16;
const CLOSER = 32;
const OPENER = 64;
const BULLET = 128;

/** Latin, Greek and Cyrillic; letters beyond have no case and are asked by `isCaseless`. */
const TABLED = 0x600;

const kindOf = (character: string): number => {
  if (/\s/u.test(character)) return SPACE;
  if (/[0-9]/.test(character)) return DIGIT;
  if (/\p{Lu}/u.test(character)) return UPPER;
  return /[\p{Ll}ªº]/u.test(character) ? LOWER : 0;
};

const tabled = Uint8Array.from({ length: TABLED }, (_, code) => kindOf(String.fromCharCode(code)));
const others = new Map<number, number>();

const mark = (characters: string, kind: number): void => {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    if (code < TABLED) tabled[code] = tabled[code]! | kind;
    else others.set(code, (others.get(code) ?? 0) | kind);
  }
};

mark(".!?…‽", STOP);
mark(`"'”’»›)]}*_~\`†‡`, CLOSER);
mark(`"'“‘„‚«‹([{*_~\`#>¿¡`, OPENER);
mark("•◦▪▫●○■□➢➤►✓✔✅★☆·", BULLET);
mark("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff", SPACE);

const kind = (code: number): number => (code < TABLED ? tabled[code]! : (others.get(code) ?? 0));

export const isSpace = (code: number): boolean => (kind(code) & SPACE) !== 0;
export const isDigit = (code: number): boolean => (kind(code) & DIGIT) !== 0;
export const isUpper = (code: number): boolean => (kind(code) & UPPER) !== 0;
export const isLower = (code: number): boolean => (kind(code) & LOWER) !== 0;
export const isStop = (code: number): boolean => (kind(code) & STOP) !== 0;
export const isCloser = (code: number): boolean => (kind(code) & CLOSER) !== 0;
export const isOpener = (code: number): boolean => (kind(code) & OPENER) !== 0;
export const isBullet = (code: number): boolean => (kind(code) & BULLET) !== 0;
export const isStopOrBullet = (code: number): boolean => (kind(code) & (STOP | BULLET)) !== 0;

/** Letters of scripts without case, and letters beyond the table: they may begin a sentence like a capital. */
export const isCaseless = (code: number): boolean =>
  code >= TABLED && kind(code) === 0 && !isDash(code) && (code < 0x2000 || code > 0x2bff);

export const isLetter = (code: number): boolean => (kind(code) & (UPPER | LOWER)) !== 0 || isCaseless(code);

/** Hyphen, en dash, em dash, horizontal bar, minus. */
export const isDash = (code: number): boolean => code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;

/** Superscript figures, as footnotes use them. */
export const isSuperscript = (code: number): boolean =>
  code === 0xb9 || code === 0xb2 || code === 0xb3 || code === 0x2070 || (code >= 0x2074 && code <= 0x2079);

/** First index from `from` that is not white space, at most `end`. */
export const skipSpace = (text: Characters, from: number, end: number): number => {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
};

/** Last index down to `start` behind which there is only white space up to `end`. */
export const trimSpace = (text: Characters, start: number, end: number): number => {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
};
