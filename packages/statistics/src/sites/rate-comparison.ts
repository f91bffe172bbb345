import { ok, type Result, refuse } from "@calcar/vocabulary";
import { beta } from "../distributions/beta.ts";
import { binomial } from "../distributions/binomial.ts";
import { normal } from "../distributions/normal.ts";
import { type Estimated, type Interval, rateProblem, tailOf } from "./counts.ts";

export interface Rate {
  readonly events: number;
  /** Person-time, above 0. */
  readonly exposure: number;
}

export interface RateRatio {
  /** First rate over second: 0 or Infinity when one group has no event. */
  readonly ratio: number;
  /** Exact: from the share of events that fell in the first group. */
  readonly exact: Interval;
  /** Symmetric on the log scale; absent when a group has no event. */
  readonly wald: Interval | undefined;
  /** Exact two-sided p, twice the smaller tail. */
  readonly p: number;
}

/**
 * Ratio of two incidence rates.
 *
 * Given the total number of events, those of the first group are binomial; Clopper-Pearson limits of that share turn into
 * exact limits of the ratio.
 *
 * @param level confidence level between 0 and 1
 * @refuses invalid/events, exposure; incomplete/no-events when neither group has an event
 * @throws RangeError when the level is not between 0 and 1
 * @source breslow-day-1987
 */
export function rateRatio(first: Rate, second: Rate, level = 0.95): Result<RateRatio> {
  const tail = tailOf(level);
  const problem = rateProblem(first.events, first.exposure) ?? rateProblem(second.events, second.exposure);
  if (problem) return problem;
  const [a, b] = [first.events, second.events];
  if (a + b === 0) return refuse("incomplete", "no-events");
  const scale = second.exposure / first.exposure;
  const odds = (share: number) => (share >= 1 ? Infinity : (scale * share) / (1 - share));
  const exact: Interval = [
    a === 0 ? 0 : odds(beta(a, b + 1).quantile(tail)),
    b === 0 ? Infinity : odds(beta(a + 1, b).upperQuantile(tail)),
  ];
  const ratio = b === 0 ? Infinity : (scale * a) / b;
  const share = binomial(a + b, first.exposure / (first.exposure + second.exposure));
  const p = Math.min(1, 2 * Math.min(share.lower(a), a === 0 ? 1 : share.upper(a - 1)));
  return ok({ ratio, exact, wald: a > 0 && b > 0 ? waldRatio(ratio, 1 / a + 1 / b, tail) : undefined, p });
}

function waldRatio(ratio: number, variance: number, tail: number): Interval {
  const reach = Math.exp(normal.upperQuantile(tail) * Math.sqrt(variance));
  return [ratio / reach, ratio * reach];
}

/**
 * Difference of two incidence rates, first minus second, with a Wald interval.
 *
 * @param level confidence level between 0 and 1
 * @refuses invalid/events, exposure; incomplete/no-events when neither group has an event: then the interval has no width
 * @throws RangeError when the level is not between 0 and 1
 * @source breslow-day-1987
 */
export function rateDifference(first: Rate, second: Rate, level = 0.95): Result<Estimated> {
  const z = normal.upperQuantile(tailOf(level));
  const problem = rateProblem(first.events, first.exposure) ?? rateProblem(second.events, second.exposure);
  if (problem) return problem;
  if (first.events + second.events === 0) return refuse("incomplete", "no-events");
  const estimate = first.events / first.exposure - second.events / second.exposure;
  const reach = z * Math.sqrt(first.events / first.exposure ** 2 + second.events / second.exposure ** 2);
  return ok({ estimate, ci: [estimate - reach, estimate + reach] });
}
