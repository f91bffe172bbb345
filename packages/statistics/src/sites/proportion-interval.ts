import { ok, type Result } from "@calcar/vocabulary";
import { beta } from "../distributions/beta.ts";
import { type Estimated, type Interval, proportionProblem, reachOf, tailOf } from "./counts.ts";

export const PROPORTION_METHODS = ["wilson", "wilson-cc", "clopper-pearson", "agresti-coull", "jeffreys", "wald"] as const;
export type ProportionMethod = (typeof PROPORTION_METHODS)[number];

/**
 * Confidence interval of a proportion.
 *
 * Wilson is the everyday choice; Clopper-Pearson never covers less than it says and is wide for it; Wald fails near 0 and 1
 * and is here for comparison. Wald and Agresti-Coull limits are not cut at 0 and 1.
 *
 * @param x events, a whole number from 0 to n
 * @param n subjects, a whole number above 0
 * @param level confidence level between 0 and 1
 * @refuses invalid/subjects, events when a count is not a whole number in range; incomplete/no-subjects when n is 0
 * @throws RangeError when the level is not between 0 and 1
 * @source wilson-1927, clopper-pearson-1934, agresti-coull-1998, brown-cai-dasgupta-2001, newcombe-1998a
 * @example proportionInterval(81, 263) // 0.3080, 0.2553 to 0.3662
 */
export function proportionInterval(x: number, n: number, method: ProportionMethod = "wilson", level = 0.95): Result<Estimated> {
  const tail = tailOf(level);
  return proportionProblem(x, n) ?? ok({ estimate: x / n, ci: INTERVALS[method]({ x, n, tail, z: reachOf(level) }) });
}

interface Asked {
  readonly x: number;
  readonly n: number;
  readonly tail: number;
  readonly z: number;
}

const INTERVALS: Record<ProportionMethod, (asked: Asked) => Interval> = {
  wilson: ({ x, n, z }) => wilsonLimits(x, n, z),
  "wilson-cc": ({ x, n, z }) => wilsonLimits(x, n, z, 0.5),
  "clopper-pearson": ({ x, n, tail }) => [
    x === 0 ? 0 : beta(x, n - x + 1).quantile(tail),
    x === n ? 1 : beta(x + 1, n - x).upperQuantile(tail),
  ],
  "agresti-coull": ({ x, n, z }) => wald((x + (z * z) / 2) / (n + z * z), n + z * z, z),
  jeffreys: ({ x, n, tail }) => [
    x === 0 ? 0 : beta(x + 0.5, n - x + 0.5).quantile(tail),
    x === n ? 1 : beta(x + 0.5, n - x + 0.5).upperQuantile(tail),
  ],
  wald: ({ x, n, z }) => wald(x / n, n, z),
};

function wald(p: number, n: number, z: number): Interval {
  const reach = z * Math.sqrt((p * (1 - p)) / n);
  return [p - reach, p + reach];
}

/**
 * Wilson's score limits.
 *
 * @param z normal quantile of the level, 1.96 for 95%
 * @param correction continuity correction in events: 0 for none, 1/2 for the usual one
 */
export function wilsonLimits(x: number, n: number, z: number, correction = 0): Interval {
  const at = (p: number, sign: 1 | -1) => {
    const centre = p + (z * z) / (2 * n);
    const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    return (centre + sign * reach) / (1 + (z * z) / n);
  };
  const lower = x === 0 ? 0 : at((x - Math.min(correction, x)) / n, -1);
  const upper = x === n ? 1 : at((x + Math.min(correction, n - x)) / n, 1);
  return [lower, upper];
}
