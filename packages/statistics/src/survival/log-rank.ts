import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, zeros } from "../numerics/matrix.ts";
import { codeLabels, type FollowUp, followUpProblem, type GroupLabel, requireLength } from "./follow-up.ts";
import { tieTolerance } from "./order.ts";
import { strataInTime } from "./strata.ts";

export interface RankTestData extends FollowUp {
  readonly group: ArrayLike<GroupLabel>;
  /** Comparisons are made within strata and summed; absent means one stratum. */
  readonly strata?: ArrayLike<GroupLabel>;
}

export interface RankTest {
  readonly groups: readonly GroupLabel[];
  /** Weighted events seen and expected, by group; with rho = 0 plain counts. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Covariance of observed - expected. */
  readonly variance: Matrix;
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Log-rank test and its G-rho family: k-sample test of equal survival.
 *
 * Each event time weighs S(t-)^rho, S the pooled Kaplan-Meier estimate of the stratum: rho = 0 is the log-rank test,
 * rho = 1 the Peto-Peto form of the Wilcoxon test. The variance is hypergeometric.
 *
 * @param data rows with a group; weights count subjects
 * @param rho 0 or more
 * @refuses incomplete/no-rows, no-events, one-group when there is nothing to compare;
 *   invalid/time, status, entry, weights, rho; not-applicable/no-variance when the groups are never at risk together
 * @throws RangeError when columns differ in length
 * @source harrington-fleming-1982, mantel-1966
 */
export function logRank(data: RankTestData, rho = 0): Result<RankTest> {
  requireLength("group", data.group, data.time.length);
  requireLength("strata", data.strata, data.time.length);
  const problem = followUpProblem(data);
  if (problem) return problem;
  if (!(rho >= 0 && rho < Infinity)) return refuse("invalid", "rho");
  const { codes, labels } = codeLabels(data.group);
  if (labels.length < 2) return refuse("incomplete", "one-group");
  const sums = emptySums(labels.length);
  for (const order of strataInTime(data)) addStratum(data, { order, codes, rho }, sums);
  if (!sums.observed.some((count) => count > 0)) return refuse("incomplete", "no-events");
  const chisq = quadratic(sums);
  if (!chisq) return refuse("not-applicable", "no-variance");
  return ok({
    groups: labels,
    observed: Array.from(sums.observed),
    expected: Array.from(sums.expected),
    variance: sums.variance,
    ...chisq,
    p: chiSquare(chisq.df).upper(chisq.chisq),
  });
}

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Matrix;
}

const emptySums = (groups: number): Sums => ({
  observed: new Float64Array(groups),
  expected: new Float64Array(groups),
  variance: zeros(groups, groups),
});

interface Stratum {
  readonly order: Uint32Array;
  readonly codes: Uint32Array;
  readonly rho: number;
}

function addStratum(data: FollowUp, stratum: Stratum, sums: Sums): void {
  const { time, status, weights } = data;
  const { order, codes } = stratum;
  const tolerance = tieTolerance(time);
  const groups = sums.observed.length;
  const risk = new Float64Array(groups);
  const events = new Float64Array(groups);
  const leaving = new Float64Array(groups);
  const enter = entering(data, stratum, risk);
  let survival = 1;
  for (let at = 0; at < order.length; ) {
    const now = time[order[at]!]!;
    enter(now - tolerance);
    events.fill(0);
    leaving.fill(0);
    for (; at < order.length && time[order[at]!]! - now <= tolerance; at++) {
      const row = order[at]!;
      const weight = weights ? weights[row]! : 1;
      leaving[codes[row]!]! += weight;
      if (status[row] === 1) events[codes[row]!]! += weight;
    }
    survival = addTime({ risk, events, survival, rho: stratum.rho }, sums);
    for (let g = 0; g < groups; g++) risk[g]! -= leaving[g]!;
  }
}

/** Fills the risk set with the rows that have entered before a time that only grows; all of them at once without delayed entry. */
function entering({ entry, weights }: FollowUp, { order, codes }: Stratum, risk: Float64Array): (now: number) => void {
  const add = (row: number) => {
    risk[codes[row]!]! += weights ? weights[row]! : 1;
  };
  if (!entry) {
    order.forEach(add);
    return () => {};
  }
  const byEntry = order.toSorted((a, b) => entry[a]! - entry[b]!);
  let at = 0;
  return (now) => {
    for (; at < byEntry.length && entry[byEntry[at]!]! < now; at++) add(byEntry[at]!);
  };
}

interface AtTime {
  readonly risk: Float64Array;
  readonly events: Float64Array;
  readonly survival: number;
  readonly rho: number;
}

/** Adds one time to the sums and returns pooled survival after it. */
function addTime({ risk, events, survival, rho }: AtTime, { observed, expected, variance }: Sums): number {
  const d = sum(events);
  if (d === 0) return survival;
  const n = sum(risk);
  const weight = rho === 0 ? 1 : survival ** rho;
  const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
  for (let g = 0; g < risk.length; g++) {
    const share = risk[g]! / n;
    observed[g]! += weight * events[g]!;
    expected[g]! += weight * d * share;
    variance[g]![g]! += spread * share;
    for (let h = 0; h < risk.length; h++) variance[g]![h]! -= (spread * share * risk[h]!) / n;
  }
  return survival * (1 - d / n);
}

function sum(values: Float64Array): number {
  let all = 0;
  for (let i = 0; i < values.length; i++) all += values[i]!;
  return all;
}

/** (O - E)' V^-1 (O - E) over the groups that were expected any event, one of them left out. */
function quadratic({ observed, expected, variance }: Sums): { chisq: number; df: number } | undefined {
  const kept = Array.from(expected, (_, g) => g).filter((g) => expected[g]! > 0);
  const used = kept.slice(1);
  const gap = Float64Array.from(used, (g) => observed[g]! - expected[g]!);
  const root = cholesky(used.map((g) => Float64Array.from(used, (h) => variance[g]![h]!)));
  if (used.length === 0 || !root) return undefined;
  return { chisq: dot(gap, choleskySolve(root, gap)), df: used.length };
}
