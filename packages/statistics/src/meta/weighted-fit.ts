import { cholesky, choleskyInverse, choleskyLogDet, choleskySolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, matrixOf, multiply, multiplyVector, trace, weightedCross } from "../numerics/matrix.ts";
import type { Studies } from "./studies.ts";

/** Weighted least squares with weights 1 / (vi + tau2). */
export interface WeightedFit {
  readonly tau2: number;
  readonly w: Float64Array;
  readonly beta: Float64Array;
  /** Inverse of X'WX. */
  readonly covariance: Matrix;
  /** log |X'WX|. */
  readonly logDet: number;
  readonly residuals: Float64Array;
  /** sum of w r^2, the generalised Q at this tau2. */
  readonly rss: number;
}

/** Number of coefficients. */
export const coefficients = (studies: Studies): number => studies.x?.[0]?.length ?? 1;

/** Weights at a tau2, or undefined when one is not a positive finite number. */
export function weightsAt({ v }: Studies, tau2: number): Float64Array | undefined {
  const w = new Float64Array(v.length);
  for (let i = 0; i < v.length; i++) {
    const weight = 1 / (v[i]! + tau2);
    if (!(weight > 0 && weight < Infinity)) return undefined;
    w[i] = weight;
  }
  return w;
}

/** The fit with given positive weights, or undefined when the design is singular under them. */
export function fitWithWeights(studies: Studies, w: Float64Array, tau2: number): WeightedFit | undefined {
  return studies.x ? fitDesign(studies, studies.x, w, tau2) : fitMean(studies, w, tau2);
}

/** The fit at a tau2, or undefined when a weight is not finite. */
export function fitAt(studies: Studies, tau2: number): WeightedFit | undefined {
  const w = weightsAt(studies, tau2);
  return w && fitWithWeights(studies, w, tau2);
}

function fitMean({ y }: Studies, w: Float64Array, tau2: number): WeightedFit {
  let sumW = 0;
  let sumWY = 0;
  for (let i = 0; i < y.length; i++) {
    sumW += w[i]!;
    sumWY += w[i]! * y[i]!;
  }
  const mu = sumWY / sumW;
  const residuals = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) residuals[i] = y[i]! - mu;
  return {
    tau2,
    w,
    beta: Float64Array.of(mu),
    covariance: matrixOf([[1 / sumW]]),
    logDet: Math.log(sumW),
    residuals,
    rss: squares(w, residuals),
  };
}

function fitDesign({ y }: Studies, x: Matrix, w: Float64Array, tau2: number): WeightedFit | undefined {
  const factor = cholesky(weightedCross(x, w));
  if (!factor) return undefined;
  const right = new Float64Array(factor.length);
  for (let i = 0; i < y.length; i++) for (let j = 0; j < right.length; j++) right[j]! += w[i]! * y[i]! * x[i]![j]!;
  const beta = choleskySolve(factor, right);
  const residuals = y.map((value, i) => value - dot(x[i]!, beta));
  return { tau2, w, beta, covariance: choleskyInverse(factor), logDet: choleskyLogDet(factor), residuals, rss: squares(w, residuals) };
}

function squares(w: Float64Array, residuals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += w[i]! * residuals[i]! ** 2;
  return sum;
}

/** Sums over P = W - W X (X'WX)^-1 X'W, without forming it: cost is linear in the number of studies. */
export interface Traces {
  readonly sumW: number;
  readonly sumW2: number;
  readonly trP: number;
  readonly trPP: number;
  readonly yPPy: number;
}

export function tracesOf(studies: Studies, fit: WeightedFit): Traces {
  const { w, residuals } = fit;
  let sumW = 0;
  let sumW2 = 0;
  let sumW3 = 0;
  let yPPy = 0;
  for (let i = 0; i < w.length; i++) {
    const weight = w[i]!;
    const square = weight * weight;
    sumW += weight;
    sumW2 += square;
    sumW3 += square * weight;
    yPPy += square * residuals[i]! ** 2;
  }
  if (!studies.x) return { sumW, sumW2, trP: sumW - sumW2 / sumW, trPP: sumW2 - (2 * sumW3) / sumW + (sumW2 / sumW) ** 2, yPPy };
  const half = multiply(
    fit.covariance,
    weightedCross(
      studies.x,
      w.map((weight) => weight * weight),
    ),
  );
  const whole = multiply(
    fit.covariance,
    weightedCross(
      studies.x,
      w.map((weight) => weight ** 3),
    ),
  );
  return { sumW, sumW2, trP: sumW - trace(half), trPP: sumW2 - 2 * trace(whole) + trace(multiply(half, half)), yPPy };
}

/** tr(P D P D) with D diagonal. */
export function traceSandwich(studies: Studies, fit: WeightedFit, d: Float64Array): number {
  const { w } = fit;
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += (w[i]! * d[i]!) ** 2;
  const x = studies.x ?? matrixOf(Array.from(w, () => [1]));
  const once = multiply(
    fit.covariance,
    weightedCross(
      x,
      w.map((weight, i) => weight * weight * d[i]!),
    ),
  );
  const twice = multiply(
    fit.covariance,
    weightedCross(
      x,
      w.map((weight, i) => weight ** 3 * d[i]! ** 2),
    ),
  );
  return sum - 2 * trace(twice) + trace(multiply(once, once));
}

/** Fitted values X b. */
export const fittedValues = (studies: Studies, beta: Float64Array): Float64Array =>
  studies.x ? multiplyVector(studies.x, beta) : new Float64Array(studies.y.length).fill(beta[0]!);
