import { logBetaKernel } from "../numerics/gamma-function.ts";
import { incompleteBeta } from "../numerics/incomplete-beta.ts";
import { type Distribution, distributionOf, requirePositive } from "./distribution.ts";
import { solveTail } from "./solve-tail.ts";

/**
 * The beta distribution on 0 to 1.
 *
 * @param a,b shapes, above 0
 * @throws RangeError when a shape is not positive; from the functions when x is NaN or p not strictly between 0 and 1
 * @source didonato-morris-1992, loader-2000
 */
export function beta(a: number, b: number): Distribution {
  requirePositive("a", a);
  requirePositive("b", b);
  const clamp = (x: number) => Math.min(Math.max(x, 0), 1);
  return distributionOf({
    logDensity: (x) => (x > 0 && x < 1 ? logBetaKernel(a, b, x, 1 - x) - Math.log(x) - Math.log1p(-x) : -Infinity),
    tails: (x) => incompleteBeta(a, b, clamp(x), 1 - clamp(x)),
    quantile: (lower, upper) => {
      const logit = betaLogitQuantile({ a, b, lower, upper });
      return logit > 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
    },
  });
}

interface BetaProbability {
  readonly a: number;
  readonly b: number;
  readonly lower: number;
  readonly upper: number;
}

/** log(x / (1 - x)) at the quantile: exact for x near 0 and near 1 alike. */
export function betaLogitQuantile({ a, b, lower, upper }: BetaProbability): number {
  const tails = (logit: number) => {
    const odds = Math.exp(-Math.abs(logit));
    const small = odds / (1 + odds);
    const large = 1 / (1 + odds);
    return logit > 0 ? incompleteBeta(a, b, large, small) : incompleteBeta(a, b, small, large);
  };
  return solveTail({ tails, lower, upper, start: Math.log(a / b), width: Math.sqrt(1 / a + 1 / b) });
}
