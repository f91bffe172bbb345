import { type Result, refuse } from "@calcar/vocabulary";
import { studentT } from "../distributions/student-t.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { tailOf } from "../sites/counts.ts";

/**
 * Standard deviation from the standard error of a mean: `SD = SE sqrt(n)`.
 *
 * @param se in the unit of the values, 0 or more
 * @param n how many were averaged, a whole number from 1
 * @refuses invalid/standard-error when negative or not finite; invalid/group-size when n is no whole number from 1
 * @source cochrane-handbook-ch6
 * @example sdFromSe(1.5, 25) // 7.5
 */
export function sdFromSe(se: number, n: number): Result<number> {
  if (!(se >= 0 && se < Infinity)) return refuse("invalid", "standard-error", ["se"]);
  if (!isSize(n, 1)) return refuse("invalid", "group-size", ["n"]);
  return finiteAnswer(se * Math.sqrt(n));
}

/** A confidence interval as printed. `level` is its coverage, 0.95. */
export interface PrintedInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** A standard deviation, and what it was worked out by. */
export interface Recovered {
  readonly sd: number;
  readonly se: number; // of the mean or of the difference
  readonly critical: number; // of Student's t
  readonly df: number;
}

/**
 * Standard deviation from the confidence interval of one arm's mean: `SD = sqrt(n) (upper - lower) / (2 t)`, t of Student's
 * distribution with n - 1 degrees of freedom, which for small arms is much wider than the normal 1.96.
 *
 * @refuses invalid/interval when the limits are not finite or not in order; invalid/group-size when n is no whole number from 2
 * @throws RangeError when the level is not between 0 and 1
 * @source cochrane-handbook-ch6, student-1908
 * @example sdFromInterval({ lower: 30, upper: 34.2, level: 0.95 }, 25) // 5.087
 */
export function sdFromInterval(interval: PrintedInterval, n: number): Result<Recovered> {
  if (!isOrdered(interval)) return refuse("invalid", "interval");
  if (!isSize(n, 2)) return refuse("invalid", "group-size", ["n"]);
  const { se, critical } = errorOf(interval, n - 1);
  return finiteAnswer({ sd: se * Math.sqrt(n), se, critical, df: n - 1 });
}

/** Half the width of an interval in standard errors of Student's distribution. */
export function errorOf({ lower, upper, level }: PrintedInterval, df: number) {
  const critical = studentT(df).upperQuantile(tailOf(level));
  return { se: (upper - lower) / (2 * critical), critical };
}

export const isOrdered = ({ lower, upper }: PrintedInterval): boolean => Number.isFinite(lower) && Number.isFinite(upper) && lower < upper;

export const isSize = (n: number, least: number): boolean => Number.isInteger(n) && n >= least;
