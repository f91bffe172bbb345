import { ok, type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import type { Matrix, Vector } from "../numerics/matrix.ts";
import { type Interval, tailOf } from "../sites/counts.ts";
import { badRows, type GroupLabel } from "../survival/follow-up.ts";
import { coefficientInfluence, fittedProbabilities, robustError } from "./influence.ts";
import { type LogisticFit, logistic, logisticRows } from "./logistic.ts";

/** Whom the comparison is about: everybody, the exposed, or those who could have been either (overlap). */
export type Target = "everybody" | "exposed" | "overlap";

export interface WeightData {
  /** 1 for the exposed group, 0 for the other. */
  readonly exposed: Vector;
  readonly covariates: Readonly<Record<string, Vector>>;
}

export interface Balance {
  readonly name: string;
  /** Difference of means, exposed minus other, in standard deviations before weighting; and after. 0.1 is the usual mark. */
  readonly before: number;
  readonly after: number;
}

export interface ProbabilityWeights {
  readonly propensity: Float64Array;
  readonly weights: Float64Array;
  /** Sum of weights squared over the sum of squared weights, by group: how many subjects the weighted group is worth. */
  readonly effectiveExposed: number;
  readonly effectiveOther: number;
  readonly balance: readonly Balance[];
  readonly fit: LogisticFit;
}

/** Weight at propensity e, and its slope in the log odds of e. */
interface Scheme {
  readonly weight: (e: number) => number;
  readonly slope: (e: number) => number;
}

const SCHEMES: Record<Target, Record<0 | 1, Scheme>> = {
  everybody: {
    1: { weight: (e) => 1 / e, slope: (e) => -(1 - e) / e },
    0: { weight: (e) => 1 / (1 - e), slope: (e) => e / (1 - e) },
  },
  exposed: {
    1: { weight: () => 1, slope: () => 0 },
    0: { weight: (e) => e / (1 - e), slope: (e) => e / (1 - e) },
  },
  overlap: {
    1: { weight: (e) => 1 - e, slope: (e) => -e * (1 - e) },
    0: { weight: (e) => e, slope: (e) => e * (1 - e) },
  },
};

/**
 * Inverse-probability weights from a logistic model of exposure, with the balance that they reach.
 *
 * @param target `everybody` (1/e and 1/(1-e)), `exposed` (1 and e/(1-e)) or `overlap` (1-e and e, never extreme)
 * @refuses as `logistic`, y being exposure: incomplete/one-group when all or none are exposed; invalid/exposed;
 *   not-applicable/no-overlap when covariates separate the groups
 * @throws RangeError when columns differ in length
 * @source rosenbaum-rubin-1983, li-morgan-zaslavsky-2018
 */
export function probabilityWeights({ exposed, covariates }: WeightData, target: Target = "everybody"): Result<ProbabilityWeights> {
  const bad = badRows("exposed", exposed, (value) => value === 0 || value === 1);
  if (bad) return bad;
  const fit = logistic({ y: exposed, covariates });
  if (!fit.ok) return ["no-events", "no-non-events"].includes(fit.refusal.code) ? refuse("incomplete", "one-group") : fit;
  if (fit.value.separated) return refuse("not-applicable", "no-overlap");
  const propensity = fittedProbabilities(fit.value, logisticRows(covariates, exposed.length));
  const weights = propensity.map((e, i) => SCHEMES[target][groupOf(exposed, i)].weight(e));
  return ok({
    propensity,
    weights,
    effectiveExposed: effectiveSize(weights, exposed, 1),
    effectiveOther: effectiveSize(weights, exposed, 0),
    balance: Object.entries(covariates).map(([name, column]) => balanceOf(name, column, { exposed, weights })),
    fit: fit.value,
  });
}

const groupOf = (exposed: Vector, row: number): 0 | 1 => (exposed[row] === 1 ? 1 : 0);

function effectiveSize(weights: Float64Array, exposed: Vector, group: 0 | 1): number {
  let sum = 0;
  let squares = 0;
  weights.forEach((weight, i) => {
    if (groupOf(exposed, i) !== group) return;
    sum += weight;
    squares += weight * weight;
  });
  return (sum * sum) / squares;
}

function balanceOf(name: string, column: Vector, { exposed, weights }: { exposed: Vector; weights: Float64Array }): Balance {
  const plain = weights.map(() => 1);
  const gap = (by: Float64Array) => weightedMean(column, by, { exposed, group: 1 }) - weightedMean(column, by, { exposed, group: 0 });
  const variance = (group: 0 | 1) => {
    const mean = weightedMean(column, plain, { exposed, group });
    return weightedMean(
      Float64Array.from(column as ArrayLike<number>, (value) => (value - mean) ** 2),
      plain,
      { exposed, group },
    );
  };
  const spread = Math.sqrt((variance(1) + variance(0)) / 2);
  return spread > 0 ? { name, before: gap(plain) / spread, after: gap(weights) / spread } : { name, before: 0, after: 0 };
}

function weightedMean(values: Vector, weights: Float64Array, { exposed, group }: { exposed: Vector; group: 0 | 1 }): number {
  let sum = 0;
  let total = 0;
  weights.forEach((weight, i) => {
    if (groupOf(exposed, i) !== group) return;
    sum += weight * values[i]!;
    total += weight;
  });
  return sum / total;
}

export interface WeightedComparison {
  readonly exposed: number;
  readonly unexposed: number;
  readonly difference: number;
  readonly se: number;
  readonly ci: Interval;
  readonly weights: ProbabilityWeights;
}

/**
 * Difference of weighted means of an outcome (a score, or 0 and 1 for a risk) between exposed and others.
 *
 * The robust error counts that the weights were estimated: leaving that out overstates it.
 *
 * @param level confidence level between 0 and 1
 * @refuses as `probabilityWeights`; invalid/y when an outcome is not a finite number
 * @throws RangeError when columns differ in length or the level is not between 0 and 1
 * @source lunceford-davidian-2004
 */
export function weightedComparison(
  data: WeightData & { readonly y: Vector; readonly cluster?: ArrayLike<GroupLabel> },
  target: Target = "everybody",
  level = 0.95,
): Result<WeightedComparison> {
  const z = normal.upperQuantile(tailOf(level));
  const { y, exposed, covariates, cluster } = data;
  if (y.length !== exposed.length) throw new RangeError(`y has ${y.length} values, exposed has ${exposed.length}`);
  const bad = badRows("y", y, Number.isFinite);
  if (bad) return bad;
  const weights = probabilityWeights({ exposed, covariates }, target);
  if (!weights.ok) return weights;
  const x = logisticRows(covariates, exposed.length);
  const [one, none] = ([1, 0] as const).map((group) => weightedGroup(y, x, { exposed, group, target, weights: weights.value }));
  const difference = one!.mean - none!.mean;
  const se = robustError(
    one!.influence.map((value, i) => value - none!.influence[i]!),
    cluster,
  );
  return ok({
    exposed: one!.mean,
    unexposed: none!.mean,
    difference,
    se,
    ci: [difference - z * se, difference + z * se],
    weights: weights.value,
  });
}

interface GroupWeights {
  readonly exposed: Vector;
  readonly group: 0 | 1;
  readonly target: Target;
  readonly weights: ProbabilityWeights;
}

/** The weighted mean of a group and every row's influence on it: through its own value, and through the weights' model. */
function weightedGroup(y: Vector, x: Matrix, { exposed, group, target, weights }: GroupWeights): { mean: number; influence: Float64Array } {
  const mean = weightedMean(y, weights.weights, { exposed, group });
  const scheme = SCHEMES[target][group];
  const isMember = (i: number) => groupOf(exposed, i) === group;
  const total = weights.weights.reduce((sum, weight, i) => sum + (isMember(i) ? weight : 0), 0);
  const moved = x.map((_, i) => (isMember(i) ? ((y[i]! - mean) * scheme.slope(weights.propensity[i]!)) / total : 0));
  const slope = Float64Array.from(weights.fit.coefficients, (_, j) => x.reduce((sum, row, i) => sum + moved[i]! * row[j]!, 0));
  const model = coefficientInfluence(weights.fit, x, { y: exposed, slope });
  return { mean, influence: model.map((value, i) => value + (isMember(i) ? (weights.weights[i]! * (y[i]! - mean)) / total : 0)) };
}
