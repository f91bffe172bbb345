import { logGamma } from "../numerics/gamma-function.ts";

/**
 * Hedges' exact small-sample factor of a standardised mean difference, `Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2))`.
 *
 * @param m degrees of freedom of the standard deviation, above 1
 * @throws RangeError when m is not above 1
 * @source hedges-1981
 */
export function hedgesJ(m: number): number {
  if (!(m > 1)) throw new RangeError(`hedgesJ needs m > 1, got ${m}`);
  if (m > 100) return Math.sqrt((m - 1) / m) * gammaRatioSeries((m - 1) / 2); // a difference of log-gammas loses digits here
  return Math.exp(logGamma(m / 2) - Math.log(m / 2) / 2 - logGamma((m - 1) / 2));
}

/** Gamma(w + 1/2) / (sqrt(w) Gamma(w)) for large w. @source abramowitz-stegun-1964 */
function gammaRatioSeries(w: number): number {
  const terms = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262144, 869 / 4194304];
  return terms.reduceRight((sum, term) => sum / w + term, 0);
}
