import { logBeta, logBetaKernel, logGamma } from "./gamma-function.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { swapTails, type Tails, tailsFromLower } from "./tails.ts";

const NOTHING: Tails = { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 };

/**
 * Regularised incomplete beta function I_x(a, b), its complement, and logs.
 *
 * The tail on the near side of the mean is computed (power series, continued fraction, or the expansion for large a and
 * small b); the other is its complement, so neither loses digits.
 *
 * @param a,b shapes, above 0
 * @param x 0 to 1
 * @param y 1 - x, given separately so that x near 1 keeps its digits
 * @throws RangeError when a shape is not positive or x, y leave 0 to 1
 * @source didonato-morris-1992
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError(`incompleteBeta needs positive shapes, got ${a}, ${b}`);
  if (!(x >= 0 && y >= 0 && x <= 1 && y <= 1)) throw new RangeError(`incompleteBeta needs x from 0 to 1, got ${x}`);
  if (x === 0) return NOTHING;
  if (y === 0) return swapTails(NOTHING);
  const belowMean = x <= y ? (a + b) * x <= a : (a + b) * y >= b;
  return belowMean ? tailsFromLower(logNearTail(a, b, x, y)) : swapTails(tailsFromLower(logNearTail(b, a, y, x)));
}

/** log I_x(a, b) for x at or below the mean a / (a + b). */
function logNearTail(a: number, b: number, x: number, y: number): number {
  if (x <= 0.7 && b * x <= 1) return logPowerSeries(a, b, x);
  if (b >= 1) return logBetaKernel(a, b, x, y) + Math.log(fraction(a, b, x, y));
  if (a >= 20) return logLargeShape(a, b, x, y);
  return logRaised(a, b, x, y);
}

/** x^a / (a B) (1 + a sum (1-b)...(n-b) x^n / (n! (a+n))). */
function logPowerSeries(a: number, b: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 10_000; n++) {
    term *= ((n - b) / n) * x;
    const part = term / (a + n);
    sum += part;
    if (Math.abs(part) <= 1e-17 * Math.abs(sum)) break;
  }
  return a * Math.log(x) - Math.log(a) - logBeta(a, b) + Math.log1p(a * sum);
}

/** The continued fraction of DiDonato and Morris for I_x(a, b) / kernel, by Lentz's method. */
function fraction(a: number, b: number, x: number, y: number): number {
  const lambda = x <= y ? a - (a + b) * x : (a + b) * y - b;
  const beta = (n: number) => n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 2 * n + 1)) * (lambda + 1 + n * (1 + y));
  let c = beta(0);
  let d = 1 / c;
  let value = d;
  c = Number.MAX_VALUE;
  for (let n = 1; n < 100_000; n++) {
    const ratio = x / (a + 2 * n - 1);
    const alpha = (a + n - 1) * (a + b + n - 1) * n * (b - n) * ratio * ratio;
    const denominator = beta(n);
    d = 1 / (denominator + alpha * d);
    c = denominator + alpha / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 3e-16) break;
  }
  return value;
}

/** I_x(a, b) = I_x(a + n, b) + a finite sum of positive terms, for a below the range of the expansion. */
function logRaised(a: number, b: number, x: number, y: number): number {
  const steps = Math.ceil(20 - a);
  let term = Math.exp(logBetaKernel(a, b, x, y) - Math.log(a));
  let sum = 0;
  for (let n = 0; n < steps; n++) {
    sum += term;
    term *= ((a + b + n) / (a + n + 1)) * x;
  }
  return Math.log(sum + Math.exp(logLargeShape(a + steps, b, x, y)));
}

/**
 * Expansion for large a and b below 1. With t = e^-s the integrand is e^(-T s) (2 sinh(s/2))^(b-1), T = a + (b-1)/2;
 * the power series of (sinh z / z)^(b-1) integrates to upper incomplete gamma functions of u = -T log x.
 */
function logLargeShape(a: number, b: number, x: number, y: number): number {
  const logX = x > y ? Math.log1p(-y) : Math.log(x);
  const t = a + (b - 1) / 2;
  const u = -t * logX;
  const powers = sinhPowerSeries(b - 1, 16);
  const kernel = Math.exp(b * Math.log(u) - u - logGamma(b)); // u^b e^-u / Gamma(b)
  let tail = incompleteGamma(b, u).upper; // Gamma(b + 2n, u) / Gamma(b), raised by recurrence
  let edge = kernel;
  let sum = 0;
  for (let n = 0; n < powers.length; n++) {
    const part = (powers[n]! * tail) / (4 * t * t) ** n;
    sum += part;
    if (Math.abs(part) < 1e-17 * Math.abs(sum)) break;
    const shape = b + 2 * n;
    tail = shape * (shape + 1) * tail + edge * (u + shape + 1);
    edge *= u * u;
  }
  return Math.log(sum) - b * Math.log(t) - (logBeta(a, b) - logGamma(b));
}

/** Coefficients in z^2 of (sinh z / z)^power. */
function sinhPowerSeries(power: number, count: number): number[] {
  const base = [1];
  for (let n = 1; n < count; n++) base.push(base[n - 1]! / (2 * n * (2 * n + 1)));
  const out = [1];
  for (let n = 1; n < count; n++) {
    let sum = 0;
    for (let m = 1; m <= n; m++) sum += (power * m - (n - m)) * base[m]! * out[n - m]!;
    out.push(sum / n);
  }
  return out;
}
