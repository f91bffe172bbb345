import { type Matrix, zeros } from "../numerics/matrix.ts";

/**
 * Subjects whose observations have the same covariance, V = sum of parameter r times design r.
 *
 * Their rows enter only through sums of products over subjects, so many subjects cost no more than one.
 */
export interface Pattern {
  readonly size: number;
  readonly count: number;
  /** One matrix per parameter, size by size. */
  readonly designs: readonly Matrix[];
  /** Sums over subjects of row a times row b, each of `width` columns; absent for patterns of few subjects. */
  readonly moments: Float64Array | undefined;
  /** The rows themselves of few subjects, row-major. */
  readonly members: readonly Float64Array[];
}

/** A Gaussian model with a covariance that is linear in its parameters. The last column of each row is the response. */
export interface CovarianceModel {
  readonly n: number;
  /** Fixed effects plus one. */
  readonly width: number;
  readonly parameters: number;
  readonly patterns: readonly Pattern[];
}

/** One subject's rows and the name of its pattern. */
export interface SubjectRows {
  readonly key: string;
  readonly rows: Float64Array;
}

/**
 * Gathers subjects into patterns.
 *
 * @param designsOf makes the design matrices of a pattern from the first subject that shows it
 */
export function gather(
  subjects: readonly SubjectRows[],
  width: number,
  designsOf: (subject: number) => readonly Matrix[],
): CovarianceModel {
  const byKey = new Map<string, { designs: readonly Matrix[]; members: Float64Array[] }>();
  subjects.forEach(({ key, rows }, subject) => {
    const seen = byKey.get(key);
    if (seen) seen.members.push(rows);
    else byKey.set(key, { designs: designsOf(subject), members: [rows] });
  });
  const patterns = Array.from(byKey.values(), ({ designs, members }) => patternOf(designs, members, width));
  const n = patterns.reduce((sum, { size, count }) => sum + size * count, 0);
  return { n, width, parameters: patterns[0]!.designs.length, patterns };
}

function patternOf(designs: readonly Matrix[], members: readonly Float64Array[], width: number): Pattern {
  const size = members[0]!.length / width;
  const count = members.length;
  if (count < width) return { size, count, designs, moments: undefined, members };
  const moments = new Float64Array(size * size * width * width);
  for (const rows of members) addProducts(rows, width, moments);
  return { size, count, designs, moments, members: [] };
}

function addProducts(rows: Float64Array, width: number, moments: Float64Array): void {
  let at = 0;
  for (let a = 0; a < rows.length; a += width) {
    for (let b = 0; b < rows.length; b += width) {
      for (let j = 0; j < width; j++) {
        const value = rows[a + j]!;
        for (let k = 0; k < width; k++, at++) moments[at]! += value * rows[b + k]!;
      }
    }
  }
}

/** Adds the sum over subjects of rows' W rows to a width by width matrix. */
export function contract({ size, moments, members }: Pattern, w: Matrix, to: Matrix): void {
  const width = to.length;
  if (!moments) {
    for (const rows of members) addForm(rows, w, to);
    return;
  }
  let at = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const factor = w[a]![b]!;
      for (let j = 0; j < width; j++) {
        const line = to[j]!;
        for (let k = 0; k < width; k++, at++) line[k]! += factor * moments[at]!;
      }
    }
  }
}

function addForm(rows: Float64Array, w: Matrix, to: Matrix): void {
  const width = to.length;
  const weighted = new Float64Array(width);
  for (let a = 0; a < w.length; a++) {
    weighted.fill(0);
    for (let b = 0; b < w.length; b++) {
      const factor = w[a]![b]!;
      for (let k = 0; k < width; k++) weighted[k]! += factor * rows[b * width + k]!;
    }
    for (let j = 0; j < width; j++) {
      const value = rows[a * width + j]!;
      for (let k = 0; k < width; k++) to[j]![k]! += value * weighted[k]!;
    }
  }
}

/** V of a pattern. */
export function covarianceOf({ size, designs }: Pattern, parameters: ArrayLike<number>): Matrix {
  const v = zeros(size, size);
  designs.forEach((design, r) => {
    const value = parameters[r]!;
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) v[a]![b]! += value * design[a]![b]!;
  });
  return v;
}
