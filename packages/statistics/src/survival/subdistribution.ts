import { type Vector, zeros } from "../numerics/matrix.ts";
import { type Likelihood, mirror } from "./cox-likelihood.ts";
import { type CoxRows, risks } from "./cox-rows.ts";

/** Rows in the order of time with what the weighting needs. */
export interface Subdistribution {
  readonly rows: CoxRows;
  /** 1 when the row had another cause: it stays in the risk set with a shrinking weight. */
  readonly competing: Uint8Array;
  readonly censored: Uint8Array;
  /** Probability of being uncensored just before each row's time. */
  readonly uncensored: Float64Array;
}

export function weighted(rows: CoxRows, causes: Vector, cause: number): Subdistribution {
  const code = Float64Array.from(rows.order, (row) => causes[row]!);
  const censored = Uint8Array.from(code, (value) => (value === 0 ? 1 : 0));
  return {
    rows,
    competing: Uint8Array.from(code, (value) => (value !== 0 && value !== cause ? 1 : 0)),
    censored,
    uncensored: censoringBefore(rows, censored),
  };
}

/** Sums over the subdistribution risk set at an event time. */
export interface SubdistributionStep {
  readonly from: number;
  readonly to: number;
  readonly deaths: number;
  readonly s0: number;
  readonly s1: Float64Array;
}

/** Log partial likelihood of the subdistribution hazard at standardised coefficients. */
export function subdistributionLikelihood(set: Subdistribution, beta: Float64Array): Likelihood {
  const { rows } = set;
  const score = new Float64Array(rows.p);
  const information = zeros(rows.p, rows.p);
  let logLik = 0;
  overSubdistribution(set, risks(rows, beta), (step, s2) => {
    logLik -= step.deaths * Math.log(step.s0);
    for (let row = step.from; row < step.to; row++) {
      if (rows.status[row] === 0) continue;
      for (let j = 0; j < rows.p; j++) {
        score[j]! += rows.x[row * rows.p + j]!;
        logLik += beta[j]! * rows.x[row * rows.p + j]!;
      }
    }
    for (let j = 0, k = 0; j < rows.p; j++) {
      const mean = step.s1[j]! / step.s0;
      score[j]! -= step.deaths * mean;
      for (let m = 0; m <= j; m++, k++) information[j]![m]! += step.deaths * (s2[k]! / step.s0 - (mean * step.s1[m]!) / step.s0);
    }
  });
  mirror(information);
  return { logLik, score, information };
}

interface Moments {
  s0: number;
  readonly s1: Float64Array;
  readonly s2: Float64Array;
}

const noMoments = (p: number): Moments => ({ s0: 0, s1: new Float64Array(p), s2: new Float64Array((p * (p + 1)) / 2) });

function addMoments({ p, x }: CoxRows, to: Moments, row: number, mass: number): void {
  to.s0 += mass;
  for (let j = 0, k = 0; j < p; j++) {
    const value = mass * x[row * p + j]!;
    to.s1[j]! += value;
    for (let m = 0; m <= j; m++, k++) to.s2[k]! += value * x[row * p + m]!;
  }
}

/**
 * Visits each event time, latest first, with the weighted sums: those still followed, plus G(t-) times the sum of
 * risk / G(T-) over those who left by another cause before. One set grows backwards and the other forwards, so that nothing
 * is ever taken away from a sum and no digits are lost.
 */
export function overSubdistribution(
  set: Subdistribution,
  risk: Float64Array,
  visit: (step: SubdistributionStep, s2: Float64Array) => void,
): void {
  const { rows, uncensored } = set;
  const gone = goneBefore(set, risk);
  const followed = noMoments(rows.p);
  const { blocks } = rows.strata[0]!;
  for (let block = blocks.length - 2; block >= 0; block--) {
    const from = blocks[block]!;
    const to = blocks[block + 1]!;
    for (let row = from; row < to; row++) addMoments(rows, followed, row, risk[row]!);
    const left = gone.get(block);
    if (!left) continue;
    const deaths = deathsIn(rows, from, to);
    const g = uncensored[from]!;
    const s1 = followed.s1.map((value, j) => value + g * left.s1[j]!);
    const s2 = followed.s2.map((value, k) => value + g * left.s2[k]!);
    visit({ from, to, deaths, s0: followed.s0 + g * left.s0, s1 }, s2);
  }
}

const deathsIn = ({ status }: CoxRows, from: number, to: number): number =>
  status.subarray(from, to).reduce((sum, value) => sum + value, 0);

/** By block with an event: sums over those who left by another cause before it. */
function goneBefore({ rows, competing, uncensored }: Subdistribution, risk: Float64Array): Map<number, Moments> {
  const gone = noMoments(rows.p);
  const kept = new Map<number, Moments>();
  const { blocks } = rows.strata[0]!;
  for (let block = 0; block < blocks.length - 1; block++) {
    const from = blocks[block]!;
    const to = blocks[block + 1]!;
    if (deathsIn(rows, from, to) > 0) kept.set(block, { s0: gone.s0, s1: gone.s1.slice(), s2: gone.s2.slice() });
    for (let row = from; row < to; row++) if (competing[row] === 1) addMoments(rows, gone, row, risk[row]! / uncensored[row]!);
  }
  return kept;
}

/** Kaplan-Meier probability of being uncensored just before each row's time; rows in the order of time, one stratum. */
function censoringBefore({ n, strata }: CoxRows, censored: Uint8Array): Float64Array {
  const { blocks } = strata[0]!;
  const out = new Float64Array(n);
  let g = 1;
  for (let block = 0; block < blocks.length - 1; block++) {
    const from = blocks[block]!;
    const to = blocks[block + 1]!;
    out.fill(g, from, to);
    const ended = censored.subarray(from, to).reduce((sum, value) => sum + value, 0);
    g *= (n - from - ended) / (n - from);
  }
  return out;
}
