import { type Matrix, zeros } from "../numerics/matrix.ts";
import type { Freedom } from "./gaussian-fit.ts";

/** An entry of the covariance of the random effects, row at least column. */
export type Entry = readonly [row: number, column: number];

/** The entries that vary: all of the lower triangle, or the diagonal when effects are taken as independent. */
export function freeEntries(size: number, correlated: boolean): Entry[] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: i + 1 }, (_, j): Entry => [i, j]))
    .flat()
    .filter(([i, j]) => correlated || i === j);
}

/** The Cholesky factor with these values at its free entries. */
export function factorOf(values: ArrayLike<number>, entries: readonly Entry[], size: number): Matrix {
  const factor = zeros(size, size);
  entries.forEach(([i, j], e) => {
    factor[i]![j] = values[e]!;
  });
  return factor;
}

/** Entries of L L' at the free places. */
export function covarianceEntries(factor: Matrix, entries: readonly Entry[]): Float64Array {
  return Float64Array.from(entries, ([i, j]) => factor[i]!.reduce((sum, value, k) => sum + value * factor[j]![k]!, 0));
}

/** Slope of each covariance entry in each factor entry. */
export function covarianceSlopes(factor: Matrix, entries: readonly Entry[]): Matrix {
  return entries.map(([i, j]) => Float64Array.from(entries, ([a, b]) => (i === a ? factor[j]![b]! : 0) + (j === a ? factor[i]![b]! : 0)));
}

/** How the parameters (entries of the covariance, then the residual variance) move with the factor's entries and that variance. */
export function freedomOf(factor: Matrix, entries: readonly Entry[]): Freedom {
  const count = entries.length + 1;
  const jacobian = zeros(count, count);
  covarianceSlopes(factor, entries).forEach((line, e) => {
    jacobian[e]!.set(line);
  });
  jacobian[count - 1]![count - 1] = 1;
  const second = Array.from({ length: count }, (_, e) => {
    const bend = zeros(count, count);
    entries.forEach((one, k) => {
      if (entries[e]) bend[k]!.set(entries.map((other) => bendOf(entries[e]!, one, other)));
    });
    return bend;
  });
  return { jacobian, second };
}

/** Second derivative of a covariance entry in two factor entries: those of one column multiply. */
const bendOf = ([i, j]: Entry, [a, b]: Entry, [c, d]: Entry): number =>
  b === d ? (i === a && j === c ? 1 : 0) + (j === a && i === c ? 1 : 0) : 0;

/** z_i z_j' + z_j z_i' for two columns, z z' for one: the design of one covariance entry. */
export function entryDesign([i, j]: Entry, z: readonly Float64Array[]): Matrix {
  return z.map((first) => Float64Array.from(z, (second) => first[i]! * second[j]! + (i === j ? 0 : first[j]! * second[i]!)));
}
