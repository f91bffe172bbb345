import { logGamma1p, logPoissonKernel } from "./gamma-function.ts";
import { swapTails, type Tails, tailsFromLower } from "./tails.ts";

const EPSILON = 1e-17;
const NOTHING: Tails = { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 };

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x), with logs.
 *
 * Series below the mean, continued fraction above it, and the difference formula for Q where a is small.
 *
 * @param a shape, above 0
 * @param x 0 to Infinity
 * @throws RangeError when a or x is outside its range
 * @source didonato-morris-1986
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`incompleteGamma needs a > 0 and x >= 0, got a = ${a}, x = ${x}`);
  if (x === 0) return NOTHING;
  if (x === Infinity) return swapTails(NOTHING);
  if (a < 0.5 && x < 1.5) return smallShape(a, x);
  if (x < a + 1) return tailsFromLower(logPoissonKernel(a, x) + Math.log(lowerSeries(a, x)));
  return swapTails(tailsFromLower(logPoissonKernel(a, x) + Math.log(a) - Math.log(x) + Math.log(upperFraction(a, x))));
}

/** sum of x^n / ((a + 1) ... (a + n)). */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** x times the continued fraction of Gamma(a, x) / (x^a e^-x), by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 3e-16) break;
  }
  return x * value;
}

/** P = x^a / Gamma(1 + a) (1 + a s): the upper tail as a difference that does not cancel when a is small. */
function smallShape(a: number, x: number): Tails {
  let term = 1;
  let s = 0;
  for (let n = 1; n < 200 && Math.abs(term) > EPSILON; n++) {
    term *= -x / n;
    s += term / (a + n);
  }
  const logFront = a * Math.log(x) - logGamma1p(a);
  const logLower = Math.min(logFront + Math.log1p(a * s), 0);
  const upper = -Math.expm1(logFront) - Math.exp(logFront) * a * s;
  return { lower: Math.exp(logLower), upper, logLower, logUpper: Math.log(upper) };
}
