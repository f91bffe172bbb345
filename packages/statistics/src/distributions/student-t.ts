import { logBeta } from "../numerics/gamma-function.ts";
import { incompleteBeta } from "../numerics/incomplete-beta.ts";
import { swapTails, tailsFromLower } from "../numerics/tails.ts";
import { betaLogitQuantile } from "./beta.ts";
import { type Distribution, distributionOf, requirePositive } from "./distribution.ts";

/**
 * Student's t distribution.
 *
 * @param df degrees of freedom, above 0 and not necessarily whole
 * @throws RangeError when df is not positive and finite; from the functions when x is NaN or p not strictly between 0 and 1
 * @source didonato-morris-1992
 */
export function studentT(df: number): Distribution {
  requirePositive("df", df);
  return distributionOf({
    logDensity: (t) => -logBeta(0.5, df / 2) - Math.log(df) / 2 - ((df + 1) / 2) * Math.log1p((t * t) / df),
    tails: (t) => {
      const beyond = tailsFromLower(logBeyond(df, t) - Math.LN2);
      return t > 0 ? swapTails(beyond) : beyond;
    },
    quantile: (lower, upper) => {
      const small = Math.min(lower, upper);
      if (small === 0.5) return 0;
      const size = absoluteQuantile(df, small);
      return lower < upper ? -size : size;
    },
  });
}

/** log P(|T| > |t|): t^2 / (df + t^2) is beta(1/2, df/2). */
function logBeyond(df: number, t: number): number {
  const ratio = (t / Math.sqrt(df)) ** 2;
  if (ratio === Infinity) return -Infinity;
  return incompleteBeta(0.5, df / 2, ratio / (1 + ratio), 1 / (1 + ratio)).logUpper;
}

function absoluteQuantile(df: number, upper: number): number {
  const logit = betaLogitQuantile({ a: 0.5, b: df / 2, lower: 1 - 2 * upper, upper: 2 * upper });
  return Math.sqrt(df) * Math.exp(logit / 2);
}
