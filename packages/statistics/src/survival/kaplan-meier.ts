import { ok, type Result } from "@calcar/vocabulary";
import type { Vector } from "../numerics/matrix.ts";
import { type FollowUp, followUpProblem } from "./follow-up.ts";
import { ascendingOrder, tieTolerance } from "./order.ts";

/** A step function over the distinct times of follow-up, censored times included. */
export interface SurvivalCurve {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Probability of being free of the event just after `time`. */
  readonly survival: Float64Array;
  /** Nelson-Aalen cumulative hazard. */
  readonly cumulativeHazard: Float64Array;
  /** Standard error of log survival (Greenwood); Infinity from where survival is 0. */
  readonly seLog: Float64Array;
  readonly n: number;
  readonly totalEvents: number;
}

/**
 * Kaplan-Meier product-limit estimate of a survival function.
 *
 * S(t) is the product over event times of `1 - d/n`; the variance of log S is Greenwood's sum of `d / (n (n - d))`.
 * A row censored at the time of an event counts as still at risk there. Times that differ by rounding only are tied.
 *
 * @param data weights are counts of subjects (a row of weight 2 is two subjects)
 * @returns one entry per distinct time; limits, quantiles and means are read off with the functions beside this one
 * @refuses incomplete/no-rows; invalid/time, status, entry, weights when a value is not what its column promises
 * @throws RangeError when columns differ in length
 * @source kaplan-meier-1958, greenwood-1926
 * @example kaplanMeier({ time: [1, 2, 3], status: [1, 0, 1] }) // survival 2/3, 2/3, 0
 */
export function kaplanMeier(data: FollowUp): Result<SurvivalCurve> {
  return followUpProblem(data) ?? ok(withSurvival(countAtTimes(data)));
}

export type Counts = Pick<SurvivalCurve, "time" | "atRisk" | "events" | "censored">;

/** At risk, failed and censored at each distinct time. */
export function countAtTimes({ time, status, entry, weights }: FollowUp): Counts {
  const order = ascendingOrder(time);
  const entered = entry && entries(entry, weights);
  const tolerance = tieTolerance(time);
  const columns = { time: new Float64Array(order.length), atRisk: new Float64Array(order.length) };
  const events = new Float64Array(order.length);
  const censored = new Float64Array(order.length);
  let remaining = entered ? 0 : total(weights, order.length);
  let steps = 0;
  for (let at = 0; at < order.length; steps++) {
    const now = time[order[at]!]!;
    if (entered) remaining += entered.before(now - tolerance);
    columns.time[steps] = now;
    columns.atRisk[steps] = remaining;
    for (; at < order.length && time[order[at]!]! - now <= tolerance; at++) {
      const row = order[at]!;
      const weight = weights ? weights[row]! : 1;
      if (status[row] === 1) events[steps]! += weight;
      else censored[steps]! += weight;
    }
    remaining -= events[steps]! + censored[steps]!;
  }
  const cut = (column: Float64Array) => column.subarray(0, steps);
  return { time: cut(columns.time), atRisk: cut(columns.atRisk), events: cut(events), censored: cut(censored) };
}

/** Hands out the weight of rows that entered before a time, each row once, for times that only grow. */
function entries(entry: Vector, weights: Vector | undefined) {
  const order = ascendingOrder(entry);
  let at = 0;
  return {
    before(now: number): number {
      let sum = 0;
      for (; at < order.length && entry[order[at]!]! < now; at++) sum += weights ? weights[order[at]!]! : 1;
      return sum;
    },
  };
}

function total(weights: Vector | undefined, rows: number): number {
  if (!weights) return rows;
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += weights[i]!;
  return sum;
}

function withSurvival(counts: Counts): SurvivalCurve {
  const { atRisk, events, censored } = counts;
  const steps = atRisk.length;
  const survival = new Float64Array(steps);
  const cumulativeHazard = new Float64Array(steps);
  const seLog = new Float64Array(steps);
  let s = 1;
  let hazard = 0;
  let variance = 0;
  let n = 0;
  let totalEvents = 0;
  for (let i = 0; i < steps; i++) {
    const risk = atRisk[i]!;
    const d = events[i]!;
    if (d > 0) {
      const left = risk - d > 1e-12 * risk ? risk - d : 0;
      s *= left / risk;
      hazard += d / risk;
      variance += d / (risk * left);
    }
    survival[i] = s;
    cumulativeHazard[i] = hazard;
    seLog[i] = Math.sqrt(variance);
    n += d + censored[i]!;
    totalEvents += d;
  }
  return { ...counts, survival, cumulativeHazard, seLog, n, totalEvents };
}
