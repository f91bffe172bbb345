import type { Likelihood } from "../meta/tau2-likelihood.ts";
import { boxMinimum } from "../numerics/box-minimum.ts";
import { cholesky, choleskyInverse, choleskyLogDet, choleskySolve, forwardSolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, weightedCross, zeros } from "../numerics/matrix.ts";

/** A linear model whose errors are independent between blocks of rows. */
export interface BlockModel {
  readonly y: Float64Array;
  /** Design rows. */
  readonly x: Matrix;
  readonly blocks: readonly (readonly number[])[];
  /** Covariance of the rows of a block at given variance parameters. */
  readonly covariance: (theta: Float64Array, rows: readonly number[]) => Matrix;
}

/** Generalised least squares at given variance parameters. */
export interface BlockFit {
  readonly theta: Float64Array;
  readonly beta: Float64Array;
  /** Inverse of X'V^-1 X. */
  readonly covariance: Matrix;
  readonly logDetV: number;
  readonly logDetInformation: number;
  /** Residuals y - X b. */
  readonly residuals: Float64Array;
  /** r' V^-1 r. */
  readonly rss: number;
}

/** The fit, or undefined where a covariance or the information is not positive definite. */
export function fitBlocks(model: BlockModel, theta: Float64Array): BlockFit | undefined {
  const p = model.x[0]!.length;
  const whiteX: Matrix = [];
  const whiteY: number[] = [];
  let logDetV = 0;
  for (const rows of model.blocks) {
    const factor = cholesky(model.covariance(theta, rows));
    if (!factor) return undefined;
    logDetV += choleskyLogDet(factor);
    whiteY.push(
      ...forwardSolve(
        factor,
        rows.map((i) => model.y[i]!),
      ),
    );
    const columns = Array.from({ length: p }, (_, j) =>
      forwardSolve(
        factor,
        rows.map((i) => model.x[i]![j]!),
      ),
    );
    rows.forEach((_, r) => {
      whiteX.push(Float64Array.from(columns, (column) => column[r]!));
    });
  }
  return solveWhite(model, theta, { whiteX, whiteY, logDetV });
}

interface White {
  readonly whiteX: Matrix;
  readonly whiteY: readonly number[];
  readonly logDetV: number;
}

function solveWhite(model: BlockModel, theta: Float64Array, { whiteX, whiteY, logDetV }: White): BlockFit | undefined {
  const factor = cholesky(weightedCross(whiteX, new Float64Array(whiteX.length).fill(1)));
  if (!factor) return undefined;
  const right = new Float64Array(factor.length);
  whiteX.forEach((row, i) => {
    for (let j = 0; j < right.length; j++) right[j]! += row[j]! * whiteY[i]!;
  });
  const beta = choleskySolve(factor, right);
  const rss = whiteX.reduce((sum, row, i) => sum + (whiteY[i]! - dot(row, beta)) ** 2, 0);
  return {
    theta,
    beta,
    covariance: choleskyInverse(factor),
    logDetV,
    logDetInformation: choleskyLogDet(factor),
    residuals: model.y.map((value, i) => value - dot(model.x[i]!, beta)),
    rss,
  };
}

/** Log-likelihood with all constants; -Infinity where the fit does not exist. */
export function blockLogLikelihood(model: BlockModel, theta: Float64Array, kind: Likelihood): number {
  const fit = fitBlocks(model, theta);
  if (!fit) return -Infinity;
  const k = model.y.length;
  if (kind === "ML") return -(k * Math.log(2 * Math.PI) + fit.logDetV + fit.rss) / 2;
  const design = cholesky(weightedCross(model.x, new Float64Array(k).fill(1)));
  if (!design) return -Infinity;
  const n = k - fit.beta.length;
  return -(n * Math.log(2 * Math.PI) + fit.logDetV + fit.rss + fit.logDetInformation - choleskyLogDet(design)) / 2;
}

export interface BlockOptimum {
  readonly theta: Float64Array;
  readonly logLik: number;
  readonly converged: boolean;
}

interface Search {
  readonly kind: Likelihood;
  /** Starting points: several, since the likelihood can have more than one maximum. */
  readonly starts: readonly (readonly number[])[];
  readonly low: readonly number[];
  /** Size of each parameter, so that the search is free of the unit of y. */
  readonly scale: readonly number[];
}

/** The highest maximum of the likelihood that the starting points lead to. */
export function maximiseBlocks(model: BlockModel, { kind, starts, low, scale }: Search): BlockOptimum {
  const inUnits = (u: Float64Array) => u.map((value, i) => value * scale[i]!);
  const found = starts.map((start) =>
    boxMinimum({
      f: (u) => -blockLogLikelihood(model, inUnits(u), kind),
      start: start.map((value, i) => value / scale[i]!),
      low: low.map((value, i) => value / scale[i]!),
    }),
  );
  const best = found.reduce((a, b) => (b.value < a.value ? b : a));
  return { theta: inUnits(best.x), logLik: -best.value, converged: best.converged };
}

/** V^-1 z over the rows of a block. */
export function solveBlock(model: BlockModel, theta: Float64Array, rows: readonly number[], z: readonly number[]): Float64Array {
  const factor = cholesky(model.covariance(theta, rows));
  if (!factor) throw new Error("a covariance that was positive definite a moment ago is not now");
  return choleskySolve(factor, z);
}

/** A diagonal covariance with one error variance per row. */
export function diagonalModel(y: Float64Array, x: Matrix, variances: Float64Array): BlockModel {
  const blocks = Array.from(y, (_, i) => [i]);
  return { y, x, blocks, covariance: (_, rows) => diagonalOf(rows.map((i) => variances[i]!)) };
}

function diagonalOf(values: readonly number[]): Matrix {
  const out = zeros(values.length, values.length);
  values.forEach((value, i) => {
    out[i]![i] = value;
  });
  return out;
}
