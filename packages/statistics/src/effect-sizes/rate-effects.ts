import { type Result, refuse } from "@calcar/vocabulary";
import { below, type Effect, finiteEffect } from "./effect.ts";

/** Events and person-time of two groups, time in any unit, the same for both. */
export interface TwoRates {
  readonly x1: number;
  readonly t1: number;
  readonly x2: number;
  readonly t2: number;
}

const MEASURES: Readonly<Record<RateMeasure, (rates: TwoRates) => Effect>> = {
  IRR: ({ x1, t1, x2, t2 }) => ({ yi: Math.log(x1 / t1 / (x2 / t2)), vi: 1 / x1 + 1 / x2 }),
  IRD: ({ x1, t1, x2, t2 }) => ({ yi: x1 / t1 - x2 / t2, vi: x1 / t1 ** 2 + x2 / t2 ** 2 }),
  IRSD: ({ x1, t1, x2, t2 }) => ({ yi: Math.sqrt(x1 / t1) - Math.sqrt(x2 / t2), vi: 1 / (4 * t1) + 1 / (4 * t2) }),
};

/** Log rate ratio, rate difference, difference of square-root rates. */
export type RateMeasure = "IRR" | "IRD" | "IRSD";

export const RATE_MEASURES = Object.keys(MEASURES) as readonly RateMeasure[];

/**
 * Effect from two groups' event counts and person-time.
 *
 * @param add added to both counts of a group pair without an event in one of them; 0 adds nothing. IRSD takes none
 * @refuses invalid/negative-count, `missing` names it; invalid/person-time unless positive; not-applicable/no-finite-effect
 */
export function rateEffect(measure: RateMeasure, rates: TwoRates, add = 0): Result<Effect> {
  const { x1, t1, x2, t2 } = rates;
  const counts = below({ x1, x2, add }, 0);
  if (counts.length > 0) return refuse("invalid", "negative-count", counts);
  const times = below({ t1, t2 }, Number.MIN_VALUE);
  if (times.length > 0) return refuse("invalid", "person-time", times);
  const more = measure !== "IRSD" && (x1 === 0 || x2 === 0) ? add : 0;
  return finiteEffect(MEASURES[measure]({ x1: x1 + more, t1, x2: x2 + more, t2 }));
}
