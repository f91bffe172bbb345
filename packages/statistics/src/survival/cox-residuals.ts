import { ok, type Result, refuse } from "@calcar/vocabulary";
import { type Matrix, zeros } from "../numerics/matrix.ts";
import type { CoxFit } from "./cox.ts";
import { type HazardStep, hazardSteps, type StratumHazard } from "./cox-hazard.ts";
import type { Ties } from "./cox-likelihood.ts";
import { arrange, type CoxData, type CoxRows, coxProblem, risks } from "./cox-rows.ts";

export interface CoxResiduals {
  /** Seen minus expected events, by row of the data. */
  readonly martingale: Float64Array;
  /** Martingale residuals made more symmetric. */
  readonly deviance: Float64Array;
  /** Each row's share in the score, rows by covariates; without weights. */
  readonly score: Matrix;
  /** Approximate change of the coefficients when a row is left out. */
  readonly dfbeta: Matrix;
  /** Covariates minus their mean over the risk set, one line per event in the order of time within strata. */
  readonly schoenfeld: readonly { readonly time: number; readonly residual: Float64Array }[];
}

/**
 * Residuals of a Cox model.
 *
 * @param data the very data that `fit` was made from
 * @refuses as cox of data that could not be fitted; not-applicable/monotone-likelihood with the covariates that have no finite estimate
 * @source therneau-grambsch-2000
 */
export function coxResiduals(data: CoxData, fit: CoxFit): Result<CoxResiduals> {
  const problem = coxProblem(data);
  if (problem) return problem;
  if (fit.monotone.length > 0) return refuse("not-applicable", "monotone-likelihood", fit.monotone);
  const rows = arrange(data);
  const hazards = hazardSteps(rows, standardisedCoefficients(rows, fit), fit.ties);
  const { martingale, score } = rowResiduals(rows, hazards, standardisedCoefficients(rows, fit));
  return ok({
    martingale,
    deviance: martingale.map((value, row) => devianceOf(value, data.status[row]!)),
    score,
    dfbeta: score.map((line) => Float64Array.from(fit.vcov, (column) => column.reduce((sum, v, j) => sum + v * line[j]!, 0))),
    schoenfeld: hazards.flatMap((hazard) => schoenfeldOf(rows, hazard)),
  });
}

export const standardisedCoefficients = (rows: CoxRows, fit: CoxFit): Float64Array =>
  Float64Array.from(fit.coefficients, ({ coef }, j) => coef * rows.scales[j]!);

/** Score residuals at given coefficients, in the units of the covariates, by row of the data. */
export function scoreResiduals(data: CoxData, coef: readonly number[], ties: Ties): Matrix {
  const rows = arrange(data);
  const beta = Float64Array.from(coef, (value, j) => value * rows.scales[j]!);
  return rowResiduals(rows, hazardSteps(rows, beta, ties), beta).score;
}

function rowResiduals(rows: CoxRows, hazards: readonly StratumHazard[], beta: Float64Array) {
  const risk = risks(rows, beta);
  const martingale = new Float64Array(rows.n);
  const score = zeros(rows.n, rows.p);
  for (const { stratum, steps } of hazards) {
    const sums = cumulated(steps, rows.p);
    for (let row = stratum.from; row < stratum.to; row++) {
      const met = hazardMet(rows, row, { steps, sums });
      martingale[rows.order[row]!] = rows.status[row]! - risk[row]! * met.hazard;
      fillScore(rows, row, { ...met, risk: risk[row]! }, score[rows.order[row]!]!);
    }
  }
  return { martingale, score };
}

interface Met {
  /** Hazard of risk 1 over the row's time under observation. */
  readonly hazard: number;
  /** The same times the mean covariates, by covariate. */
  readonly hazardX: (j: number) => number;
  /** The step at which the row had its event. */
  readonly own: HazardStep | undefined;
}

function hazardMet(rows: CoxRows, row: number, { steps, sums }: { steps: readonly HazardStep[]; sums: Cumulated }): Met {
  const last = stepsUpTo(steps, rows.time[row]! + rows.tolerance);
  const first = rows.entry ? stepsUpTo(steps, rows.entry[row]! + rows.tolerance) : 0;
  const own = rows.status[row] === 1 ? steps[last - 1] : undefined;
  const between = (sum: Float64Array) => sum[last]! - sum[first]!;
  return {
    hazard: between(sums.hazard) + (own ? own.deathHazard - own.hazard : 0),
    hazardX: (j) => between(sums.hazardX[j]!) + (own ? own.deathHazardX[j]! - own.hazardX[j]! : 0),
    own,
  };
}

function fillScore(rows: CoxRows, row: number, { hazard, hazardX, own, risk }: Met & { risk: number }, line: Float64Array): void {
  for (let j = 0; j < rows.p; j++) {
    const x = rows.x[row * rows.p + j]!;
    const seen = own ? x - own.meanX[j]! : 0;
    line[j] = rows.scales[j]! * (seen - risk * (x * hazard - hazardX(j)));
  }
}

interface Cumulated {
  readonly hazard: Float64Array;
  readonly hazardX: readonly Float64Array[];
}

/** Running sums of the hazard and of the hazard times the mean covariates, with a 0 before the first step. */
function cumulated(steps: readonly HazardStep[], p: number): Cumulated {
  const running = (value: (step: HazardStep) => number) => {
    const sum = new Float64Array(steps.length + 1);
    steps.forEach((step, i) => {
      sum[i + 1] = sum[i]! + value(step);
    });
    return sum;
  };
  return {
    hazard: running(({ hazard }) => hazard),
    hazardX: Array.from({ length: p }, (_, j) => running(({ hazardX }) => hazardX[j]!)),
  };
}

/** Number of steps at or before a time. */
function stepsUpTo(steps: readonly HazardStep[], time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]!.time <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function devianceOf(martingale: number, status: number): number {
  const inside = martingale + (status === 1 ? Math.log(Math.max(status - martingale, Number.MIN_VALUE)) : 0);
  return Math.sign(martingale) * Math.sqrt(Math.max(0, -2 * inside));
}

function schoenfeldOf(rows: CoxRows, { stratum, steps }: StratumHazard) {
  return steps.flatMap(({ block, time, meanX }) => {
    const lines: { time: number; residual: Float64Array }[] = [];
    for (let row = stratum.blocks[block]!; row < stratum.blocks[block + 1]!; row++) {
      if (rows.status[row] === 0) continue;
      const residual = meanX.map((mean, j) => rows.scales[j]! * (rows.x[row * rows.p + j]! - mean));
      lines.push({ time, residual });
    }
    return lines;
  });
}
