import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { dot } from "../numerics/matrix.ts";
import type { CovarianceModel } from "./covariance-model.ts";
import { type Criterion, curvatureAt, deviance, devianceSlopes, type Level, levelAt } from "./gaussian-likelihood.ts";

export interface Ascent {
  readonly level: Level;
  readonly converged: boolean;
}

/**
 * Climbs the likelihood in the covariance parameters by Newton's steps, by scoring where the curvature does not allow them,
 * halving each until it gains.
 *
 * @param allowed whether parameters are a covariance that may be visited
 */
export function newtonAscent(
  model: CovarianceModel,
  start: Level,
  { criterion, allowed, maxSteps }: { criterion: Criterion; allowed: (parameters: Float64Array) => boolean; maxSteps: number },
): Ascent {
  let level = start;
  for (let step = 0; step < maxSteps; step++) {
    const curvature = curvatureAt(model, level, criterion);
    const uphill = devianceSlopes(curvature, level, criterion).map((value) => -value / 2);
    const root = cholesky(curvature.observed) ?? cholesky(curvature.expected);
    if (!root) return { level, converged: false };
    const move = choleskySolve(root, uphill);
    const promise = dot(move, uphill); // twice the gain that a quadratic would give
    if (promise < 1e-16) return { level, converged: true }; // a hundred-millionth of a standard error away
    const next = halving(model, level, { move, criterion, allowed });
    if (!next) return { level, converged: promise < 1e-10 };
    level = next;
  }
  return { level, converged: false };
}

interface Move {
  readonly move: Float64Array;
  readonly criterion: Criterion;
  readonly allowed: (parameters: Float64Array) => boolean;
}

function halving(model: CovarianceModel, level: Level, { move, criterion, allowed }: Move): Level | undefined {
  const here = deviance(model, level, criterion);
  const slack = 1e-13 * Math.abs(here); // rounding may take back the last, tiny gain
  for (let length = 1; length > 1e-9; length /= 2) {
    const parameters = level.parameters.map((value, r) => value + length * move[r]!);
    const next = allowed(parameters) ? levelAt(model, parameters) : undefined;
    if (next && deviance(model, next, criterion) <= here + slack) return next;
  }
  return undefined;
}
