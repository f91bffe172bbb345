import { normal } from "../distributions/normal.ts";
import type { SurvivalCurve } from "./kaplan-meier.ts";

/** Scale on which the limits are symmetric. */
export const LIMIT_SCALES = ["log", "log-log", "plain", "logit", "arcsin"] as const;
export type LimitScale = (typeof LIMIT_SCALES)[number];

export interface SurvivalLimits {
  /** Shorter than the curve when survival reaches 0: there no limit is defined. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Lower and upper limit from survival s, 0 < s < 1, and z times the standard error of log s. */
const LIMITS: Record<LimitScale, (s: number, reach: number) => readonly [number, number]> = {
  log: (s, reach) => [s * Math.exp(-reach), Math.min(1, s * Math.exp(reach))],
  "log-log": (s, reach) => {
    const log = Math.log(s);
    return [Math.exp(log * Math.exp(-reach / log)), Math.exp(log * Math.exp(reach / log))];
  },
  plain: (s, reach) => [Math.max(0, s - s * reach), Math.min(1, s + s * reach)],
  logit: (s, reach) => {
    const odds = s / (1 - s);
    const factor = Math.exp(reach / (1 - s));
    return [odds / (odds + factor), (odds * factor) / (1 + odds * factor)];
  },
  arcsin: (s, reach) => {
    const angle = Math.asin(Math.sqrt(s));
    const width = (reach / 2) * Math.sqrt(s / (1 - s));
    return [Math.sin(Math.max(0, angle - width)) ** 2, Math.sin(Math.min(Math.PI / 2, angle + width)) ** 2];
  },
};

/**
 * Pointwise confidence limits of a survival curve.
 *
 * `log` suits common use, `log-log` and `arcsin` keep their coverage in small samples; limits are cut to [0, 1].
 *
 * @param scale the scale on which the interval is symmetric
 * @param level confidence level between 0 and 1
 * @returns limits for the steps where survival is above 0; before the first event both are 1
 * @throws RangeError when the level is not between 0 and 1
 * @source borgan-liestol-1990
 */
export function survivalLimits(curve: SurvivalCurve, scale: LimitScale = "log-log", level = 0.95): SurvivalLimits {
  const z = normal.upperQuantile((1 - level) / 2);
  const steps = positiveSteps(curve.survival);
  const lower = new Float64Array(steps).fill(1);
  const upper = new Float64Array(steps).fill(1);
  const limits = LIMITS[scale];
  for (let i = 0; i < steps; i++) {
    const s = curve.survival[i]!;
    if (s === 1) continue;
    const [low, high] = limits(s, z * curve.seLog[i]!);
    lower[i] = low;
    upper[i] = high;
  }
  return { lower, upper };
}

function positiveSteps(survival: Float64Array): number {
  let steps = survival.length;
  while (steps > 0 && survival[steps - 1] === 0) steps--;
  return steps;
}
