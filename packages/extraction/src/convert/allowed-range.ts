import { windowOf } from "@calcar/statistics";
import type { FigureRead } from "../check/figure-read.ts";

/**
 * What the rounding of printed figures allows a result to be: the least and the most over all corners of their windows. Every
 * conversion here rises or falls all the way in each of its figures, so that its extremes lie at corners.
 *
 * @param figures those that were rounded; counts are exact and are not among them
 * @returns undefined when some corner has no answer
 */
export function allowedRange(
  figures: readonly FigureRead[],
  result: (values: readonly number[]) => number | undefined,
): [number, number] | undefined {
  const corners = figures.reduce<number[][]>(
    (rows, { printed }) => windowOf(printed).flatMap((edge) => rows.map((row) => [...row, edge])),
    [[]],
  );
  const results = corners.map(result);
  if (results.some((value) => value === undefined || !Number.isFinite(value))) return undefined;
  const found = results as number[];
  return [rounded(Math.min(...found)), rounded(Math.max(...found))];
}

/** Five digits: more than any paper prints, and the same on every machine. */
export const rounded = (value: number): number => Number(value.toPrecision(5)) + 0; // never -0
