import { ok, type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import { cholesky, choleskyInverse } from "../numerics/cholesky.ts";
import { type Concave, climbFrom } from "../numerics/concave-ascent.ts";
import { type Matrix, multiply, transpose, type Vector, weightedCross } from "../numerics/matrix.ts";
import { qr } from "../numerics/qr.ts";
import { triangularInverse } from "../numerics/triangular-inverse.ts";
import { badRows } from "../survival/follow-up.ts";

export interface LogisticData {
  /** 1 when the event happened, 0 when not. */
  readonly y: Vector;
  /** Columns by name, factors expanded, without the intercept. */
  readonly covariates: Readonly<Record<string, Vector>>;
  /** Weights of rows; absent means one. Model-based errors then take them for counts. */
  readonly weights?: Vector;
}

export interface LogOdds {
  readonly name: string;
  /** Log odds ratio for one unit of the covariate; of the intercept, log odds. */
  readonly coef: number;
  readonly se: number;
  readonly z: number;
  readonly p: number;
}

export interface LogisticFit {
  readonly n: number;
  readonly events: number;
  /** `intercept` first. */
  readonly coefficients: readonly LogOdds[];
  readonly vcov: Matrix;
  readonly logLik: number;
  readonly logLikNull: number;
  /** Whether some covariates tell events and others apart: then coefficients have no finite estimate. */
  readonly separated: boolean;
}

/**
 * Logistic regression by maximum likelihood.
 *
 * @param data outcome and covariates in any unit; an intercept is always added
 * @returns log odds ratios; with `separated` they are not estimates and their errors mean nothing
 * @refuses incomplete/no-rows, too-few-rows; invalid/y, weights, covariate-NAME with the rows; incomplete/no-events,
 *   no-non-events; not-applicable/collinear-covariates with names; not-applicable/not-converged
 * @throws RangeError when columns differ in length
 * @source cox-1958
 */
export function logistic(data: LogisticData): Result<LogisticFit> {
  const problem = logisticProblem(data);
  if (problem) return problem;
  const names = ["intercept", ...Object.keys(data.covariates)];
  const x = logisticRows(data.covariates, data.y.length);
  const basis = qr(x);
  const collinear = names.filter((_, j) => !(basis.r[j]![j]! > 0));
  if (collinear.length > 0) return refuse("not-applicable", "collinear-covariates", collinear);
  const at = (gamma: Float64Array) => likelihood(data, basis.q, gamma);
  const start = at(new Float64Array(names.length));
  const climb = climbFrom(start, at, 60);
  if (!climb.converged && climb.diverging.length === 0) return refuse("not-applicable", "not-converged");
  const root = cholesky(climb.end.information) ?? cholesky(start.information)!;
  const turn = triangularInverse(basis.r);
  const vcov = multiply(multiply(turn, choleskyInverse(root)), transpose(turn));
  const coef = turn.map((line) => line.reduce((sum, value, j) => sum + value * climb.beta[j]!, 0));
  return ok({
    n: data.y.length,
    events: countOf(data.y),
    coefficients: names.map((name, j) => tested(name, coef[j]!, Math.sqrt(vcov[j]![j]!))),
    vcov,
    logLik: climb.end.logLik,
    logLikNull: nullLikelihood(data),
    separated: !climb.converged,
  });
}

function tested(name: string, coef: number, se: number): LogOdds {
  const z = coef / se;
  return { name, coef, se, z, p: Math.min(1, 2 * normal.upper(Math.abs(z))) };
}

function logisticProblem({ y, covariates, weights }: LogisticData): Result<never> | undefined {
  for (const [name, column] of Object.entries({ ...covariates, ...(weights && { weights }) }))
    if (column.length !== y.length) throw new RangeError(`${name} has ${column.length} values, y has ${y.length}`);
  if (y.length === 0) return refuse("incomplete", "no-rows");
  const bad =
    badRows("y", y, (value) => value === 0 || value === 1) ??
    (weights && badRows("weights", weights, (value) => value > 0 && value < Infinity)) ??
    Object.entries(covariates)
      .map(([name, column]) => badRows(`covariate-${name}`, column, Number.isFinite))
      .find((problem) => problem !== undefined);
  if (bad) return bad;
  const events = countOf(y);
  if (events === 0) return refuse("incomplete", "no-events");
  if (events === y.length) return refuse("incomplete", "no-non-events");
  return y.length < Object.keys(covariates).length + 1 ? refuse("incomplete", "too-few-rows") : undefined;
}

const countOf = (y: Vector): number => Array.from(y).reduce((sum, value) => sum + value, 0);

/** Design rows: the intercept, then the covariates. */
export function logisticRows(covariates: Readonly<Record<string, Vector>>, n: number): Matrix {
  const columns = Object.values(covariates);
  return Array.from({ length: n }, (_, i) => Float64Array.from([1, ...columns.map((column) => column[i]!)]));
}

/** Probability at log odds, exact at both ends. */
export const expit = (logOdds: number): number =>
  logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));

function likelihood({ y, weights }: LogisticData, x: Matrix, beta: Float64Array): Concave {
  const score = new Float64Array(beta.length);
  const spread = new Float64Array(x.length);
  let logLik = 0;
  x.forEach((row, i) => {
    const weight = weights ? weights[i]! : 1;
    const eta = row.reduce((sum, value, j) => sum + value * beta[j]!, 0);
    const p = expit(eta);
    logLik += weight * (y[i]! * eta - (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)))));
    for (let j = 0; j < score.length; j++) score[j]! += weight * (y[i]! - p) * row[j]!;
    spread[i] = weight * p * (1 - p);
  });
  return { logLik, score, information: weightedCross(x, spread) };
}

function nullLikelihood({ y, weights }: LogisticData): number {
  let events = 0;
  let all = 0;
  for (let i = 0; i < y.length; i++) {
    const weight = weights ? weights[i]! : 1;
    all += weight;
    events += weight * y[i]!;
  }
  return events * Math.log(events / all) + (all - events) * Math.log1p(-events / all);
}
