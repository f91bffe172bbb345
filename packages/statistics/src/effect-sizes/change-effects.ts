import { type Result, refuse } from "@calcar/vocabulary";
import { below, type Effect, finiteEffect } from "./effect.ts";
import { hedgesJ } from "./hedges-j.ts";

/** One group measured twice: before (pre) and after (post), with the correlation r between both. */
export interface PrePost {
  readonly mPost: number;
  readonly mPre: number;
  readonly sdPre: number;
  readonly sdPost: number;
  readonly n: number;
  readonly r: number;
}

const changeVariance = ({ sdPre, sdPost, r }: PrePost): number => sdPre ** 2 + sdPost ** 2 - 2 * r * sdPre * sdPost;

const gain = ({ mPost, mPre }: PrePost): number => mPost - mPre;

/** By the SD before. @source becker-1988 */
function byRawSd(group: PrePost): Effect {
  const yi = (hedgesJ(group.n - 1) * gain(group)) / group.sdPre;
  return { yi, vi: (2 * (1 - group.r)) / group.n + (yi * yi) / (2 * group.n) };
}

/** By the SD before, with a variance that allows the SDs to differ. @source bonett-2008 */
function byRawSdHeteroscedastic(group: PrePost): Effect {
  const j = hedgesJ(group.n - 1);
  const yi = (j * gain(group)) / group.sdPre;
  return { yi, vi: (j * j * (changeVariance(group) / group.sdPre ** 2 + (yi * yi) / 2)) / (group.n - 1) };
}

/** By the SD of the change itself. */
function byChangeSd(group: PrePost): Effect {
  const yi = (hedgesJ(group.n - 1) * gain(group)) / Math.sqrt(changeVariance(group));
  return { yi, vi: 1 / group.n + (yi * yi) / (2 * group.n) };
}

const rawChange = (group: PrePost): Effect => ({ yi: gain(group), vi: changeVariance(group) / group.n });

/** @source lajeunesse-2011 */
function logRatioOfMeans({ mPost, mPre, sdPre, sdPost, n, r }: PrePost): Effect {
  const covariance = (2 * r * sdPre * sdPost) / (n * mPre * mPost);
  return { yi: Math.log(mPost / mPre), vi: sdPost ** 2 / (n * mPost ** 2) + sdPre ** 2 / (n * mPre ** 2) - covariance };
}

const MEASURES = { SMCR: byRawSd, SMCRH: byRawSdHeteroscedastic, SMCC: byChangeSd, MC: rawChange, ROMC: logRatioOfMeans } as const;

/** Changes within one group: without a comparator they are no effects. */
export type ChangeMeasure = keyof typeof MEASURES;

export const CHANGE_MEASURES = Object.keys(MEASURES) as readonly ChangeMeasure[];

/**
 * Change of one group from before to after: standardised by the SD before (SMCR, SMCRH) or of the change (SMCC), raw (MC),
 * or log ratio (ROMC).
 *
 * @refuses invalid/standard-deviation; invalid/group-size below 3; invalid/correlation outside -1 to 1; invalid/not-finite;
 *   not-applicable/no-finite-effect
 * @source becker-1988, morris-2008, bonett-2008, lajeunesse-2011
 */
export function changeEffect(measure: ChangeMeasure, group: PrePost): Result<Effect> {
  const spreads = below({ sdPre: group.sdPre, sdPost: group.sdPost }, 0);
  if (spreads.length > 0) return refuse("invalid", "standard-deviation", spreads);
  if (below({ n: group.n }, 3).length > 0) return refuse("invalid", "group-size", ["n"]);
  if (!(Math.abs(group.r) <= 1)) return refuse("invalid", "correlation", ["r"]);
  if (!Number.isFinite(gain(group))) return refuse("invalid", "not-finite");
  return finiteEffect(MEASURES[measure](group));
}

/** Summary of a treated or a control group before and after, for a comparison of changes. */
export type ChangeArm = Pick<PrePost, "mPost" | "mPre" | "sdPre" | "n">;

/**
 * Morris' d_ppc2: difference between two groups' changes over the pooled SD before, with Hedges' factor on n1 + n2 - 2.
 *
 * @returns the estimate only: its variance needs the correlation between before and after
 * @refuses invalid/standard-deviation; invalid/group-size below 2; invalid/not-finite; not-applicable/no-finite-effect
 * @source morris-2008
 */
export function changeContrast(treated: ChangeArm, control: ChangeArm): Result<Omit<Effect, "vi">> {
  const arms = [treated, control];
  if (arms.some(({ sdPre }) => below({ sdPre }, 0).length > 0)) return refuse("invalid", "standard-deviation");
  if (arms.some(({ n }) => below({ n }, 2).length > 0)) return refuse("invalid", "group-size");
  if (!arms.every(({ mPost, mPre }) => Number.isFinite(mPost - mPre))) return refuse("invalid", "not-finite");
  const df = treated.n + control.n - 2;
  const pooled = Math.sqrt(((treated.n - 1) * treated.sdPre ** 2 + (control.n - 1) * control.sdPre ** 2) / df);
  const yi = (hedgesJ(df) * (treated.mPost - treated.mPre - (control.mPost - control.mPre))) / pooled;
  return finiteEffect({ yi, vi: 0 });
}
