import { ok, type Result } from "@calcar/vocabulary";
import { gamma } from "../distributions/gamma.ts";
import { normal } from "../distributions/normal.ts";
import { type Estimated, type Interval, rateProblem, tailOf } from "./counts.ts";

export type PoissonMethod = "exact" | "byar";

/**
 * Rate of events per unit of exposure with its interval: an incidence rate when exposure is person-time, a standardised
 * ratio (observed to expected) when it is the number expected.
 *
 * @param events a whole number from 0
 * @param exposure person-time, or the number of events expected; above 0
 * @param method `exact` (from the gamma distribution) or `byar` (its close approximation)
 * @param level confidence level between 0 and 1
 * @refuses invalid/events when not a whole number from 0; invalid/exposure when not above 0
 * @throws RangeError when the level is not between 0 and 1
 * @source garwood-1936, breslow-day-1987
 */
export function poissonRate(events: number, exposure: number, method: PoissonMethod = "exact", level = 0.95): Result<Estimated> {
  const tail = tailOf(level);
  const problem = rateProblem(events, exposure);
  if (problem) return problem;
  const [lower, upper] = method === "exact" ? exactLimits(events, tail) : byarLimits(events, tail);
  return ok({ estimate: events / exposure, ci: [lower / exposure, upper / exposure] });
}

/** Limits of a Poisson mean: those means under which the count seen is just not too large or too small. */
function exactLimits(events: number, tail: number): Interval {
  return [events === 0 ? 0 : gamma(events, 1).quantile(tail), gamma(events + 1, 1).upperQuantile(tail)];
}

function byarLimits(events: number, tail: number): Interval {
  const z = normal.upperQuantile(tail);
  const at = (count: number, sign: 1 | -1) => count * (1 - 1 / (9 * count) + (sign * z) / (3 * Math.sqrt(count))) ** 3;
  return [events === 0 ? 0 : Math.max(0, at(events, -1)), at(events + 1, 1)];
}
