import type { Interval } from "@calcar/statistics";
import type { EffectQuestion } from "../questions/question-kinds.ts";

export interface NaturalScale {
  readonly value: (analysed: number) => number;
  readonly interval: (analysed: Interval) => [number, number];
}

/** From the scale of analysis to the one people read: ratios are analysed as logarithms. */
export function naturalScale(measure: EffectQuestion["measure"]): NaturalScale {
  const value = isRatio(measure) ? Math.exp : (analysed: number) => analysed;
  return { value, interval: ([low, high]) => [value(low), value(high)] };
}

/** The value that means no difference, on the natural scale. */
export const noEffect = (measure: EffectQuestion["measure"]): number => (isRatio(measure) ? 1 : 0);

/** Ratios are analysed as logarithms and read against 1; differences are read against 0. */
export const isRatio = (measure: EffectQuestion["measure"]): boolean => measure === "RR" || measure === "OR";
