import { ok, type Result, refuse } from "@calcar/vocabulary";

/** A median with its quartiles, its extremes, or both, and how many values they are of. */
export interface QuantileSummary {
  readonly median: number;
  readonly quartiles?: readonly [number, number] | undefined;
  readonly extremes?: readonly [number, number] | undefined;
  readonly n: number;
}

/** The three sets of printed quantiles that the estimators tell apart. */
export type QuantileSet = "extremes" | "quartiles" | "both";

/** The estimators were worked out for five values or more: with fewer, quartiles are not values of their own. */
const LEAST = 5;

/**
 * Which quantiles there are, when they can be meant.
 *
 * @refuses invalid/group-size when n is no whole number from 5; incomplete/quantiles when there are neither quartiles nor
 *   extremes; invalid/order when they are not finite or not in order; not-applicable/no-spread when the widest pair is one value
 */
export function quantileSet({ median, quartiles, extremes, n }: QuantileSummary): Result<QuantileSet> {
  if (!(Number.isInteger(n) && n >= LEAST)) return refuse("invalid", "group-size", ["n"]);
  if (quartiles === undefined && extremes === undefined) return refuse("incomplete", "quantiles", ["q1", "q3", "min", "max"]);
  const row = [extremes?.[0], quartiles?.[0], median, quartiles?.[1], extremes?.[1]].filter((value) => value !== undefined);
  if (!row.every((value, i) => Number.isFinite(value) && (i === 0 || row[i - 1]! <= value))) return refuse("invalid", "order");
  if ([quartiles, extremes].some((pair) => pair !== undefined && pair[0] === pair[1])) return refuse("not-applicable", "no-spread");
  if (quartiles === undefined) return ok("extremes");
  return ok(extremes === undefined ? "quartiles" : "both");
}

/** The middle of a pair. */
export const middle = ([low, high]: readonly [number, number]): number => (low + high) / 2;
export const width = ([low, high]: readonly [number, number]): number => high - low;
