import { ok, type Result, refuse } from "@calcar/vocabulary";
import { type CochranQ, cochranQ, type Inconsistency, inconsistency } from "./heterogeneity.ts";
import { type CiMethod, type Inference, isLevel, waldInference, wider } from "./inference.ts";
import type { Studies } from "./studies.ts";
import { estimateTau2, type Tau2Method } from "./tau2.ts";
import type { Tau2Estimate } from "./tau2-moments.ts";
import type { ScoringRule } from "./tau2-scoring.ts";
import { coefficients, fitAt, type WeightedFit } from "./weighted-fit.ts";

export interface ModelChoice {
  readonly tau2: Tau2Method;
  readonly ci: CiMethod;
  /** Coverage of intervals, 0.95 unless said otherwise. */
  readonly level?: number;
  /** Stops the search for tau2 by ML, REML or EB early, as other programs do, to reproduce what they printed; absent: the exact answer. */
  readonly scoring?: ScoringRule;
}

/** A fitted meta-analytic model on complete studies. */
export interface Model {
  readonly studies: Studies;
  readonly method: Tau2Method;
  readonly tau2: number;
  readonly tau2Se?: number;
  readonly fit: WeightedFit;
  readonly coefficients: readonly Inference[];
  /** Factor on the covariance of the coefficients: 1 but for Knapp-Hartung. */
  readonly scale: number;
  /** Degrees of freedom of t tests; absent for normal ones. */
  readonly df?: number;
  readonly q?: CochranQ;
  readonly inconsistency?: Inconsistency;
  readonly level: number;
}

/**
 * Fits the mean or the moderators of complete studies.
 *
 * @refuses invalid/level unless 0 < level < 1; invalid/threshold unless above 0; not-applicable/no-finite-tau2 when the estimator has no finite answer;
 *   not-applicable/infinite-weight when a zero variance meets tau2 = 0; not-applicable/beyond-range; incomplete/no-degrees-of-freedom when a t test has none
 */
export function fitModel(studies: Studies, choice: ModelChoice): Result<Model> {
  const level = choice.level ?? 0.95;
  if (!isLevel(level)) return refuse("invalid", "level");
  const df = studies.y.length - coefficients(studies);
  if (choice.ci !== "z" && df < 1) return refuse("incomplete", "no-degrees-of-freedom");
  const estimated = finiteTau2(studies, choice);
  if (!estimated.ok) return estimated;
  const estimate = estimated.value;
  const fitted = usableFit(studies, estimate.tau2);
  if (!fitted.ok) return fitted;
  const fit = fitted.value;
  const scale = scaleOf(choice.ci, fit.rss, df);
  const common = estimate.tau2 === 0 ? fit : fitAt(studies, 0);
  const q = common && cochranQ(studies, common);
  const shares = common && inconsistency(studies, estimate.tau2, choice.tau2, common);
  const inferences = Array.from(fit.beta, (beta, j) =>
    coefficientInference({ beta, variance: fit.covariance[j]![j]!, scale, df }, choice.ci, level),
  );
  return ok({
    studies,
    method: choice.tau2,
    tau2: estimate.tau2,
    ...(Number.isFinite(estimate.se) ? { tau2Se: estimate.se! } : {}),
    fit,
    coefficients: inferences,
    scale,
    ...(choice.ci === "z" ? {} : { df }),
    ...(q ? { q } : {}),
    ...(shares ? { inconsistency: shares } : {}),
    level,
  });
}

function finiteTau2(studies: Studies, { tau2, scoring }: ModelChoice): Result<Tau2Estimate> {
  if (scoring && !(scoring.threshold > 0)) return refuse("invalid", "threshold");
  const estimate = estimateTau2(studies, tau2, scoring);
  return estimate && Number.isFinite(estimate.tau2) ? ok(estimate) : refuse("not-applicable", "no-finite-tau2");
}

/** The fit, when its weights are finite and its sums came out as numbers that can be what they are. */
function usableFit(studies: Studies, tau2: number): Result<WeightedFit> {
  const fit = fitAt(studies, tau2);
  if (!fit) return refuse("not-applicable", "infinite-weight");
  const usable = Number.isFinite(fit.rss) && fit.covariance.every((row, j) => row[j]! >= 0);
  return usable ? ok(fit) : refuse("not-applicable", "beyond-range");
}

/** Knapp and Hartung's factor on the covariance: the weighted residual mean square. */
function scaleOf(ci: CiMethod, rss: number, df: number): number {
  if (ci === "hksj" || ci === "mhksj") return rss / df;
  return ci === "adhoc" ? Math.max(1, rss / df) : 1;
}

interface Coefficient {
  readonly beta: number;
  readonly variance: number;
  readonly scale: number;
  readonly df: number;
}

function coefficientInference({ beta, variance, scale, df }: Coefficient, ci: CiMethod, level: number): Inference {
  const plain = waldInference(beta, Math.sqrt(variance), level);
  if (ci === "z") return plain;
  const scaled = waldInference(beta, Math.sqrt(variance * scale), level, df);
  return ci === "mhksj" ? wider(scaled, plain) : scaled;
}
