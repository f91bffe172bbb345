import { ok, type Result, refuse } from "@calcar/vocabulary";
import { studentT } from "../distributions/student-t.ts";
import type { Vector } from "../numerics/matrix.ts";
import { type Interval, tailOf } from "./counts.ts";

export interface TTest {
  /** Mean, or difference of means, in the unit of the values. */
  readonly estimate: number;
  readonly se: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly ci: Interval;
}

/** Size, mean and standard deviation of a group. */
export interface MeanSummary {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/**
 * Size, mean and standard deviation of values, in two passes.
 *
 * @refuses invalid/values when one is not a finite number; incomplete/too-few-values below two
 */
export function summarise(values: Vector): Result<MeanSummary> {
  const list = Array.from(values);
  if (!list.every(Number.isFinite)) return refuse("invalid", "values");
  if (list.length < 2) return refuse("incomplete", "too-few-values");
  const n = list.length;
  const mean = list.reduce((sum, value) => sum + value / n, 0);
  return ok({ n, mean, sd: Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2 / (n - 1), 0)) });
}

/**
 * One-sample t test of a mean against 0; given the differences of pairs, the paired t test.
 *
 * @param values two or more numbers
 * @param level confidence level between 0 and 1
 * @refuses invalid/values; incomplete/too-few-values below two; not-applicable/no-variation when all are alike
 * @throws RangeError when the level is not between 0 and 1
 * @source student-1908
 */
export function oneSampleT(values: Vector, level = 0.95): Result<TTest> {
  const summary = summarise(values);
  if (!summary.ok) return summary;
  const { n, mean, sd } = summary.value;
  return inference({ estimate: mean, se: sd / Math.sqrt(n), df: n - 1 }, level);
}

/**
 * Paired t test of first minus second.
 *
 * @refuses as `oneSampleT`
 * @throws RangeError when the two differ in length or the level is not between 0 and 1
 * @source student-1908
 */
export function pairedT(first: Vector, second: Vector, level = 0.95): Result<TTest> {
  if (first.length !== second.length) throw new RangeError(`${first.length} first values, ${second.length} second values`);
  return oneSampleT(
    Array.from(first, (value, i) => value - second[i]!),
    level,
  );
}

/**
 * Two-sample t test of first minus second, from the groups' summaries.
 *
 * @param variances `unequal` (Welch, Satterthwaite's degrees of freedom) or `equal` (pooled)
 * @param level confidence level between 0 and 1
 * @refuses invalid/summary when a size is not a whole number from 2, or a mean or SD not finite, or an SD negative;
 *   not-applicable/no-variation when both SDs are 0
 * @throws RangeError when the level is not between 0 and 1
 * @source welch-1947, student-1908
 */
export function twoSampleT(
  first: MeanSummary,
  second: MeanSummary,
  variances: "unequal" | "equal" = "unequal",
  level = 0.95,
): Result<TTest> {
  if (![first, second].every(isSummary)) return refuse("invalid", "summary");
  return inference({ estimate: first.mean - second.mean, ...(variances === "equal" ? pooledError : welchError)(first, second) }, level);
}

const isSummary = ({ n, mean, sd }: MeanSummary): boolean =>
  Number.isInteger(n) && n >= 2 && Number.isFinite(mean) && sd >= 0 && sd < Infinity;

function welchError(first: MeanSummary, second: MeanSummary) {
  const v1 = first.sd ** 2 / first.n;
  const v2 = second.sd ** 2 / second.n;
  return { se: Math.sqrt(v1 + v2), df: (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1)) };
}

function pooledError(first: MeanSummary, second: MeanSummary) {
  const df = first.n + second.n - 2;
  const variance = ((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / df;
  return { se: Math.sqrt(variance * (1 / first.n + 1 / second.n)), df };
}

function inference({ estimate, se, df }: { estimate: number; se: number; df: number }, level: number): Result<TTest> {
  const tail = tailOf(level);
  if (!(se > 1e-14 * Math.abs(estimate))) return refuse("not-applicable", "no-variation");
  const t = estimate / se;
  const student = studentT(df);
  const reach = student.upperQuantile(tail) * se;
  return ok({ estimate, se, t, df, p: Math.min(1, 2 * student.upper(Math.abs(t))), ci: [estimate - reach, estimate + reach] });
}
