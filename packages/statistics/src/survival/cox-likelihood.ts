import type { Concave } from "../numerics/concave-ascent.ts";
import { type Matrix, zeros } from "../numerics/matrix.ts";
import { type CoxRows, risks } from "./cox-rows.ts";
import { overEventTimes, type RiskSums } from "./risk-sets.ts";

export type Ties = "efron" | "breslow" | "exact";

/** Log partial likelihood with its derivatives. */
export type Likelihood = Concave;

/**
 * The terms of one event time, summed over its deaths.
 *
 * The k-th of d tied deaths meets a risk set from which k/d of the tied sum is taken away (Efron); none with Breslow.
 */
export interface TieTerms {
  /** Sum of log denominators. */
  readonly log: number;
  /** Sums of 1/den, f/den, 1/den^2, f/den^2, f^2/den^2 with f = k/d. */
  readonly a: number;
  readonly af: number;
  readonly aa: number;
  readonly aaf: number;
  readonly aaff: number;
}

export function tieTerms({ s0, d0, deaths }: RiskSums, ties: Ties): TieTerms {
  let log = 0;
  let a = 0;
  let af = 0;
  let aa = 0;
  let aaf = 0;
  let aaff = 0;
  for (let k = 0; k < deaths; k++) {
    const f = ties === "efron" ? k / deaths : 0;
    const den = s0 - f * d0;
    const inverse = 1 / den;
    log += Math.log(den);
    a += inverse;
    af += f * inverse;
    aa += inverse * inverse;
    aaf += f * inverse * inverse;
    aaff += f * f * inverse * inverse;
  }
  return { log, a, af, aa, aaf, aaff };
}

/** The log partial likelihood at standardised coefficients, by Breslow's or Efron's rule for ties. */
export function partialLikelihood(rows: CoxRows, beta: Float64Array, ties: Ties): Likelihood {
  const score = new Float64Array(rows.p);
  const information = zeros(rows.p, rows.p);
  let logLik = 0;
  overEventTimes(rows, risks(rows, beta), ({ sums }) => {
    const terms = tieTerms(sums, ties);
    const mean = sums.deathWeight / sums.deaths;
    logLik -= mean * terms.log;
    for (let j = 0; j < rows.p; j++) {
      logLik += sums.deathX[j]! * beta[j]!;
      score[j]! += sums.deathX[j]! - mean * (terms.a * sums.s1[j]! - terms.af * sums.d1[j]!);
    }
    addInformation(sums, terms, mean, information);
  });
  mirror(information);
  return { logLik, score, information };
}

/** Adds `factor` times the covariance of the covariates over the risk set, summed over the tied deaths, to the lower triangle. */
export function addInformation({ s1, d1, s2, d2 }: RiskSums, terms: TieTerms, factor: number, to: Matrix): void {
  const { a, af, aa, aaf, aaff } = terms;
  for (let j = 0, k = 0; j < s1.length; j++) {
    const row = to[j]!;
    for (let m = 0; m <= j; m++, k++) {
      const squares = aa * s1[j]! * s1[m]! - aaf * (s1[j]! * d1[m]! + d1[j]! * s1[m]!) + aaff * d1[j]! * d1[m]!;
      row[m]! += factor * (a * s2[k]! - af * d2[k]! - squares);
    }
  }
}

export function mirror(matrix: Matrix): void {
  for (let j = 0; j < matrix.length; j++) for (let m = 0; m < j; m++) matrix[m]![j] = matrix[j]![m]!;
}
