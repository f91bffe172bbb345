import { type Result, refuse } from "@calcar/vocabulary";
import { studentT } from "../distributions/student-t.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { isSize, type Recovered } from "./sd-of-arm.ts";

/** Spreads of one arm before and after, and how both hang together. */
export interface BeforeAndAfter {
  readonly sdBefore: number;
  readonly sdAfter: number;
  readonly r: number; // correlation of the same people's values before and after
}

/**
 * Standard deviation of a change from the spreads before and after: `sqrt(sdBefore^2 + sdAfter^2 - 2 r sdBefore sdAfter)`.
 *
 * @refuses invalid/standard-deviation when one is negative or not finite; invalid/correlation outside -1 to 1
 * @source cochrane-handbook-ch6
 * @example sdOfChange({ sdBefore: 8, sdAfter: 6, r: 0.5 }) // 7.21
 */
export function sdOfChange({ sdBefore, sdAfter, r }: BeforeAndAfter): Result<number> {
  if (![sdBefore, sdAfter].every((sd) => sd >= 0 && sd < Infinity)) return refuse("invalid", "standard-deviation");
  if (!(Math.abs(r) <= 1)) return refuse("invalid", "correlation", ["r"]);
  return finiteAnswer(Math.sqrt((sdBefore - sdAfter) ** 2 + 2 * (1 - r) * sdBefore * sdAfter)); // the same, and never below 0
}

/**
 * Standard deviation of a change from its mean and the exact two-sided p of a paired t test: `|change| sqrt(n) / t`.
 *
 * @refuses invalid/p-value when p is not between 0 and 1; invalid/group-size when n is no whole number from 2;
 *   not-applicable/no-difference when the mean change is 0
 * @source cochrane-handbook-ch6, student-1908
 */
export function sdOfChangeFromP(change: number, p: number, n: number): Result<Recovered> {
  if (!(p > 0 && p < 1)) return refuse("invalid", "p-value", ["p"]);
  if (!isSize(n, 2)) return refuse("invalid", "group-size", ["n"]);
  if (!(Math.abs(change) > 0 && Math.abs(change) < Infinity)) return refuse("not-applicable", "no-difference");
  const critical = studentT(n - 1).upperQuantile(p / 2);
  const se = Math.abs(change) / critical;
  return finiteAnswer({ sd: se * Math.sqrt(n), se, critical, df: n - 1 });
}
