import { type Matrix, type Vector, zeros } from "./matrix.ts";

/**
 * Lower Cholesky factor L with A = L L'.
 *
 * @param a symmetric; only its lower triangle is read
 * @returns L, or undefined when a pivot is not positive beyond rounding (A is not positive definite)
 */
export function cholesky(a: Matrix): Matrix | undefined {
  const n = a.length;
  const l = zeros(n, n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i > j) l[i]![j] = sum / l[j]![j]!;
      else if (sum > a[j]![j]! * 1e-15 * n && sum < Infinity) l[j]![j] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return l;
}

/** Solves L x = b. */
export function forwardSolve(l: Matrix, b: Vector): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < x.length; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= l[i]![k]! * x[k]!;
    x[i] = sum / l[i]![i]!;
  }
  return x;
}

/** Solves L' x = b. */
export function backSolve(l: Matrix, b: Vector): Float64Array {
  const x = Float64Array.from(b);
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < x.length; k++) sum -= l[k]![i]! * x[k]!;
    x[i] = sum / l[i]![i]!;
  }
  return x;
}

/** Solves A x = b from A's Cholesky factor. */
export const choleskySolve = (l: Matrix, b: Vector): Float64Array => backSolve(l, forwardSolve(l, b));

/** The inverse of A from its Cholesky factor, exactly symmetric. */
export function choleskyInverse(l: Matrix): Matrix {
  const n = l.length;
  const out = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const column = choleskySolve(l, unit);
    for (let i = j; i < n; i++) {
      out[i]![j] = column[i]!;
      out[j]![i] = column[i]!;
    }
  }
  return out;
}

/** log |A| from its Cholesky factor. */
export function choleskyLogDet(l: Matrix): number {
  let sum = 0;
  for (let i = 0; i < l.length; i++) sum += Math.log(l[i]![i]!);
  return 2 * sum;
}

/** The inverse of a positive definite matrix, or undefined when it is not positive definite. */
export function invertPositive(a: Matrix): Matrix | undefined {
  const l = cholesky(a);
  return l && choleskyInverse(l);
}
