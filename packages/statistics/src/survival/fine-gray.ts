import { ok, type Result, refuse } from "@calcar/vocabulary";
import { invertPositive } from "../numerics/cholesky.ts";
import { climbFrom } from "../numerics/concave-ascent.ts";
import { dependentColumns } from "../numerics/dependent-columns.ts";
import { type Matrix, multiply, transpose, type Vector } from "../numerics/matrix.ts";
import { type Coefficient, coefficientTable } from "./cox.ts";
import { arrange, coxProblem } from "./cox-rows.ts";
import { subdistributionInfluence } from "./fine-gray-influence.ts";
import { badRows, requireLength } from "./follow-up.ts";
import { type Subdistribution, subdistributionLikelihood, weighted } from "./subdistribution.ts";

export interface FineGrayData {
  readonly time: Vector;
  /** 0 when follow-up ended without an event, else the number of the cause. */
  readonly cause: Vector;
  readonly covariates: Readonly<Record<string, Vector>>;
}

export interface FineGrayFit {
  readonly n: number;
  readonly events: number;
  readonly coefficients: readonly Coefficient[];
  /** Robust covariance, the estimation of the censoring distribution taken into account. */
  readonly vcov: Matrix;
  readonly logLikNull: number;
  readonly logLik: number;
}

/**
 * Fine-Gray model: proportional subdistribution hazards of one cause, with the others competing.
 *
 * exp(coef) acts on the cumulative incidence itself; it is not a ratio of rates among those still free of every event.
 * A subject with another cause at T stays at risk with weight G(t-)/G(T-), G the Kaplan-Meier estimate of being
 * uncensored. Ties by Breslow's rule.
 *
 * @param data covariates in any unit, factors expanded
 * @param cause number of the cause modelled, 1 or more
 * @returns log subdistribution hazard ratios with robust errors
 * @refuses as `cox`: incomplete/no-rows, no-events, no-covariates; invalid/time, status, covariate-NAME;
 *   not-applicable/collinear-covariates, not-converged; not-applicable/monotone-likelihood with the covariates that separate
 *   the events; not-applicable/no-variance when the events carry no information on the error
 * @throws RangeError when columns differ in length
 * @source fine-gray-1999
 */
export function fineGray(data: FineGrayData, cause: number): Result<FineGrayFit> {
  requireLength("cause", data.cause, data.time.length);
  const badCause = badRows("status", data.cause, (value) => Number.isInteger(value) && value >= 0);
  if (badCause) return badCause;
  const cox = { time: data.time, status: Float64Array.from(data.cause, (value) => (value === cause ? 1 : 0)), covariates: data.covariates };
  const problem = coxProblem(cox);
  if (problem) return problem;
  const set = weighted(arrange(cox), data.cause, cause);
  const at = (beta: Float64Array) => subdistributionLikelihood(set, beta);
  const start = at(new Float64Array(set.rows.p));
  const collinear = dependentColumns(start.information);
  if (collinear.length > 0)
    return refuse(
      "not-applicable",
      "collinear-covariates",
      collinear.map((j) => set.rows.names[j]!),
    );
  const climb = climbFrom(start, at, 60);
  if (climb.diverging.length > 0)
    return refuse(
      "not-applicable",
      "monotone-likelihood",
      climb.diverging.map((j) => set.rows.names[j]!),
    );
  if (!climb.converged) return refuse("not-applicable", "not-converged");
  const { names, scales } = set.rows;
  const coef = Array.from(climb.beta, (value, j) => value / scales[j]!);
  const vcov = sandwich(set, climb.beta, climb.end.information);
  if (!vcov) return refuse("not-applicable", "no-variance");
  return ok({
    n: set.rows.n,
    events: set.rows.status.reduce((sum, value) => sum + value, 0),
    coefficients: coefficientTable(names, coef, vcov),
    vcov,
    logLikNull: start.logLik,
    logLik: climb.end.logLik,
  });
}

/** Robust covariance in the units of the covariates; undefined where the events leave some direction without information. */
function sandwich(set: Subdistribution, beta: Float64Array, information: Matrix): Matrix | undefined {
  const bread = invertPositive(information);
  if (!bread) return undefined;
  const influence = subdistributionInfluence(set, beta);
  const { scales } = set.rows;
  const vcov = multiply(multiply(bread, multiply(transpose(influence), influence)), bread);
  if (!vcov.every((line, j) => line[j]! > 1e-20)) return undefined;
  return vcov.map((line, i) => line.map((value, j) => value / (scales[i]! * scales[j]!)));
}
