import { logChoose } from "../numerics/gamma-function.ts";
import { discreteOf, logSum, summedTails } from "./discrete.ts";
import type { DiscreteDistribution } from "./distribution.ts";

/** Margins of a 2x2 table: both group sizes and the number of events. */
export interface Margins {
  readonly n1: number;
  readonly n2: number;
  readonly events: number;
}

/** Fewest and most events the first group can have. */
export const supportOf = ({ n1, n2, events }: Margins): readonly [number, number] => [Math.max(0, events - n2), Math.min(n1, events)];

function requireMargins({ n1, n2, events }: Margins): void {
  const whole = [n1, n2, events].every((count) => Number.isInteger(count) && count >= 0);
  if (!whole || events > n1 + n2) throw new RangeError(`margins must be whole counts with events among ${n1} + ${n2}, got ${events}`);
}

/**
 * The hypergeometric distribution: events in the first group when all margins of the table are fixed and the odds ratio is 1.
 *
 * @throws RangeError when a margin is not a whole count or there are more events than people
 */
export const hypergeometric = (margins: Margins): DiscreteDistribution => noncentralHypergeometric(margins, 0);

/**
 * Fisher's noncentral hypergeometric distribution: the same for any odds ratio.
 *
 * @param logOddsRatio natural log of the odds ratio, finite
 * @throws RangeError when a margin is not a whole count, there are more events than people, or the log odds ratio is not finite
 */
export function noncentralHypergeometric(margins: Margins, logOddsRatio: number): DiscreteDistribution {
  requireMargins(margins);
  if (!Number.isFinite(logOddsRatio)) throw new RangeError(`the log odds ratio must be finite, got ${logOddsRatio}`);
  const [low, high] = supportOf(margins);
  const terms = logTerms(margins);
  const total = logSum(terms.map((term, i) => term + (low + i) * logOddsRatio));
  const logProbability = (x: number): number => terms[x - low]! + x * logOddsRatio - total;
  return discreteOf({ low, high, logProbability, tails: summedTails(low, high, logProbability) });
}

/** log of (n1 choose x)(n2 choose events - x) over the support. */
export function logTerms(margins: Margins): number[] {
  const { n1, n2, events } = margins;
  const [low, high] = supportOf(margins);
  return Array.from({ length: high - low + 1 }, (_, i) => logChoose(n1, low + i) + logChoose(n2, events - low - i));
}
