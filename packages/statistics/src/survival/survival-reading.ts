import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { SurvivalCurve } from "./kaplan-meier.ts";
import { tieTolerance } from "./order.ts";
import type { SurvivalLimits } from "./survival-limits.ts";

export interface SurvivalAtTime {
  readonly time: number;
  readonly survival: number;
  /** Standard error of survival itself; absent where survival is 0, for which Greenwood gives none. */
  readonly se: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** Number still under observation at this time. */
  readonly atRisk: number;
  readonly cumulativeHazard: number;
}

/** Index of the last entry of an ascending list that is at most `value`, or -1. */
export function lastAtMost(list: Float64Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Survival at given times, with limits and the number still at risk.
 *
 * @param limits the limits of the same curve
 * @param times in the unit of the curve; after the last follow-up `atRisk` is 0 and the last level is carried on
 * @throws RangeError when a time is NaN
 */
export function survivalAt(curve: SurvivalCurve, limits: SurvivalLimits, times: readonly number[]): SurvivalAtTime[] {
  if (times.some(Number.isNaN)) throw new RangeError("survival was asked at a time that is NaN");
  const tolerance = tieTolerance(curve.time);
  return times.map((time) => {
    const at = lastAtMost(curve.time, time + tolerance);
    const next = lastAtMost(curve.time, time - tolerance) + 1;
    const atRisk = curve.atRisk[next] ?? 0;
    if (at < 0) return { time, survival: 1, se: 0, lower: 1, upper: 1, atRisk, cumulativeHazard: 0 };
    const survival = curve.survival[at]!;
    const se = survival > 0 ? survival * curve.seLog[at]! : undefined;
    const cumulativeHazard = curve.cumulativeHazard[at]!;
    return { time, survival, se, lower: limits.lower[at], upper: limits.upper[at], atRisk, cumulativeHazard };
  });
}

export interface SurvivalQuantile {
  /** First time at which the share `p` has had the event; absent when the curve stays above 1 - p. */
  readonly time: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

/**
 * Quantile of survival time (p = 0.5 is the median), its interval read off the pointwise limits.
 *
 * Where the curve is level at exactly 1 - p, the middle of the level stretch.
 *
 * @param p share that has had the event, between 0 and 1
 * @returns absent parts were not reached in follow-up: they are unknown, not infinite
 * @throws RangeError when p is not strictly between 0 and 1
 * @source brookmeyer-crowley-1982
 */
export function survivalQuantile(curve: SurvivalCurve, limits: SurvivalLimits, p = 0.5): SurvivalQuantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`a share must lie between 0 and 1, got ${p}`);
  return {
    time: firstBelow(curve.time, curve.survival, 1 - p),
    lower: firstBelow(curve.time, limits.lower, 1 - p),
    upper: firstBelow(curve.time, limits.upper, 1 - p),
  };
}

const SAME_LEVEL = 1e-9; // products of a million factors keep about ten digits

function firstBelow(time: Float64Array, level: Float64Array, target: number): number | undefined {
  const first = level.findIndex((value) => value <= target + SAME_LEVEL);
  if (first < 0) return undefined;
  if (level[first]! < target - SAME_LEVEL) return time[first];
  const drop = level.findIndex((value, i) => i > first && value < target - SAME_LEVEL);
  return (time[first]! + time[drop < 0 ? level.length - 1 : drop]!) / 2;
}

export interface RestrictedMean {
  readonly mean: number;
  readonly se: number;
  readonly tau: number;
  /** Last follow-up, when it came before tau with subjects still free of the event: the rest assumes no further event. */
  readonly extrapolatedFrom: number | undefined;
}

/**
 * Restricted mean survival time: the area under the curve from 0 to tau.
 *
 * Its variance is the sum over event times of `(area from t to tau)^2 d / (n (n - d))`.
 *
 * @param tau horizon, above 0, in the unit of the curve
 * @returns the mean time free of the event within tau, and its standard error
 * @refuses invalid/horizon when tau is not a positive number
 * @source irwin-1949, greenwood-1926
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): Result<RestrictedMean> {
  if (!(tau > 0 && tau < Infinity)) return refuse("invalid", "horizon");
  const { time, survival, atRisk, events } = curve;
  let area = 0;
  let variance = 0;
  let end = tau;
  for (let i = lastAtMost(time, tau); i >= 0; i--) {
    const from = Math.max(0, time[i]!); // an event at time 0 weighs on the whole area
    area += survival[i]! * (end - from);
    end = from;
    const left = atRisk[i]! - events[i]!;
    if (left > 0) variance += (area * area * events[i]!) / (atRisk[i]! * left);
  }
  const last = time.length - 1;
  const extrapolatedFrom = time[last]! < tau && survival[last]! > 0 ? time[last] : undefined;
  return ok({ mean: area + end, se: Math.sqrt(variance), tau, extrapolatedFrom });
}
