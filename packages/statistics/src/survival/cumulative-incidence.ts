import { ok, type Result } from "@calcar/vocabulary";
import type { Vector } from "../numerics/matrix.ts";
import { followUpProblem } from "./follow-up.ts";
import { ascendingOrder, tieTolerance } from "./order.ts";

/** Follow-up that ends in one of several causes. */
export interface CompetingFollowUp {
  readonly time: Vector;
  /** 0 when follow-up ended without an event, else the number of the cause: 1, 2, ... */
  readonly cause: Vector;
  /** How many subjects a row stands for; absent means one. */
  readonly weights?: Vector;
}

/** Step functions over the distinct times of follow-up. Causes are counted from 1: cause c is at index c - 1. */
export interface CumulativeIncidence {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly censored: Float64Array;
  readonly events: readonly Float64Array[];
  /** Probability of being free of every cause. */
  readonly free: Float64Array;
  /** Probability of having had each cause first. Together with `free` they add to 1. */
  readonly incidence: readonly Float64Array[];
}

/**
 * Cumulative incidence of competing causes (Aalen-Johansen).
 *
 * The right answer to "how many will have had this by time t" where another event can come first; one minus Kaplan-Meier
 * with the other causes as censored is not.
 *
 * @param data causes as whole numbers from 0
 * @param causes number of causes; by default the largest seen (a group without one of the causes needs it)
 * @returns probabilities by cause; for their standard errors see `jackknifeErrors` and `aalenVariance`
 * @refuses incomplete/no-rows; invalid/time, status, weights when a value is not what its column promises
 * @throws RangeError when columns differ in length
 * @source aalen-johansen-1978
 */
export function cumulativeIncidence(data: CompetingFollowUp, causes?: number): Result<CumulativeIncidence> {
  const { time, cause, weights } = data;
  const isCause = (value: number) => Number.isInteger(value) && value >= 0 && value <= (causes ?? Infinity);
  const problem = followUpProblem({ time, status: cause, ...(weights && { weights }) }, isCause);
  if (problem) return problem;
  let largest = causes ?? 1;
  for (let i = 0; i < cause.length; i++) largest = Math.max(largest, cause[i]!);
  return ok(withProbabilities(countByCause(data, largest)));
}

type Counts = Pick<CumulativeIncidence, "time" | "atRisk" | "censored" | "events">;

function countByCause({ time, cause, weights }: CompetingFollowUp, causes: number): Counts {
  const order = ascendingOrder(time);
  const tolerance = tieTolerance(time);
  const column = () => new Float64Array(order.length);
  const times = column();
  const atRisk = column();
  const leaving = Array.from({ length: causes + 1 }, column);
  let remaining = weights ? Array.from(weights).reduce((sum, weight) => sum + weight, 0) : order.length;
  let steps = 0;
  for (let at = 0; at < order.length; steps++) {
    const now = time[order[at]!]!;
    times[steps] = now;
    atRisk[steps] = remaining;
    for (; at < order.length && time[order[at]!]! - now <= tolerance; at++) {
      const row = order[at]!;
      const weight = weights ? weights[row]! : 1;
      leaving[cause[row]!]![steps]! += weight;
      remaining -= weight;
    }
  }
  const [censored, ...events] = leaving.map((counts) => counts.subarray(0, steps));
  return { time: times.subarray(0, steps), atRisk: atRisk.subarray(0, steps), censored: censored!, events };
}

function withProbabilities(counts: Counts): CumulativeIncidence {
  const { atRisk, events } = counts;
  const free = new Float64Array(atRisk.length);
  const incidence = events.map(() => new Float64Array(atRisk.length));
  let level = 1;
  const levels = new Float64Array(events.length);
  for (let i = 0; i < atRisk.length; i++) {
    const all = eventsAt(events, i);
    events.forEach((column, c) => {
      levels[c]! += (level * column[i]!) / atRisk[i]!;
      incidence[c]![i] = levels[c]!;
    });
    level *= survivors(atRisk[i]!, all) / atRisk[i]!;
    free[i] = level;
  }
  return { ...counts, free, incidence };
}

export function eventsAt(events: readonly Float64Array[], step: number): number {
  let sum = 0;
  for (const column of events) sum += column[step]!;
  return sum;
}

/** Those at risk who had no event, a rounding remainder counted as none. */
export const survivors = (atRisk: number, events: number): number => (atRisk - events > 1e-12 * atRisk ? atRisk - events : 0);
