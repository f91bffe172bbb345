import { logGamma1p, logPoissonKernel } from "../numerics/gamma-function.ts";
import { incompleteGamma } from "../numerics/incomplete-gamma.ts";
import { type Distribution, distributionOf, requirePositive } from "./distribution.ts";
import { solveTail } from "./solve-tail.ts";

/**
 * The gamma distribution.
 *
 * @param shape above 0
 * @param rate above 0, the inverse of the scale
 * @throws RangeError when a parameter is not positive; from the functions when x is NaN or p not strictly between 0 and 1
 * @source didonato-morris-1986, loader-2000
 */
export function gamma(shape: number, rate: number): Distribution {
  requirePositive("shape", shape);
  requirePositive("rate", rate);
  return distributionOf({
    logDensity: (x) =>
      x > 0 ? logPoissonKernel(shape, x * rate) + Math.log(shape / x) : x === 0 && shape === 1 ? Math.log(rate) : -Infinity,
    tails: (x) => incompleteGamma(shape, Math.max(x, 0) * rate),
    quantile: (lower, upper) => standardQuantile(shape, lower, upper) / rate,
  });
}

/** The chi-square distribution with `df` degrees of freedom, above 0 and not necessarily whole. */
export const chiSquare = (df: number): Distribution => gamma(df / 2, 0.5);

/** Quantile for rate 1, on the log scale: tiny shapes have quantiles like 1e-240. */
function standardQuantile(shape: number, lower: number, upper: number): number {
  const nearZero = (Math.log(lower) + logGamma1p(shape)) / shape; // P(a, x) ~ x^a / Gamma(a + 1)
  const start = nearZero < Math.log(shape + 1) - 3 ? nearZero : Math.log(shape);
  return Math.exp(solveTail({ tails: (u) => incompleteGamma(shape, Math.exp(u)), lower, upper, start, width: 1 / Math.sqrt(shape + 1) }));
}
