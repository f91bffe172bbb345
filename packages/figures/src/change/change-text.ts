import { type ChangeRow, type ChangeSeries, printedText } from "@calcar/evidence";
import { fill, type Words } from "../words.ts";

/** One instrument on its own scale: scores of different instruments never share an axis. */
export interface ChangePanel {
  readonly instrument: string;
  readonly scale: string;
  readonly range: readonly [number, number];
  readonly higherIsBetter: boolean | null;
  readonly rows: readonly ChangeRow[];
}

/** The rows of a series by instrument and scale, in their order. */
export function panelsOf({ series }: ChangeSeries): ChangePanel[] {
  const groups = Map.groupBy(series, ({ instrument, scale }) => `${instrument}\n${scale}`);
  return [...groups.values()].map((rows) => {
    const { instrument, scale, range, higherIsBetter } = rows[0]!;
    return { instrument, scale, higherIsBetter, rows, range: range ?? spread(rows) };
  });
}

/** Where a scale's ends are not stated: the values themselves, with air. */
function spread(rows: readonly ChangeRow[]): [number, number] {
  const values = rows.flatMap(({ before, after }) => [before, after]).filter((value) => value !== null);
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = (high - low || 1) * 0.25;
  return [Number((low - air).toPrecision(2)), Number((high + air).toPrecision(2))];
}

/** "+17.4": a change always carries its sign. */
export const signed = (value: number, language: string): string =>
  value > 0 ? `+${printedText(value, language)}` : printedText(value, language);

/** "67.2 to 84.6", or why not. */
export function valuesText({ before, after, statistic }: ChangeRow, words: Words): string {
  if (before === null || after === null) return words.noValues;
  const text = fill(words.beforeAfter, { before: printedText(before, words.language), after: printedText(after, words.language) });
  return statistic === "median" ? `${text} (${words.medians})` : text;
}

/** "change +17.4"; with a star where the subtraction is ours; empty where none is printed or computed. */
export function changeText({ change, changeDerived }: ChangeRow, words: Words): string {
  if (change === null) return "";
  return fill(changeDerived ? words.changeDerived : words.change, { change: signed(change, words.language) });
}

export const countText = ({ n }: ChangeRow, words: Words): string => (n === null ? words.nUnknown : fill(words.n, { n }));

const NO_BREAK = "\u00a0";

/** What was given, when it was measured, how many were counted. */
export const circumstances = (row: ChangeRow, words: Words): string =>
  [row.product, row.timepoint, countText(row, words).replaceAll(" ", NO_BREAK)].join(`${NO_BREAK}\u00b7 `);
