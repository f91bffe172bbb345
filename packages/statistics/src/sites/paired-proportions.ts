import { ok, type Result, refuse } from "@calcar/vocabulary";
import { binomial } from "../distributions/binomial.ts";
import { type Estimated, type Interval, reachOf } from "./counts.ts";
import { wilsonLimits } from "./proportion-interval.ts";

/** Pairs by what both members showed: the same hip before and after, or both hips of a person. */
export interface PairCounts {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

export interface PairedDifference extends Estimated {
  /** McNemar's test, exact; mid-p is less conservative. */
  readonly exactP: number;
  readonly midP: number;
}

/**
 * Difference of two proportions seen in the same pairs, with Newcombe's score interval and McNemar's exact test.
 *
 * The interval joins two Wilson intervals with the correlation phi of the table, which is corrected for continuity when
 * positive. Without discordant pairs the test has p = 1.
 *
 * @param level confidence level between 0 and 1
 * @refuses invalid/pairs when a count is not a whole number from 0; incomplete/no-pairs when there are none
 * @throws RangeError when the level is not between 0 and 1
 * @source newcombe-1998c, mcnemar-1947
 */
export function pairedProportions(pairs: PairCounts, level = 0.95): Result<PairedDifference> {
  const z = reachOf(level);
  const { both, firstOnly, secondOnly, neither } = pairs;
  if (![both, firstOnly, secondOnly, neither].every((count) => Number.isInteger(count) && count >= 0)) return refuse("invalid", "pairs");
  const n = both + firstOnly + secondOnly + neither;
  if (n === 0) return refuse("incomplete", "no-pairs");
  return ok({ estimate: (firstOnly - secondOnly) / n, ci: newcombe(pairs, n, z), ...mcNemar(firstOnly, secondOnly) });
}

function newcombe({ both, firstOnly, secondOnly, neither }: PairCounts, n: number, z: number): Interval {
  const [first, second] = [both + firstOnly, both + secondOnly];
  const [p1, p2] = [first / n, second / n];
  const [l1, u1] = wilsonLimits(first, n, z);
  const [l2, u2] = wilsonLimits(second, n, z);
  const phi = correlation(both * neither - firstOnly * secondOnly, { first, second, n });
  const reach = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  return [p1 - p2 - reach(p1 - l1, u2 - p2), p1 - p2 + reach(u1 - p1, p2 - l2)];
}

function correlation(cross: number, { first, second, n }: { first: number; second: number; n: number }): number {
  const spread = first * (n - first) * second * (n - second);
  if (spread === 0) return 0;
  const corrected = cross > 0 ? Math.max(0, cross - n / 2) : cross;
  return corrected / Math.sqrt(spread);
}

function mcNemar(firstOnly: number, secondOnly: number): { exactP: number; midP: number } {
  const discordant = firstOnly + secondOnly;
  if (discordant === 0) return { exactP: 1, midP: 1 };
  const fewer = Math.min(firstOnly, secondOnly);
  const coin = binomial(discordant, 0.5);
  const tail = coin.lower(fewer);
  return { exactP: Math.min(1, 2 * tail), midP: Math.min(1, 2 * tail - coin.probability(fewer)) };
}
