/** What a character is to those who cut a text into words, as bits. */
export const LETTER = 1;
export const WORD_PART = 2; // a letter, a mark or a number: what may follow a letter within a word
export const DIGIT = 4; // 0 to 9
export const LONE = 8; // a word of its own
export const COMMA_SIGN = 16;
export const CLAUSE_SIGN = 32;
const SEEN = 64;

const KINDS: readonly (readonly [number, RegExp])[] = [
  [LETTER, /\p{L}/u],
  [WORD_PART, /[\p{L}\p{M}\p{N}]/u],
  [DIGIT, /[0-9]/],
  [LONE, /[%$€£=]/],
  [COMMA_SIGN, /[,()[\]]/],
  [CLAUSE_SIGN, /[;:—!?\n]/],
];

const seen = new Uint8Array(0x10000); // the kinds of the code units met so far

/** What the character is that begins at a place of a text, as if the text ended at `end`. */
export function kindAt(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  const known = seen[unit]!;
  if (known !== 0) return known;
  const isHalf = isFirstHalf(unit);
  const kind = kindOf(isHalf && at + 1 < end ? String.fromCodePoint(text.codePointAt(at)!) : text.charAt(at));
  if (!isHalf) seen[unit] = kind;
  return kind;
}

/** How many code units a letter or a part of a word takes. */
export const widthAt = (text: string, at: number): 1 | 2 => (isFirstHalf(text.charCodeAt(at)) ? 2 : 1);

const isFirstHalf = (unit: number) => unit >= 0xd800 && unit < 0xdc00;

const kindOf = (character: string): number => KINDS.reduce((kind, [bit, pattern]) => (pattern.test(character) ? kind | bit : kind), SEEN);
