import { normal } from "../distributions/normal.ts";
import { studentT } from "../distributions/student-t.ts";

/**
 * How intervals and tests of coefficients are made.
 * `z` normal; `t` Student with k - p df; `hksj` Knapp-Hartung (Hartung-Knapp-Sidik-Jonkman) scale and t;
 * `adhoc` the same with a scale of at least 1; `mhksj` the wider of `hksj` and `z`.
 */
export type CiMethod = "z" | "t" | "hksj" | "adhoc" | "mhksj";

export const CI_METHODS: readonly CiMethod[] = ["z", "t", "hksj", "adhoc", "mhksj"];

/** Whether a number can be the coverage of an interval. */
export const isLevel = (level: number): boolean => level > 0 && level < 1;

export type Interval = readonly [low: number, high: number];

/** One coefficient with its test and interval. */
export interface Inference {
  readonly estimate: number;
  readonly se: number;
  /** estimate / se; absent when se is 0. */
  readonly stat?: number;
  /** Degrees of freedom of t; absent for a normal test. */
  readonly df?: number;
  readonly p: number;
  readonly ci: Interval;
}

/** Multiplier of half the width, and the two-sided p value of a statistic, on a normal or a t distribution. */
export function referenceDistribution(df: number | undefined, level: number): { critical: number; p: (stat: number) => number } {
  const distribution = df === undefined ? normal : studentT(df);
  return { critical: distribution.upperQuantile((1 - level) / 2), p: (stat) => Math.min(1, 2 * distribution.upper(Math.abs(stat))) };
}

/** Wald test and interval of an estimate with its standard error. */
export function waldInference(estimate: number, se: number, level: number, df?: number): Inference {
  const { critical, p } = referenceDistribution(df, level);
  const ci: Interval = [estimate - critical * se, estimate + critical * se];
  const base = { estimate, se, ci, ...(df === undefined ? {} : { df }) };
  if (se > 0) return { ...base, stat: estimate / se, p: p(estimate / se) };
  return { ...base, p: estimate === 0 ? 1 : 0 };
}

/** The wider of two inferences on the same estimate. */
export const wider = (a: Inference, b: Inference): Inference => (b.ci[1] - b.ci[0] > a.ci[1] - a.ci[0] ? b : a);
