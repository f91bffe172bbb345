import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, multiplyVector } from "../numerics/matrix.ts";
import { codeLabels, type GroupLabel, rowsOf } from "../survival/follow-up.ts";
import type { MixedData, MixedFit } from "./linear-mixed-model.ts";

export interface RandomEffects {
  readonly subject: GroupLabel;
  /** In the order of the fit's `randomNames`. */
  readonly effects: Float64Array;
}

/**
 * Predicted random effects (conditional modes): each subject's departure from the average course, drawn towards 0 as far as
 * its own rows are few or noisy.
 *
 * @param data the very data that `fit` was made from
 * @source laird-ware-1982
 */
export function randomEffects(data: MixedData, fit: MixedFit): RandomEffects[] {
  const coded = codeLabels(data.subject);
  const names = fit.fixed.map(({ name }) => name);
  const residual = (row: number) =>
    data.y[row]! - fit.fixed.reduce((sum, { estimate }, j) => sum + estimate * data.fixed[names[j]!]![row]!, 0);
  const zRow = (row: number) => Float64Array.from(fit.randomNames, (name) => data.random[name]![row]!);
  return coded.labels.map((subject, code) => {
    const rows = Array.from(rowsOf(coded, code));
    return { subject, effects: predicted(rows.map(zRow), rows.map(residual), fit) };
  });
}

/** G Z' V^-1 r. */
function predicted(
  z: readonly Float64Array[],
  residuals: readonly number[],
  { randomCovariance, residualVariance }: MixedFit,
): Float64Array {
  const sides = z.map((row) => multiplyVector(randomCovariance, row));
  const v: Matrix = z.map((row, i) => Float64Array.from(sides, (side, j) => dot(row, side) + (i === j ? residualVariance : 0)));
  const root = cholesky(v);
  if (!root) throw new Error("a fitted covariance must be positive definite");
  const weighted = choleskySolve(root, residuals);
  return Float64Array.from(randomCovariance, (_, k) => sides.reduce((sum, side, i) => sum + side[k]! * weighted[i]!, 0));
}
