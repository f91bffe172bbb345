import { type Matrix, multiply, transpose } from "../numerics/matrix.ts";
import { triangularInverse } from "../numerics/triangular-inverse.ts";
import type { CovarianceModel } from "./covariance-model.ts";
import { type Criterion, deviance, type Level } from "./gaussian-likelihood.ts";

export interface FixedEffect {
  readonly name: string;
  readonly estimate: number;
  /** Model based; for small samples see `contrasts` with Kenward and Roger's method. */
  readonly se: number;
}

/** What the inference on contrasts needs of a fit; not meant to be read elsewhere. */
export interface FitState {
  readonly model: CovarianceModel;
  readonly level: Level;
  /** Upper triangular: the columns of X are the model's orthonormal columns times this. */
  readonly triangle: Matrix;
  /** The response was divided by this. */
  readonly unit: number;
  /** How the covariance parameters move with the ones that are free to vary; absent means they are the same. */
  readonly freedom: Freedom | undefined;
}

/** First and second derivatives of the covariance parameters in unbounded ones (a Cholesky factor), where a fit may lie at a bound. */
export interface Freedom {
  /** Covariance parameters by free parameters. */
  readonly jacobian: Matrix;
  /** By covariance parameter: free by free. */
  readonly second: readonly Matrix[];
}

export interface GaussianFit {
  readonly criterion: Criterion;
  readonly n: number;
  readonly subjects: number;
  readonly fixed: readonly FixedEffect[];
  readonly vcov: Matrix;
  /** (Restricted) log likelihood, with all constants. */
  readonly logLik: number;
  readonly state: FitState;
}

export function gaussianFit(state: FitState, parts: { names: readonly string[]; criterion: Criterion; subjects: number }): GaussianFit {
  const { model, level, triangle, unit } = state;
  const p = triangle.length;
  const inverse = triangularInverse(triangle);
  const vcov = multiply(multiply(inverse, level.phi), transpose(inverse)).map((line) => line.map((value) => value * unit * unit));
  const estimate = inverse.map((line) => unit * line.reduce((sum, value, j) => sum + value * level.beta[j]!, 0));
  const restricted = parts.criterion === "REML";
  const logTriangle = triangle.reduce((sum, line, j) => sum + Math.log(line[j]!), 0);
  const rescaled = 2 * (restricted ? model.n - p : model.n) * Math.log(unit) + (restricted ? 2 * logTriangle : 0);
  return {
    criterion: parts.criterion,
    n: model.n,
    subjects: parts.subjects,
    fixed: parts.names.map((name, j) => ({ name, estimate: estimate[j]!, se: Math.sqrt(vcov[j]![j]!) })),
    vcov,
    logLik: -(deviance(model, level, parts.criterion) + rescaled) / 2,
    state,
  };
}
