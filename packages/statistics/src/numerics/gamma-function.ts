import { log1pMinus } from "./log1p-minus.ts";

export const LOG_SQRT_2PI = 0.9189385332046727;
const EULER_GAMMA = 0.5772156649015329;

/** Bernoulli numbers over 2n(2n-1): the coefficients of Stirling's series in 1/x, 1/x^3, ... */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400, 43867 / 244188];

const ZETA_MINUS_ONE = Array.from({ length: 40 }, (_, n) => (n < 2 ? 0 : zetaMinusOne(n)));

/** The Riemann zeta function less one, by direct sum and the Euler-Maclaurin remainder. */
function zetaMinusOne(n: number): number {
  const last = 24;
  const tail = last ** -n;
  let sum = tail * (last / (n - 1) + 0.5 + n / (12 * last) - (n * (n + 1) * (n + 2)) / (720 * last ** 3));
  sum += (tail * n * (n + 1) * (n + 2) * (n + 3) * (n + 4)) / (30240 * last ** 5);
  for (let k = last - 1; k >= 2; k--) sum += k ** -n;
  return sum;
}

/** log Gamma(2 + z) for |z| <= 0.5, by its Taylor series: exact in the relative sense around the zero at z = 0. */
function logGammaTwoPlus(z: number): number {
  let sum = 0;
  for (let n = 39; n >= 2; n--) sum = sum * -z + ZETA_MINUS_ONE[n]! / n;
  return z * (1 - EULER_GAMMA) + sum * z * z;
}

/** log Gamma(1 + z) for z > -1, without loss around its zeros at 0 and 1. */
export function logGamma1p(z: number): number {
  if (z >= 9) return logGamma(1 + z);
  if (z > 1.5) return logGammaRising(1 + z);
  return z > 0.5 ? logGammaTwoPlus(z - 1) : z >= -0.5 ? logGammaTwoPlus(z) - Math.log1p(z) : logGamma1p(z + 1) - Math.log1p(z);
}

function logGammaRising(x: number): number {
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaTwoPlus(rest - 2);
}

/**
 * Natural logarithm of the gamma function.
 *
 * @param x above 0
 * @throws RangeError when x is not a positive number
 * @source abramowitz-stegun-1964
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x > 0, got ${x}`);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + LOG_SQRT_2PI + stirlingError(x);
  if (x > 2.5) return logGammaRising(x);
  return x < 0.5 ? logGamma1p(x) - Math.log(x) : logGamma1p(x - 1);
}

/** log Gamma(x) less Stirling's approximation (x - 1/2) log x - x + log(2 pi) / 2. Equals the same difference for log x!. */
export function stirlingError(x: number): number {
  if (x < 10) return logGamma1p(x) - (x + 0.5) * Math.log(x) + x - LOG_SQRT_2PI;
  const square = x * x;
  let sum = 0;
  for (let n = STIRLING.length - 1; n >= 0; n--) sum = sum / square + STIRLING[n]!;
  return sum / x;
}

/** log of the beta function B(a, b), without cancellation when a or b is large. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const corrections = stirlingError(large) - stirlingError(small + large);
  const ratio = -(large - 0.5) * Math.log1p(small / large) + small - small * Math.log(small + large);
  return logGamma(small) + corrections + ratio;
}

/** log(n choose k) for real n >= k >= 0. */
export const logChoose = (n: number, k: number): number => (k === 0 || k === n ? 0 : -Math.log(n + 1) - logBeta(n - k + 1, k + 1));

/** Derivative of log Gamma, x > 0. */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma needs x > 0, got ${x}`);
  let shift = 0;
  let at = x;
  for (; at < 12; at++) shift += 1 / at;
  const inverse = 1 / (at * at);
  const series = inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132)))));
  return Math.log(at) - 0.5 / at - (series + inverse ** 6 * (-691 / 32760 + inverse / 12)) - shift;
}

/** Second derivative of log Gamma, x > 0. */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`trigamma needs x > 0, got ${x}`);
  let shift = 0;
  let at = x;
  for (; at < 14; at++) shift += 1 / (at * at);
  const inverse = 1 / (at * at);
  const series = 1 / 6 - inverse * (1 / 30 - inverse * (1 / 42 - inverse * (1 / 30 - inverse * (5 / 66 - inverse * (691 / 2730)))));
  return 1 / at + 0.5 * inverse + (series * inverse) / at + shift;
}

/**
 * log of the Poisson-like kernel `x^a e^-x / Gamma(a + 1)` by Loader's deviance form: no cancellation when x is near a.
 * @source loader-2000
 */
export function logPoissonKernel(a: number, x: number): number {
  if (a === 0) return -x;
  const u = (x - a) / a;
  const deviance = Math.abs(u) < 0.5 ? a * log1pMinus(u) : a * Math.log(x / a) - (x - a);
  return deviance - stirlingError(a) - LOG_SQRT_2PI - 0.5 * Math.log(a);
}

/**
 * log of `x^a y^b / B(a, b)` with y = 1 - x given beside x, by Loader's deviance form.
 * @source loader-2000
 */
export function logBetaKernel(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const gap = x <= y ? a - n * x : n * y - b; // a - n x from the smaller of x and y: no cancellation
  const left = Math.abs(gap) < 0.5 * a ? a * log1pMinus(-gap / a) : a * Math.log((n * x) / a) + gap;
  const right = Math.abs(gap) < 0.5 * b ? b * log1pMinus(gap / b) : b * Math.log((n * y) / b) - gap;
  const corrections = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return left + right + corrections - LOG_SQRT_2PI + 0.5 * (Math.log(a) + Math.log(b / n));
}
