import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { type Estimated, rateProblem, tailOf } from "./counts.ts";
import type { Rate } from "./rate-comparison.ts";

export interface StandardisedStratum extends Rate {
  /** Size of the stratum in the standard population, above 0. */
  readonly standard: number;
}

/**
 * Directly standardised rate: the rate that the standard population would have with these stratum rates.
 *
 * The interval is Fay and Feuer's gamma interval, which stays valid for few events. (For the indirect way, observed to
 * expected, see `poissonRate`.)
 *
 * @param strata events and exposure of each stratum with its size in the standard population
 * @param level confidence level between 0 and 1
 * @refuses incomplete/no-strata; invalid/events, exposure, standard
 * @throws RangeError when the level is not between 0 and 1
 * @source fay-feuer-1997
 */
export function standardisedRate(strata: readonly StandardisedStratum[], level = 0.95): Result<Estimated> {
  const tail = tailOf(level);
  if (strata.length === 0) return refuse("incomplete", "no-strata");
  for (const { events, exposure, standard } of strata) {
    const problem = rateProblem(events, exposure);
    if (problem) return problem;
    if (!(standard > 0 && standard < Infinity)) return refuse("invalid", "standard");
  }
  const population = strata.reduce((sum, { standard }) => sum + standard, 0);
  const weights = strata.map(({ standard, exposure }) => standard / (population * exposure));
  const rate = strata.reduce((sum, { events }, i) => sum + weights[i]! * events, 0);
  const variance = strata.reduce((sum, { events }, i) => sum + weights[i]! ** 2 * events, 0);
  const largest = Math.max(...weights); // one more event where it would count most
  const above = { mean: rate + largest, variance: variance + largest ** 2 };
  const limit = (mean: number, spread: number) => ({ scale: spread / (2 * mean), chi: chiSquare((2 * mean ** 2) / spread) });
  const upper = limit(above.mean, above.variance);
  const lower = rate > 0 ? limit(rate, variance) : undefined;
  return ok({
    estimate: rate,
    ci: [lower ? lower.scale * lower.chi.quantile(tail) : 0, upper.scale * upper.chi.upperQuantile(tail)],
  });
}
