import { type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import type { WithLimits } from "../meta/tau2-interval.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { brentRoot } from "../numerics/root.ts";
import { buildMultilevel, type MultilevelRequest, maximiseLevels } from "./multilevel.ts";

/**
 * Profile-likelihood confidence intervals of the variance components of a multilevel model.
 *
 * @returns one per level; a lower limit of 0 where even a variance of 0 is not contradicted
 * @refuses not-applicable/beyond-range; as multilevel; invalid/level; not-applicable/not-converged when an upper limit cannot be bracketed
 * @source hardy-thompson-1996
 */
export function multilevelIntervals(request: MultilevelRequest): Result<readonly WithLimits[]> {
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  const built = buildMultilevel(request);
  if (!built.ok) return built;
  const free: (number | undefined)[] = request.levels.map(() => undefined);
  const best = maximiseLevels(built.value, request.method, free);
  const floor = best.logLik - chiSquare(1).quantile(level) / 2;
  const total = best.theta.reduce((sum, variance) => sum + variance, 0);
  const typical = built.value.studies.v.reduce((sum, variance, _, { length }) => sum + variance / length, 0);
  const intervals: WithLimits[] = [];
  for (let l = 0; l < free.length; l++) {
    const gap = (variance: number) =>
      maximiseLevels(
        built.value,
        request.method,
        free.map((_, j) => (j === l ? variance : undefined)),
      ).logLik - floor;
    const estimate = best.theta[l]!;
    const low = gap(0) >= 0 ? 0 : brentRoot(gap, 0, estimate, 1e-9);
    let far = Math.max(2 * estimate, total, typical); // the sampling variances give a scale where every component is 0
    for (let n = 0; n < 60 && gap(far) > 0; n++) far *= 2;
    const high = brentRoot(gap, estimate, far, 1e-9);
    if (low === undefined || high === undefined) return refuse("not-applicable", "not-converged");
    intervals.push({ estimate, low, high });
  }
  return finiteAnswer(intervals);
}
