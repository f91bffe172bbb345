import type { Studies } from "./studies.ts";
import type { Tau2Estimate } from "./tau2-moments.ts";
import { coefficients, fitAt, fitWithWeights, tracesOf } from "./weighted-fit.ts";

export type Likelihood = "ML" | "REML";

export interface Score {
  /** Derivative of the log-likelihood in tau2. */
  readonly score: number;
  /** Expected information. */
  readonly information: number;
  /** Observed information, where it is to be had at once. */
  readonly curvature?: number;
}

/** Score of tau2 and its information, or undefined where the weights are not finite. */
export function scoreAt(studies: Studies, tau2: number, kind: Likelihood): Score | undefined {
  if (!studies.x) return meanScore(studies, tau2, kind);
  const fit = fitAt(studies, tau2);
  if (!fit) return undefined;
  const { sumW, sumW2, trP, trPP, yPPy } = tracesOf(studies, fit);
  return kind === "REML" ? { score: (yPPy - trP) / 2, information: trPP / 2 } : { score: (yPPy - sumW) / 2, information: sumW2 / 2 };
}

/** Weights between the two passes below; kept, because ten thousand fits spend their time there. */
let scratch = new Float64Array(256);

/** The same for a plain mean, in two passes. */
function meanScore({ y, v }: Studies, tau2: number, kind: Likelihood): Score | undefined {
  const k = y.length;
  if (scratch.length < k) scratch = new Float64Array(2 * k);
  const w = scratch;
  let sumW = 0;
  let sumWY = 0;
  let sumW2 = 0;
  let sumW3 = 0;
  for (let i = 0; i < k; i++) {
    const weight = 1 / (v[i]! + tau2);
    const square = weight * weight;
    w[i] = weight;
    sumW += weight;
    sumWY += weight * y[i]!;
    sumW2 += square;
    sumW3 += square * weight;
  }
  if (!(sumW < Infinity)) return undefined;
  const mu = sumWY / sumW;
  let yPPy = 0;
  let cubed = 0;
  let shared = 0;
  for (let i = 0; i < k; i++) {
    const part = w[i]! * (y[i]! - mu);
    yPPy += part * part;
    cubed += w[i]! * part * part;
    shared += w[i]! * part;
  }
  const ratio = sumW2 / sumW;
  const yPPPy = cubed - (shared * shared) / sumW;
  const trPP = sumW2 - (2 * sumW3) / sumW + ratio * ratio;
  return kind === "REML"
    ? { score: (yPPy - sumW + ratio) / 2, information: trPP / 2, curvature: yPPPy - trPP / 2 }
    : { score: (yPPy - sumW) / 2, information: sumW2 / 2, curvature: yPPPy - sumW2 / 2 };
}

/**
 * Log-likelihood of tau2 with the coefficients profiled out, with all constants.
 *
 * @returns undefined where the weights are not finite
 */
export function logLikelihood(studies: Studies, tau2: number, kind: Likelihood): number | undefined {
  const fit = fitAt(studies, tau2);
  if (!fit) return undefined;
  const k = studies.y.length;
  let logWeights = 0;
  for (let i = 0; i < k; i++) logWeights += Math.log(fit.w[i]!);
  const n = kind === "REML" ? k - coefficients(studies) : k;
  const restricted = kind === "REML" ? designLogDet(studies) - fit.logDet : 0;
  return (-n * Math.log(2 * Math.PI) + logWeights - fit.rss + restricted) / 2;
}

/** log |X'X|. */
function designLogDet(studies: Studies): number {
  if (!studies.x) return Math.log(studies.y.length);
  const unit = new Float64Array(studies.y.length).fill(1);
  return fitAt({ ...studies, v: unit }, 0)?.logDet ?? 0;
}

/**
 * All values of tau2 >= 0 at which the likelihood has a local maximum, ascending; undefined where the weights are not finite.
 *
 * The score is laid out on a geometric grid from far below the sampling variances to a bound beyond which it is negative;
 * each fall through zero is refined within its bracket.
 */
