import { type Result, refuse } from "@calcar/vocabulary";
import { below, type Effect, finiteEffect } from "./effect.ts";
import { hedgesJ } from "./hedges-j.ts";

/** Means, standard deviations and sizes of two groups. */
export interface TwoMeans {
  readonly m1: number;
  readonly sd1: number;
  readonly n1: number;
  readonly m2: number;
  readonly sd2: number;
  readonly n2: number;
}

export interface MeanOptions {
  /** SMD only: "LS" large-sample variance (the default of the field) or "UB", exactly unbiased. */
  readonly variance?: "LS" | "UB";
  /** SMD only: false leaves out Hedges' factor (Cohen's d). */
  readonly correct?: boolean;
  /** MD only: true takes one pooled SD for both groups. */
  readonly pooledSd?: boolean;
}

const pooledVariance = ({ sd1, n1, sd2, n2 }: TwoMeans): number => ((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / (n1 + n2 - 2);

function meanDifference(groups: TwoMeans, { pooledSd }: MeanOptions): Effect {
  const { m1, sd1, n1, m2, sd2, n2 } = groups;
  return { yi: m1 - m2, vi: pooledSd ? pooledVariance(groups) * (1 / n1 + 1 / n2) : sd1 ** 2 / n1 + sd2 ** 2 / n2 };
}

/** @source hedges-1981, hedges-olkin-1985 */
function standardised(groups: TwoMeans, { variance, correct }: MeanOptions): Effect {
  const { m1, n1, m2, n2 } = groups;
  const df = n1 + n2 - 2;
  const j = hedgesJ(df);
  const yi = ((m1 - m2) / Math.sqrt(pooledVariance(groups))) * (correct === false ? 1 : j);
  const sizes = 1 / n1 + 1 / n2;
  if (variance === "UB") return { yi, vi: sizes + (1 - (df - 2) / (df * j * j)) * yi * yi };
  return { yi, vi: sizes + (yi * yi) / (2 * (n1 + n2)) };
}

/** Standardised by the root of the mean variance, for unequal variances. @source bonett-2009 */
function standardisedHeteroscedastic({ m1, sd1, n1, m2, sd2, n2 }: TwoMeans): Effect {
  const mean = (sd1 ** 2 + sd2 ** 2) / 2;
  const j = hedgesJ(n1 + n2 - 2);
  const yi = (j * (m1 - m2)) / Math.sqrt(mean);
  const ofSpread = (yi ** 2 * (sd1 ** 4 / (n1 - 1) + sd2 ** 4 / (n2 - 1))) / (8 * mean ** 2);
  return { yi, vi: j * j * (ofSpread + (sd1 ** 2 / (n1 - 1) + sd2 ** 2 / (n2 - 1)) / mean) };
}

/** Glass' delta: standardised by the second group's SD. @source hedges-1981 */
function glassDelta({ m1, n1, m2, sd2, n2 }: TwoMeans): Effect {
  const yi = ((m1 - m2) / sd2) * hedgesJ(n2 - 1);
  return { yi, vi: 1 / n1 + 1 / n2 + (yi * yi) / (2 * n2) };
}

/** @source hedges-gurevitch-curtis-1999 */
const logRatioOfMeans = ({ m1, sd1, n1, m2, sd2, n2 }: TwoMeans): Effect => ({
  yi: Math.log(m1 / m2),
  vi: sd1 ** 2 / (n1 * m1 ** 2) + sd2 ** 2 / (n2 * m2 ** 2),
});

/** @source nakagawa-2015 */
const logVariabilityRatio = ({ sd1, n1, sd2, n2 }: TwoMeans): Effect => ({
  yi: Math.log(sd1 / sd2) + 1 / (2 * (n1 - 1)) - 1 / (2 * (n2 - 1)),
  vi: 1 / (2 * (n1 - 1)) + 1 / (2 * (n2 - 1)),
});

/** @source nakagawa-2015 */
function logVariationRatio(groups: TwoMeans): Effect {
  const { m1, m2 } = groups;
  const spread = logVariabilityRatio(groups);
  return { yi: spread.yi - Math.log(m1 / m2), vi: spread.vi + logRatioOfMeans(groups).vi };
}

const MEASURES = {
  MD: meanDifference,
  SMD: standardised,
  SMDH: standardisedHeteroscedastic,
  SMD1: glassDelta,
  ROM: logRatioOfMeans,
  VR: logVariabilityRatio,
  CVR: logVariationRatio,
} as const;

/** Effects from two groups' means and spreads; ratios are on the log scale. */
export type MeanMeasure = keyof typeof MEASURES;

export const MEAN_MEASURES = Object.keys(MEASURES) as readonly MeanMeasure[];

/**
 * Effect from two groups' means: difference (MD), standardised difference with Hedges' exact factor (SMD), the same for
 * unequal variances (SMDH) or by the second group's SD (SMD1), log ratio of means (ROM), of SDs (VR), of coefficients of
 * variation (CVR).
 *
 * @refuses invalid/standard-deviation when one is negative or not finite, `missing` names it; invalid/group-size below 2, for SMD1
 *   below 3 in the second group, whose SD is the unit; invalid/not-finite for a mean; not-applicable/no-finite-effect, as with both SDs zero or means of differing sign in a ratio
 * @source hedges-1981, bonett-2009, hedges-gurevitch-curtis-1999, nakagawa-2015
 */
export function meanEffect(measure: MeanMeasure, groups: TwoMeans, options: MeanOptions = {}): Result<Effect> {
  const { m1, sd1, n1, m2, sd2, n2 } = groups;
  const spreads = below({ sd1, sd2 }, 0);
  if (spreads.length > 0) return refuse("invalid", "standard-deviation", spreads);
  const sizes = [...below({ n1 }, 2), ...below({ n2 }, measure === "SMD1" ? 3 : 2)];
  if (sizes.length > 0) return refuse("invalid", "group-size", sizes);
  if (!Number.isFinite(m1) || !Number.isFinite(m2)) return refuse("invalid", "not-finite");
  return finiteEffect(MEASURES[measure](groups, options));
}

/**
 * Raw (MN) or log (MNLN) mean of one group: a level, not an effect.
 *
 * @refuses invalid/standard-deviation when negative or not finite; invalid/group-size below 1; invalid/not-finite for the mean;
 *   not-applicable/no-finite-effect, as for the log of a mean that is not positive
 */
export function singleMean(measure: "MN" | "MNLN", mean: number, sd: number, n: number): Result<Effect> {
  if (below({ sd }, 0).length > 0) return refuse("invalid", "standard-deviation", ["sd"]);
  if (below({ n }, 1).length > 0) return refuse("invalid", "group-size", ["n"]);
  if (!Number.isFinite(mean)) return refuse("invalid", "not-finite", ["mean"]);
  return finiteEffect(measure === "MN" ? { yi: mean, vi: sd ** 2 / n } : { yi: Math.log(mean), vi: sd ** 2 / (n * mean ** 2) });
}
