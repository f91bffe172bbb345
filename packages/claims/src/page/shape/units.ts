import type { Span } from "../page.ts";
import { type Line, linesOf } from "./lines.ts";
import { isAttribution, isRule, type Mark, markOf } from "./marks.ts";

/** Lines that belong together: a paragraph, an item, a heading, a row of a table, a drawn line. */
export interface Unit extends Span {
  readonly body: Span; // without mark and underline
  readonly mark?: Mark;
  readonly lines: number;
  readonly blankBefore: boolean;
  readonly underline?: "=" | "-";
  readonly isRule: boolean;
  readonly row?: "bars" | "tabs";
  readonly code?: true;
}

/** How line ends are read: in Markdown they are spaces; in a plain text it depends on how the text was broken. */
export type LineEnds = "spaces" | "judge";

interface Reading {
  readonly text: string;
  readonly joins: (one: Line, other: Line) => boolean;
  readonly fenced: boolean;
}

const ENDS_SENTENCE = /[.!?:…;]["'”’»)\]*_]*$/u;
const FENCE = /^(?:```|~~~)/;

const tail = (text: string, line: Line): string => text.slice(Math.max(line.start, line.end - 12), line.end);
const startsSmall = (text: string, line: Line): boolean => /^[\p{Ll},;)]/u.test(text.slice(line.start, line.start + 2));

/** The width at which a text was broken by machine, if it was. */
const wrapWidth = (text: string, lines: readonly Line[]): number | undefined => {
  const inner = lines.filter((line, index) => !line.isBlank && lines[index + 1]?.isBlank === false);
  if (inner.length < 4) return undefined;
  const lengths = inner.map(({ start, end }) => end - start).sort((one, other) => one - other);
  const width = lengths[Math.floor(lengths.length * 0.95)]!;
  const open = inner.filter((line) => !ENDS_SENTENCE.test(tail(text, line))).length;
  const full = lengths.filter((length) => length >= width * 0.7).length;
  return width >= 40 && width <= 110 && open >= inner.length * 0.5 && full >= inner.length * 0.6 ? width : undefined;
};

const firstWordLength = (text: string, line: Line): number => {
  const space = text.slice(line.start, Math.min(line.end, line.start + 40)).search(/\s/);
  return space < 0 ? line.end - line.start : space;
};

const judgeJoins = (text: string, lines: readonly Line[]): Reading["joins"] => {
  const width = wrapWidth(text, lines);
  return (one, other) => {
    const length = one.end - one.start;
    const openEnded = !ENDS_SENTENCE.test(tail(text, one));
    if (openEnded && length >= 40 && startsSmall(text, other)) return true;
    return width !== undefined && length + 1 + firstWordLength(text, other) > width * 0.95;
  };
};

const isUnderlined = (text: string, line: Line, next: Line | undefined): "=" | "-" | undefined => {
  if (!next || next.isBlank || next.end - next.start < 3 || line.end - line.start > 150) return undefined;
  const drawn = text.slice(next.start, Math.min(next.end, next.start + 200));
  if (/^=+$/.test(drawn)) return "=";
  return /^-+$/.test(drawn) ? "-" : undefined;
};

const rowOf = (text: string, line: Line, neighbours: readonly (Line | undefined)[]): Unit["row"] => {
  const has = (of: Line | undefined, sign: string): boolean =>
    of !== undefined && !of.isBlank && text.slice(of.start, of.end).includes(sign);
  if (text.charAt(line.start) === "|" && has(line, "|") && line.end - line.start > 2) return "bars";
  return has(line, "\t") && neighbours.some((near) => has(near, "\t")) ? "tabs" : undefined;
};

/** Whether a line begins something of its own. A quotation set off line by line goes on with its next line. */
const beginsAnew = (text: string, line: Line, next: Line | undefined, above: Mark | undefined): boolean => {
  const words = text.slice(line.start, line.end);
  const mark = markOf(words, line.indent);
  const goesOn = mark?.layout === "quotation" && above?.layout === "quotation" && words.length > mark.length;
  return (
    line.isBlank || isRule(words) || (mark !== undefined && !goesOn) || isAttribution(words) || isUnderlined(text, line, next) !== undefined
  );
};

/** Behind the last line that continues the one at `index`. */
const continued = (reading: Reading, lines: readonly Line[], index: number, mark: Mark | undefined): number => {
  const { text, joins, fenced } = reading;
  let next = index + 1;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    if (beginsAnew(text, line, lines[next + 1], mark) || !joins(lines[next - 1]!, line)) break;
    if (rowOf(text, line, [lines[next - 1], lines[next + 1]]) || (fenced && FENCE.test(text.slice(line.start, line.start + 3)))) break;
  }
  return next;
};

/** Behind the line that closes a fence; -1 when none does, and then it is no fence: words below it are not given up. */
const behindFence = (text: string, lines: readonly Line[], index: number): number => {
  const fence = text.slice(lines[index]!.start, lines[index]!.start + 3);
  let next = index + 1;
  while (next < lines.length && !text.startsWith(fence, lines[next]!.start)) next++;
  return next < lines.length ? next + 1 : -1;
};

/** Columns by which Markdown sets code in. */
const CODE_INDENT = 4;

/** Behind the last line of code that is set in from `index` on; blank lines within it belong to it. */
const behindIndented = (lines: readonly Line[], index: number): number => {
  let next = index;
  for (let at = index; at < lines.length && (lines[at]!.isBlank || lines[at]!.indent >= CODE_INDENT); at++)
    if (!lines[at]!.isBlank) next = at + 1;
  return next;
};

/** Behind the code that begins at a line of Markdown, fenced or set in below a blank line; -1 when none does. */
const behindCode = ({ text, fenced }: Reading, lines: readonly Line[], index: number, isListed: boolean): number => {
  if (!fenced) return -1;
  const { start, indent } = lines[index]!;
  if (FENCE.test(text.slice(start, start + 3))) return behindFence(text, lines, index);
  const isBelowBlank = index === 0 || lines[index - 1]!.isBlank;
  return indent >= CODE_INDENT && isBelowBlank && !isListed ? behindIndented(lines, index) : -1;
};

const codeUnit = ({ start }: Line, { end }: Line, lines: number): Omit<Unit, "blankBefore"> => ({
  ...{ start, end, body: { start, end }, lines, isRule: false, code: true },
});

const plainUnit = (reading: Reading, lines: readonly Line[], index: number): { unit: Omit<Unit, "blankBefore">; next: number } => {
  const { text } = reading;
  const line = lines[index]!;
  const words = text.slice(line.start, line.end);
  const { start, end } = line;
  const whole = { start, end, body: { start, end }, lines: 1, isRule: false };
  if (isRule(words)) return { unit: { ...whole, isRule: true }, next: index + 1 };
  const row = rowOf(text, line, [lines[index - 1], lines[index + 1]]);
  if (row) return { unit: { ...whole, row }, next: index + 1 };
  const underline = isUnderlined(text, line, lines[index + 1]);
  if (underline) return { unit: { ...whole, end: lines[index + 1]!.end, underline }, next: index + 2 };
  const mark = isAttribution(words) ? undefined : markOf(words, line.indent);
  const next = mark?.layout === "heading" || isAttribution(words) ? index + 1 : continued(reading, lines, index, mark);
  const last = lines[next - 1]!.end;
  const body = { start: start + (mark?.length ?? 0), end: last };
  return { unit: { ...whole, end: last, body, lines: next - index, ...(mark ? { mark } : {}) }, next };
};

/**
 * Groups the lines of a text. Every character that is not white space lies in exactly one unit.
 *
 * @param lineEnds how to read the end of a line within a paragraph
 */
export const unitsOf = (text: string, lineEnds: LineEnds): Unit[] => {
  const lines = linesOf(text);
  const joins = lineEnds === "spaces" ? () => true : judgeJoins(text, lines);
  const reading: Reading = { text, joins, fenced: lineEnds === "spaces" };
  const units: Unit[] = [];
  let isListed = false; // what is set in below an item belongs to it
  for (let index = 0; index < lines.length; ) {
    if (lines[index]!.isBlank) {
      index++;
      continue;
    }
    const blankBefore = index === 0 || lines[index - 1]!.isBlank;
    const behind = behindCode(reading, lines, index, isListed);
    const { unit, next } =
      behind > 0 ? { unit: codeUnit(lines[index]!, lines[behind - 1]!, behind - index), next: behind } : plainUnit(reading, lines, index);
    if (unit.mark?.layout === "list-item") isListed = true;
    else if (lines[index]!.indent < 2) isListed = false;
    units.push({ ...unit, blankBefore });
    index = next;
  }
  return units;
};
