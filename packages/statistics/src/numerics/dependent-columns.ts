import { cholesky } from "./cholesky.ts";
import type { Matrix } from "./matrix.ts";

/**
 * Columns of a cross-product or information matrix that add nothing to earlier ones.
 *
 * @param cross symmetric, positive semi-definite
 * @param tolerance share of a column's own size that must be left beside the earlier ones
 * @returns their indices; none when the matrix is positive definite
 */
export function dependentColumns(cross: Matrix, tolerance = 1e-9): number[] {
  const kept: number[] = [];
  const dependent: number[] = [];
  for (let j = 0; j < cross.length; j++) {
    const tried = [...kept, j];
    const root = cholesky(tried.map((a) => Float64Array.from(tried, (b) => cross[a]![b]!)));
    const pivot = root?.at(-1)?.at(-1) ?? 0;
    if (cross[j]![j]! > 0 && pivot ** 2 > tolerance * cross[j]![j]!) kept.push(j);
    else dependent.push(j);
  }
  return dependent;
}
