import { backSolve } from "./cholesky.ts";
import { type Matrix, transpose, zeros } from "./matrix.ts";

/** The inverse of an upper triangular matrix with no zero on its diagonal. */
export function triangularInverse(upper: Matrix): Matrix {
  const lower = transpose(upper);
  const out = zeros(upper.length, upper.length);
  for (let j = 0; j < upper.length; j++) {
    const unit = new Float64Array(upper.length);
    unit[j] = 1;
    backSolve(lower, unit).forEach((value, i) => {
      out[i]![j] = value;
    });
  }
  return out;
}
