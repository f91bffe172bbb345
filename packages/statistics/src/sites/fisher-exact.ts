import { ok, type Result, refuse } from "@calcar/vocabulary";
import { hypergeometric, logTerms, supportOf } from "../distributions/hypergeometric.ts";
import { brentRoot } from "../numerics/root.ts";
import { proportionProblem } from "./counts.ts";
import type { TwoProportions } from "./proportion-difference.ts";

export interface FisherExact {
  /** Two-sided: all tables no more likely than the one seen. */
  readonly p: number;
  /** Conditional maximum likelihood odds ratio; 0 or Infinity at the edge of what the margins allow. */
  readonly oddsRatio: number;
}

/**
 * Fisher's exact test of a 2x2 table, with the conditional odds ratio.
 *
 * @refuses as `proportionDifference`; not-applicable/no-events when nobody or everybody had the event: then there is no ratio
 * @source fisher-1935
 */
export function fisherExact({ a, m, b, n }: TwoProportions): Result<FisherExact> {
  const problem = proportionProblem(a, m) ?? proportionProblem(b, n);
  if (problem) return problem;
  const margins = { n1: m, n2: n, events: a + b };
  const [low, high] = supportOf(margins);
  if (low === high) return refuse("not-applicable", "no-events");
  const table = hypergeometric(margins);
  const seen = table.probability(a);
  let p = 0;
  for (let x = low; x <= high; x++) {
    const probability = table.probability(x);
    if (probability <= seen * (1 + 1e-7)) p += probability; // equal but for rounding
  }
  return ok({ p: Math.min(1, p), oddsRatio: a === low ? 0 : a === high ? Infinity : conditionalRatio(logTerms(margins), a - low) });
}

/** The odds ratio under which the expected place in the support is the one seen. */
function conditionalRatio(terms: readonly number[], place: number): number {
  const excess = (log: number) => {
    const logs = terms.map((term, x) => term + x * log);
    const top = Math.max(...logs);
    const weights = logs.map((value) => Math.exp(value - top));
    return weights.reduce((sum, weight, x) => sum + weight * (x - place), 0) / weights.reduce((sum, weight) => sum + weight, 0);
  };
  let reach = 1;
  while (excess(-reach) > 0 || excess(reach) < 0) reach *= 2;
  const log = brentRoot(excess, -reach, reach, 1e-14);
  if (log === undefined) throw new Error("the bracket was checked");
  return Math.exp(log);
}