export function localMaxima(studies: Studies, kind: Likelihood): number[] | undefined {
  const maxima: number[] = [];
  const atZero = scoreAt(studies, 0, kind);
  if (atZero && !(atZero.score > 0)) maxima.push(0);
  let before = { tau2: 0, score: atZero?.score ?? Infinity };
  for (const tau2 of searchGrid(studies)) {
    const here = scoreAt(studies, tau2, kind);
    if (!here) return undefined;
    if (before.score > 0 && here.score <= 0) maxima.push(refine(studies, kind, before.tau2, tau2));
    before = { tau2, score: here.score };
  }
  return maxima;
}

/**
 * Maximum likelihood or restricted maximum likelihood estimate of tau2: the global maximum over tau2 >= 0.
 *
 * Fisher scoring alone can cycle or stop at a lesser maximum, so every local maximum is found and the highest taken. Every
 * tolerance is relative: the unit of yi is free.
 *
 * @source viechtbauer-2005
 */
export function tau2Likelihood(studies: Studies, kind: Likelihood): Tau2Estimate | undefined {
  const tau2 = highest(studies, kind, localMaxima(studies, kind) ?? []);
  if (tau2 === undefined) return undefined;
  const here = scoreAt(studies, tau2, kind);
  return here && { tau2, se: 1 / Math.sqrt(here.information) };
}

function highest(studies: Studies, kind: Likelihood, candidates: readonly number[]): number | undefined {
  if (candidates.length === 1) return candidates[0];
  const height = (tau2: number) => logLikelihood(studies, tau2, kind) ?? -Infinity;
  return candidates.reduce<number | undefined>(
    (best, tau2) => (best === undefined || height(tau2) > height(best) ? tau2 : best),
    undefined,
  );
}

/** Points from far below the smallest sampling variance to a tau2 at which the score is surely negative. */
function searchGrid(studies: Studies): number[] {
  let smallest = Infinity;
  let largest = 0;
  for (const variance of studies.v) {
    if (variance > 0 && variance < smallest) smallest = variance;
    if (variance > largest) largest = variance;
  }
  const spread = ordinarySpread(studies);
  if (spread === 0) return [];
  // With S = spread: score < 0 once S (t + vmax) < (t + vmin)^2, which t = S + sqrt(S vmax) + vmax fulfils.
  const high = (spread + Math.sqrt(spread * largest)) * 1.5;
  const low = Math.min(smallest, high) / 16;
  const points = Math.min(40, Math.max(6, Math.ceil(Math.log(high / low) / Math.log(3))));
  return Array.from({ length: points + 1 }, (_, n) => low * (high / low) ** (n / points));
}

/** Residual mean square of unweighted least squares, on at least one degree of freedom. */
function ordinarySpread(studies: Studies): number {
  const k = studies.y.length;
  const ordinary = fitWithWeights(studies, new Float64Array(k).fill(1), 0);
  return ordinary ? ordinary.rss / Math.max(k - coefficients(studies), 1) : 0;
}

/** The root of the score between a point where it is positive and one where it is not, by scoring with a shrinking bracket. */
function refine(studies: Studies, kind: Likelihood, left: number, right: number): number {
  let low = left;
  let high = right;
  let tau2 = (low + high) / 2;
  let last = { tau2: Number.NaN, score: Number.NaN };
  for (let step = 0; step < 200; step++) {
    const here = scoreAt(studies, tau2, kind);
    if (!here || here.score === 0) return tau2;
    if (here.score > 0) low = tau2;
    else high = tau2;
    // Newton with the observed information, or with the slope seen between two points; scoring where neither is positive.
    const slope = here.curvature ?? (last.score - here.score) / (tau2 - last.tau2);
    const move = here.score / (slope > 0 ? slope : here.information);
    last = { tau2, score: here.score };
    const next = tau2 + move > low && tau2 + move < high ? tau2 + move : (low + high) / 2;
    if (Math.abs(next - tau2) <= 1e-14 * next || high - low <= 4e-16 * high) return next;
    tau2 = next;
  }
  return tau2;
}
