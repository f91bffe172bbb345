import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, multiply, multiplyVector, subtract, transpose, zeros } from "../numerics/matrix.ts";
import { symmetricEigen } from "../numerics/symmetric-eigen.ts";
import type { BlockFit, BlockModel } from "./block-model.ts";

export type SandwichType = "CR0" | "CR1" | "CR2";

interface ClusterRequest {
  readonly model: BlockModel;
  readonly fit: BlockFit;
  readonly rows: readonly number[];
  readonly type: SandwichType;
  readonly blocks: BlockModel["blocks"];
}

/** What one cluster brings to the sandwich. */
export interface ClusterScore {
  /** X' W A e. */
  readonly score: Float64Array;
  /** Design rows of the cluster. */
  readonly x: Matrix;
  /** Working covariance of the cluster. */
  readonly working: Matrix;
  /** A' W X: how the cluster's residuals enter the score. */
  readonly loadings: Matrix;
}

/** The score of a cluster, with the residuals enlarged for the fit they took part in when CR2 is asked for. */
export function clusterScores({ model, fit, rows, type, blocks }: ClusterRequest): ClusterScore {
  const x = rows.map((row) => model.x[row]!);
  const working = workingCovariance(model, fit.theta, rows, blocks);
  const factor = cholesky(working);
  if (!factor) throw new Error("a working covariance that was positive definite a moment ago is not now");
  const weighted = transpose(transpose(x).map((column) => choleskySolve(factor, column))); // W X
  const loadings = type === "CR2" ? multiply(adjustment(working, factor, x, fit.covariance), weighted) : weighted;
  const residuals = rows.map((row) => fit.residuals[row]!);
  return { score: multiplyVector(transpose(loadings), residuals), x, working, loadings };
}

/** Blocks of the working covariance put together over a cluster. */
function workingCovariance(model: BlockModel, theta: Float64Array, rows: readonly number[], blocks: BlockModel["blocks"]): Matrix {
  const out = zeros(rows.length, rows.length);
  const place = new Map(rows.map((row, a) => [row, a]));
  for (const block of blocks) {
    if (!place.has(block[0]!)) continue;
    const part = model.covariance(theta, block);
    block.forEach((row, i) => {
      block.forEach((other, j) => {
        out[place.get(row)!]![place.get(other)!] = part[i]![j]!;
      });
    });
  }
  return out;
}

/** A = D' (D (V - X M X') D')^-1/2 D with V = D'D: symmetric, and makes the sandwich unbiased under the working model. */
function adjustment(working: Matrix, factor: Matrix, x: Matrix, covariance: Matrix): Matrix {
  const upper = transpose(factor);
  const left = subtract(working, multiply(multiply(x, covariance), transpose(x)));
  const { values, vectors } = symmetricEigen(multiply(multiply(upper, left), factor));
  const largest = values[values.length - 1]!;
  const shrunk = transpose(vectors).map((vector, i) =>
    vector.map((value) => (values[i]! > 1e-12 * largest ? value / Math.sqrt(values[i]!) : 0)),
  );
  return multiply(multiply(factor, multiply(vectors, shrunk)), upper);
}

/** Satterthwaite's degrees of freedom of the j-th coefficient's variance under the working model. */
export function satterthwaite(scores: readonly ClusterScore[], fit: BlockFit, j: number): number {
  const contrast = fit.covariance[j]!;
  const loads = scores.map(({ loadings }) => multiplyVector(loadings, contrast));
  const onDesign = scores.map(({ x }, i) => multiplyVector(transpose(x), loads[i]!));
  let diagonal = 0;
  let squares = 0;
  scores.forEach(({ working }, a) => {
    const spread = multiplyVector(fit.covariance, onDesign[a]!);
    scores.forEach((_, b) => {
      const shared = -dot(spread, onDesign[b]!) + (a === b ? dot(multiplyVector(working, loads[a]!), loads[a]!) : 0);
      if (a === b) diagonal += shared;
      squares += shared ** 2;
    });
  });
  return diagonal ** 2 / squares;
}
