import { logBetaKernel } from "../numerics/gamma-function.ts";
import { incompleteBeta } from "../numerics/incomplete-beta.ts";
import { swapTails } from "../numerics/tails.ts";
import { discreteOf } from "./discrete.ts";
import type { DiscreteDistribution } from "./distribution.ts";

/**
 * The binomial distribution.
 *
 * @param n trials, a whole number from 0
 * @param p chance of an event, 0 to 1
 * @throws RangeError when n or p is outside its range
 * @source loader-2000
 */
export function binomial(n: number, p: number): DiscreteDistribution {
  if (!(Number.isInteger(n) && n >= 0 && p >= 0 && p <= 1))
    throw new RangeError(`binomial needs whole n and p from 0 to 1, got ${n}, ${p}`);
  const q = 1 - p;
  const logProbability = (x: number): number => {
    if (p === 0 || p === 1) return x === n * p ? 0 : -Infinity;
    if (x === 0) return n * Math.log1p(-p);
    if (x === n) return n * Math.log(p);
    return logBetaKernel(x, n - x, p, q) + Math.log(n / (x * (n - x)));
  };
  return discreteOf({ low: 0, high: n, logProbability, tails: (x) => swapTails(incompleteBeta(x + 1, n - x, p, q)) });
}
