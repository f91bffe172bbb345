import { ok, type Result, refuse } from "@calcar/vocabulary";
import { binomial } from "../distributions/binomial.ts";
import { normal } from "../distributions/normal.ts";
import { type Interval, proportionProblem, tailOf } from "./counts.ts";

/** Events and cases of one site. */
export interface SiteCount {
  readonly events: number;
  readonly cases: number;
}

/**
 * Limits of a funnel plot around a target proportion for one number of cases.
 *
 * `exact` interpolates between adjacent counts of the binomial distribution, `normal` is its approximation.
 *
 * @param target proportion strictly between 0 and 1
 * @param cases whole number above 0
 * @param level share of sites at the target that fall inside, such as 0.95 or 0.998
 * @refuses invalid/target, cases
 * @throws RangeError when the level is not between 0 and 1
 * @source spiegelhalter-2005
 */
export function funnelLimits(
  target: number,
  cases: number,
  level: number,
): Result<{ readonly exact: Interval; readonly normal: Interval }> {
  const tail = tailOf(level);
  if (!(target > 0 && target < 1)) return refuse("invalid", "target");
  if (!(Number.isInteger(cases) && cases > 0)) return refuse("invalid", "cases");
  const reach = normal.upperQuantile(tail) * Math.sqrt((target * (1 - target)) / cases);
  return ok({
    exact: [exactLimit(target, cases, tail), exactLimit(target, cases, 1 - tail)],
    normal: [target - reach, target + reach],
  });
}

function exactLimit(target: number, cases: number, q: number): number {
  const counts = binomial(cases, target);
  const r = counts.quantile(q);
  return (r - (counts.lower(r) - q) / counts.probability(r)) / cases;
}

export interface SiteDispersion {
  /** Pooled proportion unless another target was given. */
  readonly target: number;
  /** Distance of each site from the target in standard errors. */
  readonly z: readonly number[];
  /** Mean squared z after the outermost tenths were pulled in; above 1 sites differ by more than chance. */
  readonly phi: number;
  /** Variance between sites that explains the excess, 0 when there is none; on the scale of the proportion squared. */
  readonly tau2: number;
  /** z with the variance between sites added to each site's own. */
  readonly zAdjusted: readonly number[];
}

/**
 * How far sites differ from a target and from each other: z scores with the additive over-dispersion model.
 *
 * z scores are winsorised at their 10th and 90th percentiles before dispersion is measured, so that an outlier does not hide
 * itself.
 *
 * @param target proportion strictly between 0 and 1; absent means the pooled proportion
 * @refuses incomplete/too-few-sites below two; invalid/events, subjects; incomplete/no-subjects; invalid/target;
 *   not-applicable/no-variation when all sites have no event or only events
 * @source spiegelhalter-2005
 */
export function siteDispersion(sites: readonly SiteCount[], target?: number): Result<SiteDispersion> {
  if (sites.length < 2) return refuse("incomplete", "too-few-sites");
  for (const { events, cases } of sites) {
    const problem = proportionProblem(events, cases);
    if (problem) return problem;
  }
  const centre = target ?? sum(sites.map(({ events }) => events)) / sum(sites.map(({ cases }) => cases));
  if (target === undefined && (centre === 0 || centre === 1)) return refuse("not-applicable", "no-variation");
  if (!(centre > 0 && centre < 1)) return refuse("invalid", "target");
  const variances = sites.map(({ cases }) => (centre * (1 - centre)) / cases);
  const distances = sites.map(({ events, cases }) => events / cases - centre);
  const z = distances.map((distance, i) => distance / Math.sqrt(variances[i]!));
  const phi = sum(winsorised(z, 0.1).map((value) => value ** 2)) / z.length;
  const tau2 = additiveVariance(phi, variances);
  return ok({ target: centre, z, phi, tau2, zAdjusted: distances.map((distance, i) => distance / Math.sqrt(variances[i]! + tau2)) });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Pulls the outermost values in to the given quantiles. */
function winsorised(values: readonly number[], share: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const low = quantile(sorted, share);
  const high = quantile(sorted, 1 - share);
  return values.map((value) => Math.min(Math.max(value, low), high));
}

/** Quantile by linear interpolation between the order statistics (type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at + 4e-15 * sorted.length); // a place that is whole but for rounding
  const share = Math.max(0, at - below);
  return sorted[below]! + share * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
}

function additiveVariance(phi: number, variances: readonly number[]): number {
  const weights = variances.map((variance) => 1 / variance);
  const total = sum(weights);
  const squares = sum(weights.map((weight) => weight ** 2));
  return Math.max(0, (weights.length * phi - (weights.length - 1)) / (total - squares / total));
}
