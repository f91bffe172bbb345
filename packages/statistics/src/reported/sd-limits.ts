import type { Interval } from "../meta/index.ts";
import { type Printed, windowOf } from "./printed-number.ts";

export interface Scores {
  readonly mean: Printed;
  readonly n: number; // 2 or more
  readonly range: Interval; // the lowest and the highest value that one person can have
  readonly whole: boolean; // whether every value is a whole number
}

/**
 * The smallest and the largest standard deviation (n - 1) that n values with a given mean can have.
 *
 * Largest when all sit at the two ends of the range: `sqrt(n (m - a)(b - m) / (n - 1))`. Smallest when all are alike, or, for
 * whole numbers, when they are the two around the mean: `sqrt(n f (1 - f) / (n - 1))`, f the fraction of the mean.
 *
 * @returns the limits over every mean that rounds to the printed one; undefined when none of those lies in the range
 * @throws RangeError when n is below 2
 * @source anaya-2016
 * @example sdLimits({ mean: { value: 5, decimals: 0 }, n: 10, range: [0, 10], whole: false }) // 0 to 5.27
 */
export function sdLimits({ mean, n, range: [a, b], whole }: Scores): Interval | undefined {
  if (!(Number.isInteger(n) && n >= 2)) throw new RangeError(`a standard deviation needs two or more values, got ${n}`);
  const [low, high] = [Math.max(a, windowOf(mean)[0]), Math.min(b, windowOf(mean)[1])];
  if (low > high) return undefined;
  const middle = Math.min(high, Math.max(low, (a + b) / 2)); // where the spread can be widest
  const widest = Math.sqrt((n * (middle - a) * (b - middle)) / (n - 1));
  return [whole ? narrowestWhole(low, high, n) : 0, widest];
}

/** Sums of whole numbers are whole: the smallest spread is at one of the possible sums, those nearest to a whole mean first. */
function narrowestWhole(low: number, high: number, n: number): number {
  const [first, last] = [Math.ceil(low * n), Math.floor(high * n)];
  if (first > last || Math.floor(last / n) * n >= first) return 0; // no sum fits, which GRIM tells, or a mean is whole itself
  const spread = (sum: number) => {
    const f = sum / n - Math.floor(sum / n);
    return Math.sqrt((n * f * (1 - f)) / (n - 1));
  };
  return Math.min(spread(first), spread(last));
}
