import type { TwoRates } from "../effect-sizes/rate-effects.ts";
import type { Table } from "../effect-sizes/tables.ts";
import { binomialLikelihood, poissonLikelihood, type StudyLikelihood } from "./study-likelihood.ts";

/** Two groups of a study: each a likelihood in its own log odds or log rate. */
export interface Arms {
  readonly first: StudyLikelihood;
  readonly second: StudyLikelihood;
  /** A crude level of both groups together, to start searches from. */
  readonly level: number;
  /** Log-likelihood with a level for each group. */
  readonly saturated: number;
  /** The study's own effect; absent when it is not finite. */
  readonly own?: { readonly effect: number; readonly information: number };
}

/** Log odds of two groups. */
export function tableArms({ ai, bi, ci, di }: Table): Arms {
  const finite = ai * bi * ci * di > 0;
  const ownOdds = (x: number, n: number) => (x === 0 || x === n ? 0 : binomialLikelihood(x, n, 0)(Math.log(x / (n - x))).value);
  return {
    first: binomialLikelihood(ai, ai + bi, 0),
    second: binomialLikelihood(ci, ci + di, 0),
    level: Math.log((ai + ci + 0.25) / (bi + di + 0.25)),
    saturated: ownOdds(ai, ai + bi) + ownOdds(ci, ci + di),
    ...(finite && { own: { effect: Math.log((ai * di) / (bi * ci)), information: 1 / (1 / ai + 1 / bi + 1 / ci + 1 / di) } }),
  };
}

/** Log rates of two groups. */
export function rateArms({ x1, t1, x2, t2 }: TwoRates): Arms {
  const ownRate = (x: number, t: number) => (x === 0 ? 0 : poissonLikelihood(x, t)(Math.log(x / t)).value);
  return {
    first: poissonLikelihood(x1, t1),
    second: poissonLikelihood(x2, t2),
    level: Math.log((x1 + x2 + 0.25) / (t1 + t2)),
    saturated: ownRate(x1, t1) + ownRate(x2, t2),
    ...(x1 * x2 > 0 && { own: { effect: Math.log((x1 * t2) / (x2 * t1)), information: 1 / (1 / x1 + 1 / x2) } }),
  };
}
