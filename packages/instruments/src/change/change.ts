import type { Direction } from "@calcar/catalog";
import { ok, type Result, refuse } from "@calcar/vocabulary";

export interface Pair {
  readonly baseline: number;
  readonly followUp: number;
  readonly direction: Direction;
}

/**
 * Improvement in points: how far a score moved towards its better end. It is a change, never an effect.
 *
 * @returns points, negative when worse
 * @refuses not-applicable/no-better-end for a scale on which more is not better
 */
export function improvement({ baseline, followUp, direction }: Pair): Result<number> {
  if (direction === "higher-more-active") return refuse("not-applicable", "no-better-end");
  return ok(direction === "higher-better" ? followUp - baseline : baseline - followUp);
}

/**
 * Percentage change from the own baseline, towards the better end.
 *
 * @returns per cent of the baseline, negative when worse
 * @refuses not-applicable/no-better-end; not-applicable/baseline-zero: nothing is a percentage of nothing
 */
export function percentChange(pair: Pair): Result<number> {
  const points = improvement(pair);
  if (!points.ok) return points;
  if (pair.baseline === 0) return refuse("not-applicable", "baseline-zero");
  return ok((100 * points.value) / Math.abs(pair.baseline));
}
