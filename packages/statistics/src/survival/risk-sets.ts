import type { CoxRows, Stratum } from "./cox-rows.ts";

/** Sums over those at risk, and over those failing, at one event time. Second moments are packed lower triangles. */
export interface RiskSums {
  /** Sum of weight times risk, and its first and second moments of the covariates. */
  s0: number;
  readonly s1: Float64Array;
  readonly s2: Float64Array;
  /** The same over the deaths of this time. */
  d0: number;
  readonly d1: Float64Array;
  readonly d2: Float64Array;
  /** Number, total weight and weighted covariates of the deaths. */
  deaths: number;
  deathWeight: number;
  readonly deathX: Float64Array;
}

export interface EventTime {
  readonly stratum: Stratum;
  /** Index of the block of tied times within the stratum. */
  readonly block: number;
  readonly sums: RiskSums;
}

/**
 * Walks back over the event times, latest first, keeping the sums over the risk set up to date; one call per event time.
 *
 * @param risk exp of the linear predictor by row
 * @param visit sees the same sums object each time: it must copy what it keeps
 */
export function overEventTimes(rows: CoxRows, risk: Float64Array, visit: (event: EventTime) => void): void {
  for (const stratum of rows.strata) {
    const sums = emptySums(rows.p);
    let leaving = 0;
    let peak = 0; // largest sum since the last fresh start
    for (let block = stratum.blocks.length - 2; block >= 0; block--) {
      const from = stratum.blocks[block]!;
      const to = stratum.blocks[block + 1]!;
      clearDeaths(sums);
      for (let row = from; row < to; row++) addRow(rows, sums, row, risk[row]!);
      if (sums.deaths === 0) continue;
      peak = Math.max(peak, sums.s0);
      leaving = removeNotEntered(rows, risk, { stratum, leaving, now: rows.time[from]! }, sums);
      if (sums.s0 < LOST * peak) {
        recount(rows, risk, { stratum, from, now: rows.time[from]! }, sums);
        peak = sums.s0;
      }
      visit({ stratum, block, sums });
    }
  }
}

/** Below this share of what it was, a sum from which rows were taken away has lost its digits. */
const LOST = 1e-4;

/** The sums over the risk set from scratch. */
function recount(
  rows: CoxRows,
  risk: Float64Array,
  { stratum, from, now }: { stratum: Stratum; from: number; now: number },
  sums: RiskSums,
): void {
  const { p, x, weight, entry, tolerance } = rows;
  sums.s0 = 0;
  sums.s1.fill(0);
  sums.s2.fill(0);
  for (let row = from; row < stratum.to; row++) {
    if (entry && entry[row]! >= now - tolerance) continue;
    const mass = weight[row]! * risk[row]!;
    sums.s0 += mass;
    addMoments(sums.s1, sums.s2, { x, at: row * p, p }, mass);
  }
}

function emptySums(p: number): RiskSums {
  const packed = (p * (p + 1)) / 2;
  return {
    s0: 0,
    s1: new Float64Array(p),
    s2: new Float64Array(packed),
    d0: 0,
    d1: new Float64Array(p),
    d2: new Float64Array(packed),
    deaths: 0,
    deathWeight: 0,
    deathX: new Float64Array(p),
  };
}

function clearDeaths(sums: RiskSums): void {
  sums.d0 = 0;
  sums.deaths = 0;
  sums.deathWeight = 0;
  sums.d1.fill(0);
  sums.d2.fill(0);
  sums.deathX.fill(0);
}

function addRow({ p, x, weight, status }: CoxRows, sums: RiskSums, row: number, risk: number): void {
  const mass = weight[row]! * risk;
  const at = row * p;
  sums.s0 += mass;
  addMoments(sums.s1, sums.s2, { x, at, p }, mass);
  if (status[row] === 0) return;
  sums.deaths++;
  sums.deathWeight += weight[row]!;
  for (let j = 0; j < p; j++) sums.deathX[j]! += weight[row]! * x[at + j]!;
  sums.d0 += mass;
  addMoments(sums.d1, sums.d2, { x, at, p }, mass);
}

function addMoments(
  first: Float64Array,
  second: Float64Array,
  { x, at, p }: { x: Float64Array; at: number; p: number },
  mass: number,
): void {
  for (let j = 0, k = 0; j < p; j++) {
    const value = mass * x[at + j]!;
    first[j]! += value;
    for (let m = 0; m <= j; m++, k++) second[k]! += value * x[at + m]!;
  }
}

interface Leaving {
  readonly stratum: Stratum;
  readonly leaving: number;
  readonly now: number;
}

/** Takes out the rows that were not yet under observation just before `now`. */
function removeNotEntered(rows: CoxRows, risk: Float64Array, { stratum, leaving, now }: Leaving, sums: RiskSums): number {
  const { byEntry } = stratum;
  const { entry, p, x, weight, tolerance } = rows;
  if (!byEntry || !entry) return 0;
  let at = leaving;
  for (; at < byEntry.length && entry[byEntry[at]!]! >= now - tolerance; at++) {
    const row = byEntry[at]!;
    const mass = weight[row]! * risk[row]!;
    sums.s0 -= mass;
    addMoments(sums.s1, sums.s2, { x, at: row * p, p }, -mass);
  }
  return at;
}
