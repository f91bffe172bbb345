import type { Result } from "@calcar/vocabulary";
import { studentT } from "../distributions/student-t.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { fitModel, type Model, type ModelChoice } from "./fit-model.ts";
import { type FitStatistics, fitStatistics } from "./fit-statistics.ts";
import type { CochranQ } from "./heterogeneity.ts";
import { type Inference, type Interval, referenceDistribution } from "./inference.ts";
import { cleanStudies, type Flag, type StudyInput } from "./studies.ts";

export type PoolRequest = Omit<StudyInput, "moderators"> & ModelChoice;

/** A pooled effect on the scale of yi: the caller back-transforms. */
export interface Pooled extends Inference {
  /** Studies used. */
  readonly k: number;
  readonly tau2: number;
  readonly tau2Se?: number;
  /** Higgins-Thompson-Spiegelhalter prediction interval, t with k - 2 df: where a new study's true effect would lie. Absent below three studies and in the equal-effects model. */
  readonly pi?: Interval;
  /** The same with the critical value of the confidence interval (normal, or t with k - 1 df). Absent in the equal-effects model. */
  readonly piSameCritical?: Interval;
  /** Heterogeneity test; absent when a variance is zero. */
  readonly q?: CochranQ;
  /** Percent of the variance that lies between studies; absent when a variance is zero. */
  readonly i2?: number;
  readonly h2?: number;
  /** Percent weight of each kept study, in the order of the input. */
  readonly weights: readonly number[];
  /** Places in the input of the studies used. */
  readonly kept: readonly number[];
  /** Likelihood and information criteria, for EE, ML and REML. */
  readonly fitStatistics?: FitStatistics;
  readonly flags: readonly Flag[];
}

/**
 * Inverse-variance meta-analysis of one effect per study.
 *
 * `mu = sum(w y) / sum(w)` with `w = 1 / (vi + tau2)`; the method for tau2 and the kind of interval have no default, since
 * each choice can change the answer.
 *
 * @param request.yi effects on an additive scale (log RR, SMD, MD); `undefined` where not recorded
 * @param request.vi sampling variances in yi's unit squared
 * @param request.tau2 estimator of the variance between studies; "EE" assumes a common effect
 * @param request.ci "z", "t", "hksj" (Knapp-Hartung), "adhoc" (its scale at least 1) or "mhksj" (the wider of "hksj" and "z")
 * @param request.level coverage, 0.95 unless given
 * @refuses as cleanStudies and fitModel: invalid/lengths-differ, invalid/not-finite, invalid/negative-variance, invalid/level, invalid/threshold,
 *   incomplete/no-studies, incomplete/no-degrees-of-freedom, not-applicable/no-finite-tau2, not-applicable/infinite-weight, not-applicable/beyond-range
 * @source dersimonian-laird-1986, viechtbauer-2005, knapp-hartung-2003, higgins-thompson-spiegelhalter-2009, rover-2015
 * @example pool({ yi: [0.4, 0.1], vi: [0.04, 0.09], tau2: "DL", ci: "z" }) // estimate 0.3077, ci -0.0185 to 0.6339
 */
export function pool(request: PoolRequest): Result<Pooled> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const model = fitModel(clean.value.studies, request);
  if (!model.ok) return model;
  const flags: Flag[] = [...clean.value.flags];
  if (model.value.studies.y.length === 1) flags.push("single-study");
  if (model.value.coefficients[0]!.se === 0) flags.push("standard-error-zero");
  return finiteAnswer({ ...pooledFrom(model.value), kept: clean.value.kept, flags });
}

/** The public face of a fitted mean. */
export function pooledFrom(model: Model): Omit<Pooled, "kept" | "flags"> {
  const { tau2, fit, studies, q } = model;
  const main = model.coefficients[0]!;
  const statistics = fitStatistics(model);
  return {
    ...main,
    k: studies.y.length,
    tau2,
    ...(model.tau2Se === undefined ? {} : { tau2Se: model.tau2Se }),
    ...predictionIntervals(model),
    ...(q ? { q } : {}),
    ...(model.inconsistency ? model.inconsistency : {}),
    weights: percent(fit.w),
    ...(statistics ? { fitStatistics: statistics } : {}),
  };
}

function percent(w: Float64Array): number[] {
  const sum = w.reduce((total, weight) => total + weight, 0);
  return Array.from(w, (weight) => (100 * weight) / sum);
}

function predictionIntervals({ method, tau2, studies, coefficients, level }: Model): Pick<Pooled, "pi" | "piSameCritical"> {
  if (method === "EE") return {};
  const { estimate, se, df } = coefficients[0]!;
  const k = studies.y.length;
  const around = (critical: number): Interval => {
    const half = critical * Math.sqrt(tau2 + se * se);
    return [estimate - half, estimate + half];
  };
  const piSameCritical = around(referenceDistribution(df, level).critical);
  return k > 2 ? { pi: around(studentT(k - 2).upperQuantile((1 - level) / 2)), piSameCritical } : { piSameCritical };
}
