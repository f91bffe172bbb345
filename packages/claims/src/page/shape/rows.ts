import type { DraftBlock } from "../draft.ts";
import type { Span } from "../page.ts";
import type { Unit } from "./units.ts";

/** "|---|:---:|": the line that makes the row above it a heading row. */
export const isDelimiterRow = (text: string): boolean => text.length <= 600 && /^\|?[-:|\s]+$/.test(text) && text.includes("-");

const trimmed = (text: string, { start, end }: Span): Span => {
  const inner = text.slice(start, end);
  const from = start + (inner.length - inner.trimStart().length);
  return { start: from, end: Math.max(from, from + inner.trim().length) };
};

/** Where each cell of a row lies, its leading bar included; the last takes the closing bar too. */
const cellSpans = (text: string, row: Span, sign: "|" | "\t"): { whole: Span; body: Span }[] => {
  const starts: number[] = [];
  const closing = sign === "|" && text.charAt(row.end - 1) === "|" ? row.end - 1 : row.end;
  if (sign === "\t" || text.charAt(row.start) !== "|") starts.push(row.start);
  for (let at = text.indexOf(sign, row.start); at >= 0 && at < closing; at = text.indexOf(sign, at + 1))
    if (text.charAt(at - 1) !== "\\") starts.push(at);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? row.end;
    const signed = text.charAt(start) === sign ? 1 : 0;
    return { whole: { start, end }, body: trimmed(text, { start: start + signed, end: Math.min(end, Math.max(closing, start + signed)) }) };
  });
};

/** The place of a row in the tables of a page. */
export interface RowPlace {
  readonly table: number;
  readonly row: number;
  readonly isHeader: boolean;
}

/** The cells of one row of a table drawn with bars or set with tabs. */
export const cellsOf = (text: string, unit: Unit, place: RowPlace): DraftBlock[] => {
  const { table, row, isHeader } = place;
  return cellSpans(text, unit, unit.row === "bars" ? "|" : "\t").flatMap(({ whole, body }, column): DraftBlock[] => {
    const { start, end } = trimmed(text, whole);
    const words = { start: Math.min(body.start, end), end: Math.min(body.end, end) };
    return start === end ? [] : [{ start, end, layout: "table-cell", body: words, cell: { table, row, column, isHeader } }];
  });
};
