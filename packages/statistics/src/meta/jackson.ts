import { weightedChiSquareTail } from "../distributions/weighted-chi-square.ts";
import { type Matrix, matrixOf, multiply, zeros } from "../numerics/matrix.ts";
import { symmetricEigen } from "../numerics/symmetric-eigen.ts";
import type { Studies } from "./studies.ts";
import { fitAt, type WeightedFit } from "./weighted-fit.ts";

/**
 * P(Q >= q) as a function of tau2, for Cochran's Q with weights 1 / vi: a weighted sum of chi-squares whose weights are the
 * eigenvalues of S^1/2 P S^1/2, S = diag(vi + tau2).
 *
 * @param studies all with positive variances
 * @source jackson-2013
 */
export function jacksonTail(studies: Studies): (tau2: number) => number {
  const fit = fitAt(studies, 0);
  if (!fit) throw new RangeError("jacksonTail needs positive variances");
  const projection = projectionOf(studies, fit);
  const df = studies.y.length - fit.beta.length;
  return (tau2) => {
    const roots = studies.v.map((variance) => Math.sqrt(variance + tau2));
    const inner = projection.map((row, i) => row.map((value, j) => value * roots[i]! * roots[j]!));
    const { values } = symmetricEigen(inner);
    return weightedChiSquareTail(Array.from(values.slice(-df)), fit.rss);
  };
}

/** P = W - W X (X'WX)^-1 X'W. */
function projectionOf({ x, y }: Studies, { w, covariance }: WeightedFit): Matrix {
  const design = x ?? matrixOf(Array.from(y, () => [1]));
  const left = multiply(design, covariance);
  const out = zeros(y.length, y.length);
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < y.length; j++) {
      let sum = 0;
      for (let a = 0; a < covariance.length; a++) sum += left[i]![a]! * design[j]![a]!;
      out[i]![j] = (i === j ? w[i]! : 0) - w[i]! * w[j]! * sum;
    }
  }
  return out;
}
