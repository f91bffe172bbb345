import { isRecordField, isRule } from "./marks.ts";
import type { Unit } from "./units.ts";

const LONGEST = 120;
const LONGEST_QUESTION = 220;

/** Small words that a title leaves small. */
const SMALL = new Set(
  "a an the and or but nor of in on at by for to from with without vs as is are not your our de del la el los las y o en con para por sin su un una al".split(
    " ",
  ),
);

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Most of its long words begin with a capital, as in a title. */
const isTitleCase = (text: string): boolean => {
  const long = wordsOf(text).filter((word) => !SMALL.has(word.toLowerCase()) && /\p{L}/u.test(word));
  const capital = long.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length;
  return long.length > 0 && capital >= Math.ceil(long.length * 0.75);
};

const isAllCapitals = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, "");
  return letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
};

/** Telephone numbers, addresses, dates, bylines, menus, quoted sentences: short lines that head nothing. */
const isParticular = (text: string): boolean =>
  /@|https?:|www\.|©|copyright|^\s*(?:by|por|posted|updated|published|tel|fax|phone)\b|\b\d{3}[- ]\d{3,4}\b/i.test(text) ||
  /[.!?]["”’»]|★|\|.*\|/.test(text) ||
  text.replace(/\D/g, "").length > text.length * 0.3;

const beginsSmall = (text: string): boolean => /^[\p{Ll}"“«'‘(]/u.test(text);

const innerStops = (text: string): number => text.slice(0, -1).match(/[.!?](?=\s)/g)?.length ?? 0;

/** A stop at the end of a line; closing marks and footnote figures may stand behind it. */
const STOPPED = /[.,;:!?…](?:["'”’»)\]*_¹²³⁰-⁹]|\[\^?[\d, –-]{1,12}\]){0,6}(?:\s?\d{1,2})?$/u;

/** A short line without a final stop: it may head what follows, or be one of a list without signs. */
export const isShortOpenLine = (text: string): boolean =>
  text.length <= LONGEST && wordsOf(text).length <= 16 && !STOPPED.test(text) && !isParticular(text) && !isRule(text);

const headsQuestion = (text: string): boolean =>
  text.length <= LONGEST_QUESTION && /\?["'”’»)\]*_]*$/u.test(text) && innerStops(text) <= 1 && !/^["“«]/u.test(text);

const headsWithMark = (text: string, follower: Unit): boolean => {
  if (/:$/.test(text)) return isTitleCase(text) && wordsOf(text).length <= 8 && follower.mark?.layout !== "list-item";
  return /!$/.test(text) && text.length <= 80 && innerStops(text) === 0 && isTitleCase(text);
};

/** What stands around a line, as far as it helps to tell a heading. */
export interface Surroundings {
  readonly follower: Unit | undefined; // the unit behind it
  readonly run: number; // how many short open lines stand together without a blank line between them
  readonly isFirst: boolean;
}

const isBold = (text: string): boolean => /^(\*{2,4}|__)(?=\S).{1,150}(?<=\S)\1:?$/u.test(text) && !/[.,;]\W{0,6}$/u.test(text);

/**
 * Whether a plain line heads what follows it: short and without a final stop, in capitals, in bold, or a question alone
 * on its line. The last line of a text heads nothing.
 */
export const isHeadingLine = (unit: Unit, text: string, { follower, run, isFirst }: Surroundings): boolean => {
  if (!follower || unit.lines > 2 || isRecordField(text)) return false;
  if (isBold(text) && text.length <= LONGEST) return true;
  if (text.length <= LONGEST && isAllCapitals(text) && wordsOf(text).length > 1 && !isParticular(text)) return true;
  if (headsQuestion(text)) return true;
  if (text.length <= LONGEST && headsWithMark(text, follower)) return true;
  if (!isShortOpenLine(text) || beginsSmall(text)) return false;
  if (run < 3 || isFirst) return true;
  return run === 3 && isTitleCase(text);
};
