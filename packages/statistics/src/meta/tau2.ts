import type { Studies } from "./studies.ts";
import { tau2Likelihood } from "./tau2-likelihood.ts";
import {
  type Tau2Estimate,
  tau2DerSimonianLaird,
  tau2Hedges,
  tau2HunterSchmidt,
  tau2HunterSchmidtCorrected,
  tau2SidikJonkman,
} from "./tau2-moments.ts";
import { tau2PauleMandel, tau2PauleMandelMedian } from "./tau2-paule-mandel.ts";
import { isScored, type ScoringRule, tau2Scoring } from "./tau2-scoring.ts";
import { coefficients } from "./weighted-fit.ts";

const ESTIMATORS = {
  DL: tau2DerSimonianLaird,
  DLIT: tau2PauleMandel,
  HE: tau2Hedges,
  HS: tau2HunterSchmidt,
  HSk: tau2HunterSchmidtCorrected,
  SJ: tau2SidikJonkman,
  SJIT: tau2PauleMandel,
  ML: (studies: Studies) => tau2Likelihood(studies, "ML"),
  REML: (studies: Studies) => tau2Likelihood(studies, "REML"),
  EB: tau2PauleMandel,
  PM: tau2PauleMandel,
  PMM: tau2PauleMandelMedian,
} as const;

/** Estimators of the variance between studies; "EE" is the equal-effects (common-effect) model, in which it is 0 by assumption. */
export type Tau2Method = keyof typeof ESTIMATORS | "EE";

export const TAU2_METHODS: readonly Tau2Method[] = ["EE", ...(Object.keys(ESTIMATORS) as (keyof typeof ESTIMATORS)[])];

/**
 * tau2 by the named method; undefined when it has no finite answer. With nothing left to estimate it from, tau2 is 0 without error.
 *
 * @param scoring absent: ML, REML and EB are exact; a rule stops their search where a program with that rule stops
 */
export function estimateTau2(studies: Studies, method: Tau2Method, scoring?: ScoringRule): Tau2Estimate | undefined {
  if (method === "EE" || studies.y.length <= coefficients(studies)) return { tau2: 0 };
  if (scoring && isScored(method)) return tau2Scoring(studies, method, scoring);
  return ESTIMATORS[method](studies);
}
