import { brentMinimum } from "../numerics/minimum.ts";
import { integrated, modeOf } from "./adaptive-quadrature.ts";
import type { Arms } from "./arms.ts";
import type { GlmmParts } from "./glmm-parts.ts";
import { twoArmLikelihood } from "./study-likelihood.ts";

/** One free baseline per study: the likelihood of each study is maximised over its own. */
export function fixedBaselines(studies: readonly Arms[]): GlmmParts {
  const arms = studies.map(twoArmLikelihood);
  const best = (i: number, theta: number, tau: number) => {
    const half = 3 + Math.abs(theta) + 3 * tau;
    return brentMinimum(
      (baseline) => -integrated(arms[i]!(baseline), theta, tau),
      studies[i]!.level - half,
      studies[i]!.level + half,
      1e-8,
    );
  };
  return {
    logLik: (theta, tau) => arms.reduce((sum, _, i) => sum - best(i, theta, tau).value, 0),
    conditional: (theta, tau) =>
      arms.reduce((sum, arm, i) => {
        const likelihood = arm(best(i, theta, tau).x);
        return sum + likelihood(theta + tau * modeOf(likelihood, theta, tau).z).value;
      }, 0),
    saturated: studies.reduce((sum, { saturated }) => sum + saturated, 0),
    single: studies.flatMap(({ own }) => (own ? [own] : [])),
  };
}
