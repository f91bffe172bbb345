import { LOG_SQRT_2PI } from "../numerics/gamma-function.ts";
import { incompleteGamma } from "../numerics/incomplete-gamma.ts";
import { logComplement, type Tails } from "../numerics/tails.ts";
import { type Distribution, distributionOf } from "./distribution.ts";

/** log of P(Z > z) for z >= 0: half the upper tail of a chi-square with one degree of freedom. */
const logUpperTail = (z: number): number => incompleteGamma(0.5, (z * z) / 2).logUpper - Math.LN2;

function tails(z: number): Tails {
  const logSmall = logUpperTail(Math.abs(z));
  const small = Math.exp(logSmall);
  const large = 1 - small;
  const logLarge = logComplement(logSmall);
  return z > 0
    ? { lower: large, upper: small, logLower: logLarge, logUpper: logSmall }
    : { lower: small, upper: large, logLower: logSmall, logUpper: logLarge };
}

const logDensity = (z: number): number => -LOG_SQRT_2PI - (z * z) / 2;

/** z above 0 with upper tail p <= 1/2: a rational start, then Halley's steps on the log of the tail. */
function upperHalfQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let n = 0; n < 6; n++) {
    const logTail = logUpperTail(Math.max(z, 0));
    const hazard = Math.exp(logDensity(z) - logTail);
    const gap = (logTail - Math.log(p)) / hazard; // Newton on the log of the tail
    const move = gap / (1 + (gap * (hazard - z)) / 2);
    z += move;
    if (Math.abs(move) < 1e-9 * Math.max(z, 1e-300)) break; // the next error is the cube of this one
  }
  return z;
}

/** z near 0, from the mass c = 2 P(0 < Z < z): keeps its relative digits where the tail is close to a half. */
function centralQuantile(c: number): number {
  let z = c * Math.sqrt(Math.PI / 2);
  for (let n = 0; n < 20; n++) {
    const move = (c - incompleteGamma(0.5, (z * z) / 2).lower) / (2 * Math.exp(logDensity(z)));
    z += move;
    if (Math.abs(move) <= 1e-15 * z) break;
  }
  return z;
}

function quantile(lower: number, upper: number): number {
  const small = Math.min(lower, upper);
  if (small === 0.5) return 0;
  const size = small > 0.4 ? centralQuantile(1 - 2 * small) : upperHalfQuantile(small);
  return lower < upper ? -size : size;
}

/**
 * The standard normal distribution.
 *
 * @throws RangeError from every function when x is NaN or p is not strictly between 0 and 1
 * @source didonato-morris-1986
 */
export const normal: Distribution = distributionOf({ logDensity, tails, quantile });
