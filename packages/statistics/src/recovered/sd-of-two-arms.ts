import { type Result, refuse } from "@calcar/vocabulary";
import { studentT } from "../distributions/student-t.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { errorOf, isOrdered, isSize, type PrintedInterval, type Recovered } from "./sd-of-arm.ts";

/** How many were in each of two arms. */
export interface TwoSizes {
  readonly n1: number;
  readonly n2: number;
}

/**
 * The standard deviation that two arms share, from the standard error of their difference: `SD = SE / sqrt(1/n1 + 1/n2)`.
 * An average of both arms under the assumption that they spread alike.
 *
 * @refuses invalid/standard-error when not above 0 or not finite; invalid/group-size when an arm has fewer than 2
 * @source cochrane-handbook-ch6
 */
export function sharedSdFromSe(se: number, sizes: TwoSizes): Result<number> {
  if (!(se > 0 && se < Infinity)) return refuse("invalid", "standard-error", ["se"]);
  if (!areSizes(sizes)) return refuse("invalid", "group-size");
  return finiteAnswer(se / perMember(sizes));
}

/**
 * The same from the confidence interval of the difference of means, with n1 + n2 - 2 degrees of freedom.
 *
 * @refuses invalid/interval when the limits are not finite or not in order; invalid/group-size when an arm has fewer than 2
 * @throws RangeError when the level is not between 0 and 1
 * @source cochrane-handbook-ch6, student-1908
 */
export function sharedSdFromInterval(interval: PrintedInterval, sizes: TwoSizes): Result<Recovered> {
  if (!isOrdered(interval)) return refuse("invalid", "interval");
  if (!areSizes(sizes)) return refuse("invalid", "group-size");
  const df = sizes.n1 + sizes.n2 - 2;
  const { se, critical } = errorOf(interval, df);
  return finiteAnswer({ sd: se / perMember(sizes), se, critical, df });
}

/**
 * The same from the exact two-sided p of a t test with pooled variance: `SE = |difference| / t`, t the quantile that leaves p / 2.
 *
 * @param p exact, between 0 and 1; a bound such as "p < 0.05" gives no standard deviation
 * @refuses invalid/p-value when p is not between 0 and 1; not-applicable/no-difference when the means are alike: any standard
 *   deviation fits; invalid/group-size when an arm has fewer than 2
 * @source cochrane-handbook-ch6, student-1908
 * @example sharedSdFromP(3.8, 0.008, { n1: 25, n2: 22 }) // t 2.78, SE 1.37, SD 4.68
 */
export function sharedSdFromP(difference: number, p: number, sizes: TwoSizes): Result<Recovered> {
  if (!(p > 0 && p < 1)) return refuse("invalid", "p-value", ["p"]);
  if (!areSizes(sizes)) return refuse("invalid", "group-size");
  if (!(Math.abs(difference) > 0 && Math.abs(difference) < Infinity)) return refuse("not-applicable", "no-difference");
  const df = sizes.n1 + sizes.n2 - 2;
  const critical = studentT(df).upperQuantile(p / 2);
  const se = Math.abs(difference) / critical;
  return finiteAnswer({ sd: se / perMember(sizes), se, critical, df });
}

const perMember = ({ n1, n2 }: TwoSizes): number => Math.sqrt(1 / n1 + 1 / n2);
const areSizes = ({ n1, n2 }: TwoSizes): boolean => isSize(n1, 2) && isSize(n2, 2);
