import { type Result, refuse } from "@calcar/vocabulary";
import type { Vector } from "../numerics/matrix.ts";
import { badRows, type FollowUp, followUpProblem, type GroupLabel, requireLength } from "./follow-up.ts";
import { tieTolerance } from "./order.ts";
import { strataInTime } from "./strata.ts";

export interface CoxData extends FollowUp {
  /** Covariate columns by name, factors already expanded, no intercept. */
  readonly covariates: Readonly<Record<string, Vector>>;
  /** Each stratum has its own baseline hazard; absent means one. */
  readonly strata?: ArrayLike<GroupLabel>;
}

/** One stratum's rows [from, to) and where its blocks of tied times begin, the end included. */
export interface Stratum {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly number[];
  /** Rows by entry, latest first; absent without delayed entry. */
  readonly byEntry: Uint32Array | undefined;
}

/** The rows of a Cox model stratum by stratum in the order of time, covariates centred and brought to unit spread. */
export interface CoxRows {
  readonly names: readonly string[];
  readonly n: number;
  readonly p: number;
  /** Row-major, n by p. */
  readonly x: Float64Array;
  readonly time: Float64Array;
  readonly status: Uint8Array;
  readonly weight: Float64Array;
  readonly entry: Float64Array | undefined;
  readonly tolerance: number;
  /** Row of the data that each row came from. */
  readonly order: Uint32Array;
  readonly strata: readonly Stratum[];
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

/**
 * What makes the data of a Cox model unusable, or undefined.
 *
 * @refuses as followUpProblem; invalid/covariate-NAME with the rows where a covariate is not a finite number;
 *   incomplete/no-events, no-covariates
 */
export function coxProblem(data: CoxData): Result<never> | undefined {
  requireLength("strata", data.strata, data.time.length);
  for (const [name, column] of Object.entries(data.covariates)) requireLength(name, column, data.time.length);
  const problem = followUpProblem(data);
  if (problem) return problem;
  if (Object.keys(data.covariates).length === 0) return refuse("incomplete", "no-covariates");
  for (const [name, column] of Object.entries(data.covariates)) {
    const bad = badRows(`covariate-${name}`, column, Number.isFinite);
    if (bad) return bad;
  }
  for (let i = 0; i < data.time.length; i++) if (data.status[i] === 1) return undefined;
  return refuse("incomplete", "no-events");
}

export function arrange(data: CoxData): CoxRows {
  const groups = strataInTime(data);
  const order = new Uint32Array(data.time.length);
  let filled = 0;
  for (const group of groups) {
    order.set(group, filled);
    filled += group.length;
  }
  const take = (column: Vector) => Float64Array.from(order, (row) => column[row]!);
  const time = take(data.time);
  const entry = data.entry && take(data.entry);
  const tolerance = tieTolerance(time);
  let from = 0;
  const strata = groups.map((group) => {
    const to = from + group.length;
    const stratum = { from, to, blocks: blocksOf(time, { from, to, tolerance }), byEntry: entry && latestEntryFirst(entry, from, to) };
    from = to;
    return stratum;
  });
  const weight = data.weights ? take(data.weights) : new Float64Array(order.length).fill(1);
  const status = Uint8Array.from(order, (row) => data.status[row]!);
  return { n: order.length, time, status, weight, entry, tolerance, order, strata, ...standardised(data, order, weight) };
}

function blocksOf(time: Float64Array, { from, to, tolerance }: { from: number; to: number; tolerance: number }): number[] {
  const starts: number[] = [];
  for (let row = from; row < to; row++) if (row === from || time[row]! - time[starts.at(-1)!]! > tolerance) starts.push(row);
  starts.push(to);
  return starts;
}

function latestEntryFirst(entry: Float64Array, from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => entry[b]! - entry[a]!);
}

/** Centred so that exp() keeps its digits, scaled so that one tolerance serves every unit. */
function standardised({ covariates }: CoxData, order: Uint32Array, weight: Float64Array) {
  const names = Object.keys(covariates);
  const p = names.length;
  const x = new Float64Array(order.length * p);
  const means = new Float64Array(p);
  const scales = new Float64Array(p);
  names.forEach((name, j) => {
    const column = covariates[name]!;
    let sum = 0;
    let total = 0;
    for (let i = 0; i < order.length; i++) {
      sum += weight[i]! * column[order[i]!]!;
      total += weight[i]!;
    }
    const mean = sum / total;
    let square = 0;
    for (let i = 0; i < order.length; i++) square += weight[i]! * (column[order[i]!]! - mean) ** 2;
    const spread = Math.sqrt(square / total);
    means[j] = mean;
    scales[j] = spread > 1e-12 * Math.abs(mean) ? spread : 0;
    for (let i = 0; i < order.length; i++) x[i * p + j] = scales[j] ? (column[order[i]!]! - mean) / spread : 0;
  });
  return { names, p, x, means, scales };
}

/** exp of the linear predictor for standardised coefficients. */
export function risks({ n, p, x }: CoxRows, beta: Vector): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0, at = i * p; j < p; j++) sum += x[at + j]! * beta[j]!;
    out[i] = Math.exp(sum);
  }
  return out;
}
