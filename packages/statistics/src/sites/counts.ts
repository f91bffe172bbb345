import { type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";

export type Interval = readonly [lower: number, upper: number];

/** An estimate with its confidence interval. */
export interface Estimated {
  readonly estimate: number;
  readonly ci: Interval;
}

/** Why `x` of `n` is no proportion, or undefined. */
export function proportionProblem(x: number, n: number): Result<never> | undefined {
  if (!(Number.isInteger(n) && n >= 0)) return refuse("invalid", "subjects");
  if (!(Number.isInteger(x) && x >= 0 && x <= n)) return refuse("invalid", "events");
  return n === 0 ? refuse("incomplete", "no-subjects") : undefined;
}

/** Why a count of events over an amount of exposure gives no rate, or undefined. */
export function rateProblem(events: number, exposure: number): Result<never> | undefined {
  if (!(Number.isInteger(events) && events >= 0)) return refuse("invalid", "events");
  return exposure > 0 && exposure < Infinity ? undefined : refuse("invalid", "exposure");
}

/** Half of what lies outside a confidence level. */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a confidence level lies between 0 and 1, got ${level}`);
  return (1 - level) / 2;
}

let last = { level: Number.NaN, z: Number.NaN };

/**
 * Normal quantile of a confidence level: 1.96 for 95%.
 *
 * The last one is kept, as a table of a million intervals asks for the same one each time.
 */
export function reachOf(level: number): number {
  if (last.level !== level) last = { level, z: normal.upperQuantile(tailOf(level)) };
  return last.z;
}
