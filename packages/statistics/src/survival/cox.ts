import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { normal } from "../distributions/normal.ts";
import { cholesky, choleskyInverse, choleskySolve } from "../numerics/cholesky.ts";
import { type Climb, climbFrom } from "../numerics/concave-ascent.ts";
import { dependentColumns } from "../numerics/dependent-columns.ts";
import { dot, type Matrix, quadraticForm, type Vector } from "../numerics/matrix.ts";
import { exactLikelihood } from "./cox-exact.ts";
import { type Likelihood, partialLikelihood, type Ties } from "./cox-likelihood.ts";
import { arrange, type CoxData, type CoxRows, coxProblem } from "./cox-rows.ts";

export interface CoxOptions {
  /** How tied event times enter; Efron's rule by default. */
  readonly ties?: Ties;
}

export interface ChiSquareTest {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

export interface Coefficient {
  readonly name: string;
  /** Log hazard ratio for one unit of the covariate. */
  readonly coef: number;
  readonly se: number;
  readonly z: number;
  readonly p: number;
}

export interface CoxFit {
  readonly n: number;
  readonly events: number;
  readonly ties: Ties;
  readonly coefficients: readonly Coefficient[];
  readonly vcov: Matrix;
  readonly logLikNull: number;
  readonly logLik: number;
  readonly likelihoodRatio: ChiSquareTest;
  readonly wald: ChiSquareTest;
  readonly scoreTest: ChiSquareTest;
  readonly converged: boolean;
  /** Covariates whose coefficient grows without end because they separate the events; theirs are not estimates. */
  readonly monotone: readonly string[];
}

/**
 * Cox proportional hazards model.
 *
 * Maximises the partial likelihood by Newton steps with halving. Delayed entry, strata and weights are allowed; the exact
 * treatment of ties takes neither weights nor large tied groups. Standard errors are model based: for clusters or sampling
 * weights see `coxRobust`.
 *
 * @param data covariates in any unit, factors expanded to columns
 * @returns log hazard ratios; `monotone` names covariates without a finite estimate, and `converged` is then false
 * @refuses incomplete/no-rows, no-events, no-covariates; invalid/time, status, entry, weights, covariate-NAME;
 *   not-applicable/collinear-covariates with their names; not-applicable/exact-with-weights; not-applicable/not-converged
 * @throws RangeError when columns differ in length
 * @source cox-1972, breslow-1974, efron-1977
 */
export function cox(data: CoxData, options: CoxOptions = {}): Result<CoxFit> {
  const { ties = "efron" } = options;
  const problem = coxProblem(data);
  if (problem) return problem;
  if (ties === "exact" && data.weights) return refuse("not-applicable", "exact-with-weights");
  const rows = arrange(data);
  const at = (beta: Float64Array) => (ties === "exact" ? exactLikelihood(rows, beta) : partialLikelihood(rows, beta, ties));
  const start = at(new Float64Array(rows.p));
  const collinear = dependentColumns(start.information);
  if (collinear.length > 0)
    return refuse(
      "not-applicable",
      "collinear-covariates",
      collinear.map((j) => rows.names[j]!),
    );
  const climb = climbFrom(start, at, 60);
  if (!climb.converged && climb.diverging.length === 0) return refuse("not-applicable", "not-converged");
  return ok(describe({ rows, start, climb, ties }));
}

interface Fitted {
  readonly rows: CoxRows;
  readonly start: Likelihood;
  readonly climb: Climb;
  readonly ties: Ties;
}

function describe({ rows, start, climb, ties }: Fitted): CoxFit {
  const { scales, names } = rows;
  const coef = Array.from(climb.beta, (value, j) => value / scales[j]!);
  // a coefficient that ran away may take the curvature with it; what then stands for its error means nothing, and is flagged
  const information = cholesky(climb.end.information) ? climb.end.information : start.information;
  const inverse = choleskyInverse(cholesky(information)!);
  const vcov = inverse.map((row, i) => row.map((value, j) => value / (scales[i]! * scales[j]!)));
  const firstMove = choleskySolve(cholesky(start.information)!, start.score);
  return {
    n: rows.n,
    events: rows.status.reduce((sum, value) => sum + value, 0),
    ties,
    coefficients: coefficientTable(names, coef, vcov),
    vcov,
    logLikNull: start.logLik,
    logLik: climb.end.logLik,
    likelihoodRatio: chiSquareTest(2 * (climb.end.logLik - start.logLik), rows.p),
    wald: chiSquareTest(quadraticForm(information, climb.beta), rows.p),
    scoreTest: chiSquareTest(dot(firstMove, start.score), rows.p),
    converged: climb.converged,
    monotone: climb.diverging.map((j) => names[j]!),
  };
}

export function coefficientTable(names: readonly string[], coef: Vector, vcov: Matrix): Coefficient[] {
  return names.map((name, j) => {
    const se = Math.sqrt(vcov[j]![j]!);
    const z = coef[j]! / se;
    return { name, coef: coef[j]!, se, z, p: Math.min(1, 2 * normal.upper(Math.abs(z))) };
  });
}

export const chiSquareTest = (chisq: number, df: number): ChiSquareTest => ({
  chisq: Math.max(0, chisq),
  df,
  p: chiSquare(df).upper(Math.max(0, chisq)),
});

export interface HazardRatio {
  readonly name: string;
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Hazard ratios with limits that are symmetric on the log scale.
 *
 * @param level confidence level between 0 and 1
 */
export function hazardRatios({ coefficients }: { readonly coefficients: readonly Coefficient[] }, level = 0.95): HazardRatio[] {
  const z = normal.upperQuantile((1 - level) / 2);
  return coefficients.map(({ name, coef, se }) => ({
    name,
    ratio: Math.exp(coef),
    lower: Math.exp(coef - z * se),
    upper: Math.exp(coef + z * se),
  }));
}
