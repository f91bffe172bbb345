import type { Studies } from "./studies.ts";
import { type Likelihood, logLikelihood, scoreAt } from "./tau2-likelihood.ts";
import { type Tau2Estimate, tau2Hedges } from "./tau2-moments.ts";
import { coefficients, fitAt } from "./weighted-fit.ts";

/** Estimators that are usually found by scoring. */
export type ScoredMethod = Likelihood | "EB";

export const isScored = (method: string): method is ScoredMethod => ["ML", "REML", "EB"].includes(method);

/** When scoring stops, for reproducing what a program with such a rule printed. */
export interface ScoringRule {
  /** Absolute change of tau2, in yi's unit squared, at or below which the search ends; 1e-5 is the usual default. */
  readonly threshold: number;
  /** Steps after which there is no answer: 100 unless given. */
  readonly steps?: number;
}

/** A likelihood at 0 that is higher by more than this sends the answer to 0. */
const HIGHER_AT_ZERO = Number.EPSILON ** 0.25;

/**
 * tau2 by Fisher scoring from Hedges' estimate, stopped by an absolute rule: for reproducing published figures only.
 *
 * `tau2 + score / information`, the step halved while it leads below 0, until tau2 moves by no more than the threshold. The answer
 * depends on the unit of yi, can stay at a lesser maximum, and a set may have none; `tau2Likelihood` has none of these faults.
 *
 * @returns undefined when it has not stopped after that many steps
 * @source viechtbauer-2005
 */
export function tau2Scoring(studies: Studies, method: ScoredMethod, { threshold, steps = 100 }: ScoringRule): Tau2Estimate | undefined {
  let tau2 = tau2Hedges(studies)?.tau2;
  for (let step = 0; tau2 !== undefined && step < steps; step++) {
    const here = slopeAt(studies, tau2, method);
    if (!here) return undefined;
    const next = withinRange(tau2, here.score / here.information);
    const moved = Math.abs(next - tau2);
    tau2 = next;
    if (moved <= threshold) return settled(studies, method, tau2, threshold);
  }
  return undefined;
}

/** The step, halved while it leads below 0. */
function withinRange(tau2: number, step: number): number {
  let part = step;
  while (tau2 + part < 0) part /= 2;
  return tau2 + part;
}

/** Score and information; for empirical Bayes those of its estimating equation, Q k / (k - p) = k. */
function slopeAt(studies: Studies, tau2: number, method: ScoredMethod): { score: number; information: number } | undefined {
  if (method !== "EB") return scoreAt(studies, tau2, method);
  const fit = fitAt(studies, tau2);
  const k = studies.y.length;
  return fit && { score: (fit.rss * k) / (k - coefficients(studies)) - k, information: fit.w.reduce((sum, w) => sum + w, 0) };
}

function settled(studies: Studies, method: ScoredMethod, tau2: number, threshold: number): Tau2Estimate | undefined {
  if (method === "EB") return { tau2 };
  const gap = (logLikelihood(studies, 0, method) ?? -Infinity) - (logLikelihood(studies, tau2, method) ?? -Infinity);
  const final = gap > HIGHER_AT_ZERO && tau2 > threshold ? 0 : tau2;
  const information = scoreAt(studies, final, method)?.information;
  return information === undefined ? undefined : { tau2: final, se: 1 / Math.sqrt(information) };
}
