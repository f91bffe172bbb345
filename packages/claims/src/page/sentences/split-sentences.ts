import type { Span } from "../page.ts";
import {
  type Characters,
  isBullet,
  isCloser,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isStop,
  isStopOrBullet,
  isSuperscript,
  isUpper,
  skipSpace,
  trimSpace,
} from "./characters.ts";
import { isBoundary, type StopRun } from "./is-boundary.ts";

/** No footnote mark is longer: "[12,14-16]". */
const LONGEST_MARK = 24;

const isMarkPart = (code: number): boolean => isDigit(code) || code === 0x2c || isDash(code) || code === 0x5e;

/** Behind "[12, 14]" at `from`, or `from`. */
const behindBracketedMark = (text: Characters, from: number, end: number): number => {
  if (text.charCodeAt(from) !== 0x5b) return from;
  let at = from + 1;
  while (at < end && at - from < LONGEST_MARK && (isMarkPart(text.charCodeAt(at)) || isSpace(text.charCodeAt(at)))) at++;
  return at > from + 1 && at < end && text.charCodeAt(at) === 0x5d ? at + 1 : from;
};

/** Behind "1" or "2,3-5" at `from` when it clings to a word and not to a number ("12.5"). */
const behindFigures = (text: Characters, from: number, end: number): number => {
  let at = from;
  while (at < end && at - from < LONGEST_MARK && isMarkPart(text.charCodeAt(at))) at++;
  const last = text.charCodeAt(at - 1);
  return at > from && isDigit(text.charCodeAt(from)) && isDigit(last) && (at === end || isSpace(text.charCodeAt(at))) ? at : from;
};

const behindFootnote = (text: Characters, from: number, end: number, figures: boolean): number => {
  let at = from;
  while (at < end && isSuperscript(text.charCodeAt(at))) at++;
  for (let mark = behindBracketedMark(text, at, end); mark > at; mark = behindBracketedMark(text, at, end)) at = mark;
  return at === from && figures ? behindFigures(text, from, end) : at;
};

const behindClosers = (text: Characters, from: number, end: number): number => {
  let at = from;
  while (at < end && isCloser(text.charCodeAt(at))) at++;
  return at;
};

/** Stops in a row, "?!" and "..." and ". . ." alike. */
const behindStops = (text: Characters, from: number, end: number): number => {
  let at = from + 1;
  while (at < end) {
    if (isStop(text.charCodeAt(at))) at++;
    else if (at + 1 < end && text.charCodeAt(at) === 0x20 && text.charCodeAt(at + 1) === 0x2e && !isDigit(text.charCodeAt(at + 2))) at += 2;
    else break;
  }
  return at;
};

/** Whether a capital directly behind a stop begins a sentence whose space was lost: "the hip.The cells". */
const lacksSpace = (text: Characters, run: { at: number; end: number; behind: number }, end: number): boolean => {
  const next = run.behind;
  if (run.end !== next || !isUpper(text.charCodeAt(next)) || !isLower(text.charCodeAt(next + 1))) return false;
  for (let at = run.at - 1; at >= run.at - 3; at--) if (!isLower(text.charCodeAt(at))) return false;
  for (let at = run.at - 4; at >= 0 && at > run.at - 40 && !isSpace(text.charCodeAt(at)); at--)
    if (!isLetter(text.charCodeAt(at))) return false;
  for (let at = next; at < end && at < next + 24 && !isSpace(text.charCodeAt(at)); at++) {
    const code = text.charCodeAt(at);
    if ((code === 0x2e && at + 1 < end && !isSpace(text.charCodeAt(at + 1))) || code === 0x40 || code === 0x2f) return false;
  }
  return true;
};

/** A figure alone at the end of a block is a footnote that strayed from its stop: "of benefit. 1". */
const strayFootnote = (text: Characters, next: number, end: number): boolean => {
  if (end - next > 3) return false;
  for (let at = next; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
};

const stopRunAt = (text: Characters, at: number, sentence: number, end: number): StopRun => {
  const stops = behindStops(text, at, end);
  const closed = behindClosers(text, stops, end);
  const clingsToNumber = closed === stops && at > sentence && isDigit(text.charCodeAt(at - 1));
  const noted = behindFootnote(text, closed, end, !clingsToNumber);
  const behind = behindClosers(text, noted, end);
  return { sentence, at, end: stops, behind, footnote: noted > closed, next: skipSpace(text, behind, end) };
};

const ends = (text: Characters, run: StopRun, end: number): boolean => {
  if (run.next === run.behind) return lacksSpace(text, run, end);
  return !strayFootnote(text, run.next, end) && isBoundary(text, run, end);
};

const beginsItem = (text: Characters, at: number, sentence: number, end: number): boolean =>
  at > sentence && at + 1 < end && isSpace(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at + 1));

/**
 * Cuts a block into sentences, in time linear in its length: each character is passed once, and each stop looks a
 * constant distance around it. White space lies between sentences, everything else in exactly one.
 *
 * @param text the page, or anything that can be asked for its characters
 * @param start where the block begins in `text`
 * @param end where it ends, exclusive
 */
export const splitSentences = (text: Characters, start = 0, end = text.length): Span[] => {
  const pieces: Span[] = [];
  const last = trimSpace(text, start, end);
  let from = skipSpace(text, start, last);
  const cut = (at: number, next: number): void => {
    pieces.push({ start: from, end: trimSpace(text, from, at) });
    from = next;
  };
  for (let at = from; at < last; ) {
    const code = text.charCodeAt(at);
    if (!isStopOrBullet(code)) {
      at++;
    } else if (isBullet(code)) {
      if (beginsItem(text, at, from, last)) cut(at, at);
      at++;
    } else {
      const run = stopRunAt(text, at, from, last);
      if (run.next < last && ends(text, run, last)) cut(run.behind, run.next);
      at = run.next;
    }
  }
  if (from < last) pieces.push({ start: from, end: last });
  return pieces;
};
