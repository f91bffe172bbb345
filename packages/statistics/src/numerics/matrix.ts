/** A small dense matrix as an array of rows. */
export type Matrix = Float64Array[];

/** A vector given from outside, plain or typed. */
export type Vector = ArrayLike<number>;

export const zeros = (rows: number, columns: number): Matrix => Array.from({ length: rows }, () => new Float64Array(columns));

export const matrixOf = (rows: readonly Vector[]): Matrix => rows.map((row) => Float64Array.from(row));

export const toRows = (matrix: Matrix): number[][] => matrix.map((row) => Array.from(row));

export function identity(size: number): Matrix {
  return diagonal(new Float64Array(size).fill(1));
}

export function diagonal(values: Vector): Matrix {
  const out = zeros(values.length, values.length);
  for (let i = 0; i < values.length; i++) out[i]![i] = values[i]!;
  return out;
}

export function transpose(a: Matrix): Matrix {
  const out = zeros(a[0]?.length ?? 0, a.length);
  for (let i = 0; i < a.length; i++) for (let j = 0; j < out.length; j++) out[j]![i] = a[i]![j]!;
  return out;
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  const columns = b[0]?.length ?? 0;
  return a.map((row) => {
    const out = new Float64Array(columns);
    for (let k = 0; k < b.length; k++) {
      const factor = row[k]!;
      if (factor === 0) continue;
      const other = b[k]!;
      for (let j = 0; j < columns; j++) out[j]! += factor * other[j]!;
    }
    return out;
  });
}

export const multiplyVector = (a: Matrix, x: Vector): Float64Array => Float64Array.from(a, (row) => dot(row, x));

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export const add = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, j) => value + b[i]![j]!));

export const subtract = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, j) => value - b[i]![j]!));

export const scale = (a: Matrix, factor: number): Matrix => a.map((row) => row.map((value) => value * factor));

/** x' A x for a symmetric A. */
export const quadraticForm = (a: Matrix, x: Vector): number => dot(multiplyVector(a, x), x);

export function trace(a: Matrix): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]![i]!;
  return sum;
}

/** X' diag(w) X: the information matrix of weighted least squares. */
export function weightedCross(x: Matrix, weights: Vector): Matrix {
  const p = x[0]?.length ?? 0;
  const out = zeros(p, p);
  for (let i = 0; i < x.length; i++) {
    const row = x[i]!;
    for (let a = 0; a < p; a++) {
      const factor = weights[i]! * row[a]!;
      for (let b = 0; b <= a; b++) out[a]![b]! += factor * row[b]!;
    }
  }
  for (let a = 0; a < p; a++) for (let b = a + 1; b < p; b++) out[a]![b] = out[b]![a]!;
  return out;
}
