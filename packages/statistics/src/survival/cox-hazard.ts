import { type Matrix, zeros } from "../numerics/matrix.ts";
import { addInformation, mirror, type Ties, tieTerms } from "./cox-likelihood.ts";
import { type CoxRows, risks, type Stratum } from "./cox-rows.ts";
import { overEventTimes, type RiskSums } from "./risk-sets.ts";

/** What one event time adds to the cumulative hazard of a row with risk 1, and where its risk set lies. */
export interface HazardStep {
  readonly block: number;
  readonly time: number;
  readonly deaths: number;
  readonly hazard: number;
  /** Hazard times the mean covariates of the risk set, summed over tied deaths. */
  readonly hazardX: Float64Array;
  /** The same two as met by those who die at this time: Efron's rule spares them a part. */
  readonly deathHazard: number;
  readonly deathHazardX: Float64Array;
  /** Mean covariates of the risk set, averaged over tied deaths. */
  readonly meanX: Float64Array;
  /** Schoenfeld residual summed over the deaths, and its information. */
  readonly residual: Float64Array;
  readonly information: Matrix;
}

export interface StratumHazard {
  readonly stratum: Stratum;
  /** In the order of time. */
  readonly steps: readonly HazardStep[];
}

/** The hazard steps of each stratum at standardised coefficients. Exact ties are given Breslow's hazard. */
export function hazardSteps(rows: CoxRows, beta: Float64Array, ties: Ties): StratumHazard[] {
  const byStratum = new Map<Stratum, HazardStep[]>(rows.strata.map((stratum) => [stratum, []]));
  overEventTimes(rows, risks(rows, beta), ({ stratum, block, sums }) => {
    byStratum.get(stratum)!.push(stepOf(sums, ties, { block, time: rows.time[stratum.blocks[block]!]! }));
  });
  return rows.strata.map((stratum) => ({ stratum, steps: byStratum.get(stratum)!.reverse() }));
}

function stepOf(sums: RiskSums, ties: Ties, place: { block: number; time: number }): HazardStep {
  const { s1, d1, deaths, deathWeight, deathX } = sums;
  const terms = tieTerms(sums, ties);
  const weight = deathWeight / deaths;
  const { a, af, aa, aaf, aaff } = terms;
  const information = zeros(s1.length, s1.length);
  addInformation(sums, terms, weight, information);
  mirror(information);
  const meanX = s1.map((value, j) => (a * value - af * d1[j]!) / deaths);
  return {
    ...place,
    deaths,
    hazard: weight * a,
    hazardX: s1.map((value, j) => weight * (aa * value - aaf * d1[j]!)),
    deathHazard: weight * (a - af),
    deathHazardX: s1.map((value, j) => weight * ((aa - aaf) * value - (aaf - aaff) * d1[j]!)),
    meanX,
    residual: deathX.map((value, j) => value - deathWeight * meanX[j]!),
    information,
  };
}
