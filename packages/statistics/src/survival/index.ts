export * from "./concordance.ts";
export {
  type ChiSquareTest,
  type Coefficient,
  type CoxFit,
  type CoxOptions,
  cox,
  type HazardRatio,
  hazardRatios,
} from "./cox.ts";
export * from "./cox-baseline.ts";
export type { Ties } from "./cox-likelihood.ts";
export { type CoxResiduals, coxResiduals } from "./cox-residuals.ts";
export * from "./cox-robust.ts";
export type { CoxData } from "./cox-rows.ts";
export { type CompetingFollowUp, type CumulativeIncidence, cumulativeIncidence } from "./cumulative-incidence.ts";
export * from "./fine-gray.ts";
export { type FollowUp, followUpByGroup, type GroupLabel } from "./follow-up.ts";
export * from "./gray-test.ts";
export * from "./incidence-errors.ts";
export { kaplanMeier, type SurvivalCurve } from "./kaplan-meier.ts";
export * from "./log-rank.ts";
export * from "./multistate.ts";
export * from "./proportional-hazards.ts";
export * from "./survival-limits.ts";
export {
  type RestrictedMean,
  restrictedMean,
  type SurvivalAtTime,
  type SurvivalQuantile,
  survivalAt,
  survivalQuantile,
} from "./survival-reading.ts";
