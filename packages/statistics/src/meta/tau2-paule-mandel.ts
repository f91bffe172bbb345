import { chiSquare } from "../distributions/gamma.ts";
import type { Studies } from "./studies.ts";
import type { Tau2Estimate } from "./tau2-moments.ts";
import { coefficients, fitAt, tracesOf } from "./weighted-fit.ts";

/**
 * The tau2 at which the generalised Q statistic equals a target; 0 when Q is already below it at tau2 = 0.
 *
 * Q falls and is convex in tau2, so Newton steps from the left climb to the root and cannot overshoot.
 *
 * @param studies at least one more study than coefficients
 * @param target above 0
 * @returns tau2 in yi's unit squared, or undefined when the weights leave the range of numbers
 */
export function tau2ForQ(studies: Studies, target: number): number | undefined {
  let tau2 = startBelow(studies, target);
  if (tau2 === undefined) return undefined;
  for (let step = 0; step < 300; step++) {
    const fit = fitAt(studies, tau2);
    if (!fit) return undefined;
    const { yPPy } = tracesOf(studies, fit);
    const move = (fit.rss - target) / yPPy; // the slope of Q is -y'PPy
    if (!(move > 0)) return tau2;
    tau2 += move;
    if (move <= 1e-14 * tau2) return tau2;
  }
  return undefined;
}

/** A tau2 at which Q is still at or above the target, or 0. With a zero variance the start is small, not 0. */
function startBelow(studies: Studies, target: number): number | undefined {
  if (fitAt(studies, 0)) return 0;
  const first = studies.y[0]!;
  const spread = studies.y.reduce((sum, value) => sum + (value - first) ** 2, 0);
  // Where Q stays below the target however small tau2 is, the weights end the search.
  for (let tau2 = spread; ; tau2 /= 4) {
    const fit = fitAt(studies, tau2);
    if (!fit || fit.rss >= target) return fit?.tau2;
  }
}

/** The root in tau2 of Q = target, with k sqrt(2 / df) / sum w as its error. */
function rootOfQ(studies: Studies, df: number, target: number): Tau2Estimate | undefined {
  const tau2 = tau2ForQ(studies, target);
  if (tau2 === undefined) return undefined;
  const sumW = studies.v.reduce((sum, variance) => sum + 1 / (variance + tau2), 0);
  return { tau2, se: (studies.y.length * Math.sqrt(2 / df)) / sumW };
}

/**
 * Paule and Mandel's estimator: Q(tau2) = k - p. The same root solves the empirical Bayes equation of Morris, the
 * iterated DerSimonian-Laird and the iterated Sidik-Jonkman procedures.
 *
 * @source paule-mandel-1982, dersimonian-kacker-2007, morris-1983
 */
export function tau2PauleMandel(studies: Studies): Tau2Estimate | undefined {
  const df = studies.y.length - coefficients(studies);
  return rootOfQ(studies, df, df);
}

/** Median-unbiased Paule-Mandel estimator: Q(tau2) is the median of chi-square with k - p degrees of freedom. @source viechtbauer-2021 */
export function tau2PauleMandelMedian(studies: Studies): Tau2Estimate | undefined {
  const df = studies.y.length - coefficients(studies);
  return rootOfQ(studies, df, chiSquare(df).quantile(0.5));
}
