import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { type Estimated, type Interval, proportionProblem, reachOf } from "./counts.ts";
import { wilsonLimits } from "./proportion-interval.ts";

/** a of m against b of n. */
export interface TwoProportions {
  readonly a: number;
  readonly m: number;
  readonly b: number;
  readonly n: number;
}

export type DifferenceMethod = "newcombe" | "agresti-caffo" | "wald";

/**
 * Difference of two independent proportions, a/m - b/n, with its interval.
 *
 * Newcombe's hybrid score interval (his method 10) is the one to use; Wald is here for comparison.
 *
 * @param level confidence level between 0 and 1
 * @refuses invalid/subjects, events when a count is not a whole number in range; incomplete/no-subjects when a group is empty
 * @throws RangeError when the level is not between 0 and 1
 * @source newcombe-1998b, agresti-caffo-2000
 * @example proportionDifference({ a: 56, m: 70, b: 48, n: 80 }) // 0.2, 0.0524 to 0.3339
 */
export function proportionDifference(counts: TwoProportions, method: DifferenceMethod = "newcombe", level = 0.95): Result<Estimated> {
  const z = reachOf(level);
  const { a, m, b, n } = counts;
  const problem = proportionProblem(a, m) ?? proportionProblem(b, n);
  return problem ?? ok({ estimate: a / m - b / n, ci: INTERVALS[method](counts, z) });
}

const INTERVALS: Record<DifferenceMethod, (counts: TwoProportions, z: number) => Interval> = {
  newcombe: ({ a, m, b, n }, z) => {
    const [p1, p2] = [a / m, b / n];
    const [l1, u1] = wilsonLimits(a, m, z);
    const [l2, u2] = wilsonLimits(b, n, z);
    return [p1 - p2 - Math.hypot(p1 - l1, u2 - p2), p1 - p2 + Math.hypot(u1 - p1, p2 - l2)];
  },
  "agresti-caffo": ({ a, m, b, n }, z) => wald({ a: a + 1, m: m + 2, b: b + 1, n: n + 2 }, z),
  wald: (counts, z) => wald(counts, z),
};

function wald({ a, m, b, n }: TwoProportions, z: number): Interval {
  const [p1, p2] = [a / m, b / n];
  const reach = z * Math.sqrt((p1 * (1 - p1)) / m + (p2 * (1 - p2)) / n);
  return [p1 - p2 - reach, p1 - p2 + reach];
}

/**
 * Chi-square test that two proportions are equal.
 *
 * @param continuity whether to take up to half an event off each cell's deviation (Yates)
 * @refuses as `proportionDifference`; not-applicable/no-events when nobody or everybody had the event
 * @source pearson-1900b, yates-1934
 */
export function proportionTest({ a, m, b, n }: TwoProportions, continuity = false): Result<{ readonly chisq: number; readonly p: number }> {
  const problem = proportionProblem(a, m) ?? proportionProblem(b, n);
  if (problem) return problem;
  const pooled = (a + b) / (m + n);
  if (pooled === 0 || pooled === 1) return refuse("not-applicable", "no-events");
  const deviation = Math.abs(a - m * pooled);
  const reduced = deviation - (continuity ? Math.min(0.5, deviation) : 0);
  const chisq = (reduced * reduced * (1 / m + 1 / n)) / (pooled * (1 - pooled));
  return ok({ chisq, p: chiSquare(1).upper(chisq) });
}
