import { normal } from "../distributions/normal.ts";
import { studentT } from "../distributions/student-t.ts";
import type { Interval } from "../meta/index.ts";

/** An estimate in the middle of its interval, each of the three known only to a range. */
export interface RoundedEstimate {
  readonly estimate: Interval;
  readonly lower: Interval;
  readonly upper: Interval;
}

export interface IntervalTest {
  readonly noEffect: number; // 0 for a difference, log 1 = 0 for a log ratio
  readonly level: number; // coverage of the interval, 0.95
  readonly df?: number | undefined; // absent: the normal distribution
}

type Point = readonly [lower: number, upper: number];

/**
 * Whether an estimate can be the middle of its interval: some values that round to the three printed ones are symmetric.
 *
 * On the log scale for ratios, on the natural scale for differences: the caller passes the scale.
 */
export const isSymmetric = (rounded: RoundedEstimate): boolean => corners(rounded).length > 0;

/**
 * The two-sided p values that an estimate and its interval allow, over everything that rounds to the printed figures.
 *
 * `t = (estimate - noEffect) / ((upper - lower) / (2 c))`, c the critical value of the interval.
 *
 * @returns the smallest and the largest p; undefined when the interval cannot be symmetric about the estimate
 * @source altman-bland-2011
 * @example pFromInterval({ estimate: [17, 17], lower: [1.4, 1.4], upper: [32.6, 32.6] }, { noEffect: 0, level: 0.95 }) // 0.033
 */
export function pFromInterval(rounded: RoundedEstimate, { noEffect, level, df }: IntervalTest): Interval | undefined {
  const distribution = df === undefined ? normal : studentT(df);
  const critical = distribution.upperQuantile((1 - level) / 2);
  const points = corners(rounded);
  if (points.length === 0) return undefined;
  const scores = points.map(([lower, upper]) => ((lower + upper) / 2 - noEffect) * ((2 * critical) / (upper - lower)));
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const smallest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
  const p = (score: number) => 2 * distribution.upper(score);
  return [p(Math.max(Math.abs(low), Math.abs(high))), p(smallest)];
}

/**
 * The corners of all (lower, upper) that round to the printed limits and whose middle rounds to the printed estimate. The test
 * statistic is a ratio of two linear functions of the limits, so that its extremes over this polygon lie at corners.
 */
function corners({ estimate, lower, upper }: RoundedEstimate): Point[] {
  const inBox = lower
    .flatMap((l) => upper.map((u): Point => [l, u]))
    .filter(([l, u]) => l + u >= 2 * estimate[0] && l + u <= 2 * estimate[1]);
  const onLines = estimate.flatMap((e): Point[] => [
    ...lower.map((l): Point => [l, 2 * e - l]),
    ...upper.map((u): Point => [2 * e - u, u]),
  ]);
  const within = ([l, u]: Point) => l >= lower[0] && l <= lower[1] && u >= upper[0] && u <= upper[1];
  return [...inBox, ...onLines.filter(within)].filter(([l, u]) => u > l);
}
