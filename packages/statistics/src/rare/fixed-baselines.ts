import type { Table } from "../effect-sizes/tables.ts";
import { brentMinimum } from "../numerics/minimum.ts";
import { integrated, modeOf } from "./adaptive-quadrature.ts";
import type { GlmmParts } from "./glmm-parts.ts";
import { binomialLikelihood, twoArmLikelihood } from "./study-likelihood.ts";

/** One free baseline per study: the likelihood of each study is maximised over its own. */
export function fixedBaselines(tables: readonly Table[]): GlmmParts {
  const arms = tables.map(twoArmLikelihood);
  const centres = tables.map(({ ai, bi, ci, di }) => Math.log((ai + ci + 0.25) / (bi + di + 0.25)));
  const best = (i: number, theta: number, tau: number) => {
    const half = 3 + Math.abs(theta) + 3 * tau;
    return brentMinimum((baseline) => -integrated(arms[i]!(baseline), theta, tau), centres[i]! - half, centres[i]! + half, 1e-8);
  };
  return {
    logLik: (theta, tau) => arms.reduce((sum, _, i) => sum - best(i, theta, tau).value, 0),
    conditional: (theta, tau) =>
      arms.reduce((sum, arm, i) => {
        const likelihood = arm(best(i, theta, tau).x);
        return sum + likelihood(theta + tau * modeOf(likelihood, theta, tau).z).value;
      }, 0),
    saturated: tables.reduce((sum, { ai, bi, ci, di }) => sum + ownOdds(ai, ai + bi) + ownOdds(ci, ci + di), 0),
    single: tables
      .filter(({ ai, bi, ci, di }) => ai * bi * ci * di > 0)
      .map(({ ai, bi, ci, di }) => ({ effect: Math.log((ai * di) / (bi * ci)), information: 1 / (1 / ai + 1 / bi + 1 / ci + 1 / di) })),
  };
}

/** Log-likelihood of x among n at its own proportion. */
const ownOdds = (x: number, n: number): number => (x === 0 || x === n ? 0 : binomialLikelihood(x, n, 0)(Math.log(x / (n - x))).value);
