import { ok, type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import type { Interval } from "../meta/inference.ts";

/** An effect and its sampling variance, on the scale on which effects are pooled. */
export interface Effect {
  readonly yi: number;
  readonly vi: number;
}

/** Normal interval of a single effect. @throws RangeError when the effect is not finite, the variance negative or the level outside 0 to 1 */
export function effectInterval({ yi, vi }: Effect, level = 0.95): Interval {
  if (!(Number.isFinite(yi) && vi >= 0 && vi < Infinity))
    throw new RangeError(`an interval needs a finite effect, got ${yi} with variance ${vi}`);
  const half = normal.upperQuantile((1 - level) / 2) * Math.sqrt(vi);
  return [yi - half, yi + half];
}

/** A finite effect with a usable variance, or the refusal that there is none. */
export const finiteEffect = (effect: Effect): Result<Effect> =>
  Number.isFinite(effect.yi) && Number.isFinite(effect.vi) && effect.vi >= 0 ? ok(effect) : refuse("not-applicable", "no-finite-effect");

/** The names of the values that are not finite or are below their least legal value. */
export const below = (values: Readonly<Record<string, number>>, least: number): string[] =>
  Object.entries(values)
    .filter(([, value]) => !(Number.isFinite(value) && value >= least))
    .map(([name]) => name);
