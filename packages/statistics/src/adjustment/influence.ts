import { type Matrix, multiplyVector } from "../numerics/matrix.ts";
import { codeLabels, type GroupLabel } from "../survival/follow-up.ts";
import { expit, type LogisticFit } from "./logistic.ts";

/** Probabilities that a logistic fit gives to design rows. */
export function fittedProbabilities(fit: LogisticFit, x: Matrix): Float64Array {
  const coef = fit.coefficients.map((row) => row.coef);
  return Float64Array.from(x, (row) => expit(row.reduce((sum, value, j) => sum + value * coef[j]!, 0)));
}

/** How much each row moves a weighted sum of a logistic fit's coefficients. */
export function coefficientInfluence(
  fit: LogisticFit,
  x: Matrix,
  { y, slope }: { y: ArrayLike<number>; slope: Float64Array },
): Float64Array {
  const side = multiplyVector(fit.vcov, slope);
  const p = fittedProbabilities(fit, x);
  return Float64Array.from(x, (row, i) => (y[i]! - p[i]!) * row.reduce((sum, value, j) => sum + value * side[j]!, 0));
}

/** Robust standard error from the rows' influences, summed within clusters when they are given. */
export function robustError(influence: Float64Array, cluster?: ArrayLike<GroupLabel>): number {
  return Math.sqrt((cluster ? clusterSums(influence, cluster) : influence).reduce((sum, value) => sum + value * value, 0));
}

function clusterSums(influence: Float64Array, cluster: ArrayLike<GroupLabel>): Float64Array {
  const { codes, labels } = codeLabels(cluster);
  const sums = new Float64Array(labels.length);
  influence.forEach((value, i) => {
    sums[codes[i]!]! += value;
  });
  return sums;
}
