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
  if (m > 1e5) return 1 - 3 / (4 * m) - 7 / (32 * m * m); // the gamma ratio loses digits to cancellation here
  return Math.exp(logGamma(m / 2) - Math.log(m / 2) / 2 - logGamma((m - 1) / 2));
}
