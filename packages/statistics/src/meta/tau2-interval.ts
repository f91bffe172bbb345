import { type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { brentRoot } from "../numerics/root.ts";
import { type Inconsistency, inconsistencyAt, typicalVariance } from "./heterogeneity.ts";
import { isLevel } from "./inference.ts";
import { jacksonTail } from "./jackson.ts";
import { cleanStudies, type Studies, type StudyInput } from "./studies.ts";
import { estimateTau2, type Tau2Method } from "./tau2.ts";
import { type Likelihood, logLikelihood } from "./tau2-likelihood.ts";
import { tau2ForQ } from "./tau2-paule-mandel.ts";
import type { ScoringRule } from "./tau2-scoring.ts";
import { coefficients, fitAt } from "./weighted-fit.ts";

/** "QP" Q-profile; "PL" profile likelihood, for ML and REML; "J" Jackson's, from Q with weights 1 / vi. */
export type Tau2IntervalType = "QP" | "PL" | "J";

export interface Tau2IntervalRequest extends StudyInput {
  readonly type: Tau2IntervalType;
  /** The point estimate shown with the limits; for PL also the likelihood. */
  readonly tau2: Tau2Method;
  readonly level?: number;
  /** Stops the search for the estimate early, to reproduce published figures; absent: the exact answer. */
  readonly scoring?: ScoringRule;
}

/** A value with its limits; limits absent when the set of values that the data do not contradict is empty. */
export interface WithLimits {
  readonly estimate: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Tau2Interval {
  readonly tau2: WithLimits;
  readonly tau: WithLimits;
  readonly i2?: WithLimits;
  readonly h2?: WithLimits;
}

type Limits = { readonly low: number; readonly high: number } | "none" | undefined;

/**
 * Confidence interval for the variance between studies, and for tau, I2 and H2, which move with it.
 *
 * A limit is 0 when even tau2 = 0 is not contradicted on that side; when tau2 = 0 is already too much for the upper limit,
 * the data are more alike than chance allows and there are no limits.
 *
 * @refuses as cleanStudies; invalid/level; incomplete/no-degrees-of-freedom when k = p; not-applicable/no-finite-tau2;
 *   not-applicable/needs-likelihood for PL without ML or REML; not-applicable/zero-variance for J
 * @source viechtbauer-2007, hardy-thompson-1996, jackson-2013
 */
export function tau2Interval(request: Tau2IntervalRequest): Result<Tau2Interval> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies } = clean.value;
  const level = request.level ?? 0.95;
  if (!isLevel(level)) return refuse("invalid", "level");
  if (studies.y.length === coefficients(studies)) return refuse("incomplete", "no-degrees-of-freedom");
  const estimate = estimateTau2(studies, request.tau2, request.scoring)?.tau2;
  if (estimate === undefined) return refuse("not-applicable", "no-finite-tau2");
  if (request.type === "PL" && request.tau2 !== "ML" && request.tau2 !== "REML") return refuse("not-applicable", "needs-likelihood");
  if (request.type === "J" && !fitAt(studies, 0)) return refuse("not-applicable", "zero-variance");
  const limits = LIMITS[request.type]({ studies, method: request.tau2, estimate, level });
  return limits ? finiteAnswer(transformed(estimate, limits, typicalVariance(studies))) : refuse("not-applicable", "no-finite-tau2");
}

interface Question {
  readonly studies: Studies;
  readonly method: Tau2Method;
  readonly estimate: number;
  readonly level: number;
}

const LIMITS: Readonly<Record<Tau2IntervalType, (question: Question) => Limits>> = { QP: qProfile, PL: profileLikelihood, J: jackson };

const between = (low: number | undefined, high: number | undefined): Limits =>
  low === undefined || high === undefined ? undefined : { low, high };

function qProfile({ studies, level }: Question): Limits {
  const chi = chiSquare(studies.y.length - coefficients(studies));
  const tail = (1 - level) / 2;
  const atZero = fitAt(studies, 0)?.rss ?? Infinity;
  if (atZero < chi.quantile(tail)) return "none";
  return between(tau2ForQ(studies, chi.upperQuantile(tail)), tau2ForQ(studies, chi.quantile(tail)));
}

function profileLikelihood({ studies, method, estimate, level }: Question): Limits {
  const height = (tau2: number) => logLikelihood(studies, tau2, method as Likelihood) ?? -Infinity; // where the weights are not finite
  const least = height(estimate) - chiSquare(1).quantile(level) / 2;
  const gap = (tau2: number) => height(tau2) - least;
  const low = gap(0) >= 0 ? 0 : brentRoot(gap, 0, estimate);
  let far = Math.max(estimate * 2, sumOf(studies.v));
  while (gap(far) > 0) far *= 2;
  return between(low, brentRoot(gap, estimate, far));
}

function jackson({ studies, level }: Question): Limits {
  const tail = (1 - level) / 2;
  const upperTail = jacksonTail(studies); // P(Q >= q) rises with tau2
  if (upperTail(0) > 1 - tail) return "none";
  const limit = (target: number): number | undefined => {
    if (upperTail(0) >= target) return 0;
    let far = sumOf(studies.v);
    for (let n = 0; n < 100 && upperTail(far) < target; n++) far *= 2; // a target within rounding of 1 may never be reached
    return brentRoot((tau2) => upperTail(tau2) - target, 0, far, 1e-10);
  };
  return between(limit(tail), limit(1 - tail));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function transformed(estimate: number, limits: NonNullable<Limits>, typical: number | undefined): Tau2Interval {
  const through = (f: (tau2: number) => number): WithLimits =>
    limits === "none" ? { estimate: f(estimate) } : { estimate: f(estimate), low: f(limits.low), high: f(limits.high) };
  const share = (key: keyof Inconsistency) => through((tau2) => inconsistencyAt(tau2, typical!)[key]);
  const base = { tau2: through((tau2) => tau2), tau: through(Math.sqrt) };
  return typical === undefined ? base : { ...base, i2: share("i2"), h2: share("h2") };
}
