import { dot, type Matrix, type Vector, zeros } from "./matrix.ts";

export interface Qr {
  /** Orthonormal columns, n by p. */
  readonly q: Matrix;
  /** Upper triangular, p by p. */
  readonly r: Matrix;
  /** Number of columns that are not a linear combination of earlier ones. */
  readonly rank: number;
}

/**
 * QR decomposition of a tall matrix by modified Gram-Schmidt, each column orthogonalised twice.
 *
 * @param a n by p with n >= p
 * @returns q, r and the rank; columns beyond the rank are zero in q
 */
export function qr(a: Matrix): Qr {
  const n = a.length;
  const p = a[0]?.length ?? 0;
  const columns = Array.from({ length: p }, (_, j) => Float64Array.from(a, (row) => row[j]!));
  const r = zeros(p, p);
  let rank = 0;
  for (let j = 0; j < p; j++) {
    const column = columns[j]!;
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass++) removeEarlier(columns, j, r);
    const length = Math.sqrt(dot(column, column));
    if (!(length > before * 1e-11)) {
      column.fill(0);
      continue;
    }
    rank++;
    r[j]![j] = length;
    for (let i = 0; i < n; i++) column[i]! /= length;
  }
  const q = zeros(n, p);
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) q[i]![j] = columns[j]![i]!;
  return { q, r, rank };
}

function removeEarlier(columns: Float64Array[], j: number, r: Matrix): void {
  const column = columns[j]!;
  for (let k = 0; k < j; k++) {
    const share = dot(columns[k]!, column);
    r[k]![j]! += share;
    for (let i = 0; i < column.length; i++) column[i]! -= share * columns[k]![i]!;
  }
}

/** Least-squares solution of A x = b from a decomposition of full rank. */
export function qrSolve({ q, r }: Qr, b: Vector): Float64Array {
  const p = r.length;
  const x = new Float64Array(p);
  for (let i = 0; i < q.length; i++) for (let j = 0; j < p; j++) x[j]! += q[i]![j]! * b[i]!;
  for (let i = p - 1; i >= 0; i--) {
    for (let k = i + 1; k < p; k++) x[i]! -= r[i]![k]! * x[k]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}
