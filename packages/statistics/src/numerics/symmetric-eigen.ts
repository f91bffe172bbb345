import { identity, type Matrix, matrixOf, zeros } from "./matrix.ts";

export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Columns are the orthonormal eigenvectors, in the order of the values. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's cyclic rotations.
 *
 * @param a symmetric, a few hundred rows at most
 */
export function symmetricEigen(a: Matrix): Eigen {
  const n = a.length;
  const work = matrixOf(a);
  const vectors = identity(n);
  for (let sweep = 0; sweep < 60 && offDiagonal(work) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(work, vectors, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => work[i]![i]! - work[j]![j]!);
  const sorted = zeros(n, n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sorted[i]![j] = vectors[i]![order[j]!]!;
  return { values: Float64Array.from(order, (i) => work[i]![i]!), vectors: sorted };
}

/** Sum of squares off the diagonal, taken as nothing once it is rounding beside the diagonal. */
function offDiagonal(a: Matrix): number {
  let off = 0;
  let on = 0;
  for (let i = 0; i < a.length; i++) {
    on += a[i]![i]! ** 2;
    for (let j = 0; j < i; j++) off += a[i]![j]! ** 2;
  }
  return off <= 1e-34 * on ? 0 : off;
}

/** One rotation that makes a[p][q] zero. */
function rotate(a: Matrix, vectors: Matrix, p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) turn(a[k]!, p, q, [c, s]);
  const rowP = a[p]!;
  const rowQ = a[q]!;
  for (let k = 0; k < a.length; k++) {
    const x = rowP[k]!;
    const y = rowQ[k]!;
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) turn(vectors[k]!, p, q, [c, s]);
}

function turn(row: Float64Array, p: number, q: number, [c, s]: readonly [number, number]): void {
  const x = row[p]!;
  const y = row[q]!;
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
