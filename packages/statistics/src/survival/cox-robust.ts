import { ok, type Result, refuse } from "@calcar/vocabulary";
import { invertPositive } from "../numerics/cholesky.ts";
import { type Matrix, multiply, quadraticForm, transpose, zeros } from "../numerics/matrix.ts";
import { type ChiSquareTest, type Coefficient, type CoxFit, chiSquareTest, coefficientTable } from "./cox.ts";
import { scoreResiduals } from "./cox-residuals.ts";
import { type CoxData, coxProblem } from "./cox-rows.ts";
import { codeLabels, type GroupLabel, requireLength } from "./follow-up.ts";

export interface CoxRobust {
  readonly clusters: number;
  readonly coefficients: readonly Coefficient[];
  readonly vcov: Matrix;
  readonly wald: ChiSquareTest;
  /** Robust score test; absent when there are too few clusters for one. */
  readonly scoreTest: ChiSquareTest | undefined;
}

/**
 * Robust (sandwich) standard errors of a Cox model, for subjects that share a cluster (two hips, a clinic) or carry
 * sampling weights.
 *
 * Score residuals are weighted, summed within clusters and squared; no small-sample factor is applied.
 *
 * @param data the very data that `fit` was made from
 * @param cluster label of each row's cluster; absent means every row is its own
 * @refuses as cox of data that could not be fitted; incomplete/too-few-clusters when clusters are not more than covariates; not-applicable/monotone-likelihood
 * @throws RangeError when columns differ in length
 * @source lin-wei-1989
 */
export function coxRobust(data: CoxData, fit: CoxFit, cluster?: ArrayLike<GroupLabel>): Result<CoxRobust> {
  requireLength("cluster", cluster, data.time.length);
  const problem = coxProblem(data);
  if (problem) return problem;
  if (fit.monotone.length > 0) return refuse("not-applicable", "monotone-likelihood", fit.monotone);
  const coef = fit.coefficients.map((row) => row.coef);
  const { codes, labels } = codeLabels(cluster ?? Array.from(data.time, (_, row) => row));
  const summed = (score: Matrix) => clusterSums(score, { codes, count: labels.length, weights: data.weights });
  const shares = multiply(summed(scoreResiduals(data, coef, fit.ties)), fit.vcov);
  const vcov = multiply(transpose(shares), shares);
  const precision = invertPositive(vcov);
  if (!precision) return refuse("incomplete", "too-few-clusters");
  return ok({
    clusters: labels.length,
    coefficients: coefficientTable(
      fit.coefficients.map(({ name }) => name),
      coef,
      vcov,
    ),
    vcov,
    wald: chiSquareTest(quadraticForm(precision, coef), coef.length),
    scoreTest: robustScoreTest(
      summed(
        scoreResiduals(
          data,
          coef.map(() => 0),
          fit.ties,
        ),
      ),
    ),
  });
}

interface Clusters {
  readonly codes: Uint32Array;
  readonly count: number;
  readonly weights: ArrayLike<number> | undefined;
}

function clusterSums(score: Matrix, { codes, count, weights }: Clusters): Matrix {
  const out = zeros(count, score[0]!.length);
  score.forEach((line, row) => {
    const sums = out[codes[row]!]!;
    const weight = weights ? weights[row]! : 1;
    for (let j = 0; j < sums.length; j++) sums[j]! += weight * line[j]!;
  });
  return out;
}

function robustScoreTest(shares: Matrix): ChiSquareTest | undefined {
  const precision = invertPositive(multiply(transpose(shares), shares));
  const total = shares[0]!.map((_, j) => shares.reduce((sum, line) => sum + line[j]!, 0));
  return precision && chiSquareTest(quadraticForm(precision, total), total.length);
}
