import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { type CochranQ, cochranQ } from "../meta/heterogeneity.ts";
import { type Inference, waldInference } from "../meta/inference.ts";
import { cleanStudies, type Flag, type Studies, type StudyInput } from "../meta/studies.ts";
import { estimateTau2 } from "../meta/tau2.ts";
import type { Likelihood } from "../meta/tau2-likelihood.ts";
import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { dot, type Matrix, matrixOf, quadraticForm, toRows } from "../numerics/matrix.ts";
import { type BlockFit, type BlockModel, type BlockOptimum, fitBlocks, maximiseBlocks, solveBlock } from "./block-model.ts";

export interface MultilevelRequest extends StudyInput {
  /** Group of each effect, from the outermost level inwards, each nested in the one before; the last may be the effect itself. */
  readonly levels: readonly (readonly (string | number)[])[];
  readonly method: Likelihood;
  readonly level?: number;
}

/** Predicted deviation of one group from the mean. */
export interface GroupEffect {
  readonly group: string | number;
  readonly estimate: number;
  readonly se: number;
}

export interface Multilevel {
  readonly k: number;
  readonly coefficients: readonly Inference[];
  readonly covariance: readonly (readonly number[])[];
  /** Variance between the groups of each level. */
  readonly sigma2: readonly number[];
  /** Number of groups of each level. */
  readonly groups: readonly number[];
  /** Share of the variance between effects that lies at the outermost level. */
  readonly icc?: number;
  readonly logLik: number;
  readonly q?: CochranQ;
  readonly moderatorTest?: { readonly statistic: number; readonly df: number; readonly p: number };
  /** Predictions of the group effects, level by level, groups in order of appearance. */
  readonly groupEffects: readonly (readonly GroupEffect[])[];
  readonly flags: readonly (Flag | "search-not-settled")[];
}

/** A multilevel model ready to be fitted, for this file and its neighbours. */
export interface MultilevelModel {
  readonly studies: Studies;
  readonly model: BlockModel;
  /** Groups of each level as lists of rows. */
  readonly groups: readonly Map<string | number, number[]>[];
  readonly flags: readonly Flag[];
  readonly kept: readonly number[];
}

/**
 * Builds the model. @refuses not-applicable/beyond-range; as cleanStudies; invalid/lengths-differ when a level is not as long as yi; invalid/group-label; incomplete/no-levels;
 *   not-applicable/not-nested; not-applicable/zero-variance
 */
export function buildMultilevel(request: MultilevelRequest): Result<MultilevelModel> {
  if (request.levels.length === 0) return refuse("incomplete", "no-levels");
  if (request.levels.some((level) => level.length !== request.yi.length)) return refuse("invalid", "lengths-differ");
  if (request.levels.some((level) => level.some((label) => typeof label === "number" && !Number.isFinite(label))))
    return refuse("invalid", "group-label");
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies, kept, flags } = clean.value;
  if (flags.includes("zero-variance")) return refuse("not-applicable", "zero-variance");
  const labels = request.levels.map((level) => kept.map((i) => level[i]!));
  const groups = nestedGroups(labels);
  if (!groups) return refuse("not-applicable", "not-nested");
  const x = studies.x ?? matrixOf(Array.from(studies.y, () => [1]));
  const member = groups.map((level) => memberOf(level, studies.y.length));
  const covariance = (theta: Float64Array, rows: readonly number[]): Matrix =>
    matrixOf(rows.map((a) => rows.map((b) => sharedVariance(member, theta, a, b) + (a === b ? studies.v[a]! : 0))));
  return ok({ studies, model: { y: studies.y, x, blocks: [...groups[0]!.values()], covariance }, groups, flags, kept });
}

/** Rows of each group of each level, or undefined when a group spans two groups of the level above. Same labels below different parents are different groups. */
function nestedGroups(labels: readonly (readonly (string | number)[])[]): Map<string | number, number[]>[] | undefined {
  const groups = labels.map((level) => {
    const map = new Map<string | number, number[]>();
    level.forEach((label, row) => {
      map.set(label, [...(map.get(label) ?? []), row]);
    });
    return map;
  });
  const nested = groups
    .slice(1)
    .every((level, l) => [...level.values()].every((rows) => rows.every((row) => labels[l]![row] === labels[l]![rows[0]!])));
  return nested ? groups : undefined;
}

/** Variance that two rows share: that of every level at which they are of one group. */
function sharedVariance(member: readonly Int32Array[], theta: Float64Array, a: number, b: number): number {
  let sum = 0;
  for (let l = 0; l < member.length; l++) if (member[l]![a] === member[l]![b]) sum += theta[l]!;
  return sum;
}

function memberOf(level: Map<string | number, number[]>, count: number): Int32Array {
  const member = new Int32Array(count);
  [...level.values()].forEach((rows, g) => {
    for (const row of rows) member[row] = g;
  });
  return member;
}

/** Maximum of the likelihood over the variances of the levels, some of which may be held at given values. */
export function maximiseLevels(
  { model, studies }: MultilevelModel,
  kind: Likelihood,
  held: readonly (number | undefined)[] = [],
): BlockOptimum {
  const levels = held.length;
  const typical = studies.v.reduce((sum, variance) => sum + variance, 0) / studies.v.length;
  const crude = estimateTau2(studies, "HE")?.tau2 ?? 0;
  const size = Math.max(crude, typical / 10);
  const free = held.flatMap((value, l) => (value === undefined ? [l] : []));
  const whole = (part: Float64Array): Float64Array => Float64Array.from({ length: levels }, (_, l) => held[l] ?? part[free.indexOf(l)]!);
  if (free.length === 0) {
    const theta = whole(new Float64Array(0));
    return { theta, logLik: maximum(model, theta, kind), converged: true };
  }
  const reduced: BlockModel = { ...model, covariance: (part, rows) => model.covariance(whole(part), rows) };
  const even = free.map(() => size / levels);
  const starts = [even, ...free.map((_, i) => even.map((value, j) => (i === j ? size : value / 20)))];
  const best = maximiseBlocks(reduced, { kind, starts, low: free.map(() => 0), scale: free.map(() => size) });
  return { ...best, theta: whole(best.theta) };
}

const maximum = (model: BlockModel, theta: Float64Array, kind: Likelihood): number => {
  const fixed = maximiseBlocks(model, { kind, starts: [Array.from(theta)], low: Array.from(theta), scale: Array.from(theta, () => 1) });
  return fixed.logLik;
};

/**
 * Multilevel meta-analysis: effects within groups within larger groups, each level with its own variance.
 *
 * @param request.levels group labels per effect, outermost first
 * @param request.method "REML" or "ML"
 * @refuses as buildMultilevel; invalid/level; incomplete/no-degrees-of-freedom; not-applicable/not-converged
 * @source konstantopoulos-2011, van-houwelingen-2002
 */
export function multilevel(request: MultilevelRequest): Result<Multilevel> {
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  const built = buildMultilevel(request);
  if (!built.ok) return built;
  const { model, studies, groups, flags } = built.value;
  if (model.x[0]!.length >= studies.y.length) return refuse("incomplete", "no-degrees-of-freedom");
  const best = maximiseLevels(
    built.value,
    request.method,
    request.levels.map(() => undefined),
  );
  const fit = fitBlocks(model, best.theta);
  if (!fit || !Number.isFinite(best.logLik)) return refuse("not-applicable", "not-converged");
  const sigma2 = Array.from(best.theta);
  const total = sigma2.reduce((sum, variance) => sum + variance, 0);
  const q = cochranQ(studies);
  const test = slopesTest(fit);
  return finiteAnswer({
    k: studies.y.length,
    coefficients: Array.from(fit.beta, (beta, j) => waldInference(beta, Math.sqrt(fit.covariance[j]![j]!), level)),
    covariance: toRows(fit.covariance),
    sigma2,
    groups: groups.map(({ size }) => size),
    ...(total > 0 ? { icc: sigma2[0]! / total } : {}),
    logLik: best.logLik,
    ...(q ? { q } : {}),
    ...(test ? { moderatorTest: test } : {}),
    groupEffects: groups.map((labels, l) => predictGroups(model, fit, labels, l)),
    flags: best.converged ? flags : [...flags, "search-not-settled"],
  });
}

/** Wald test that all coefficients but the first are 0. */
function slopesTest({ beta, covariance }: BlockFit): Multilevel["moderatorTest"] {
  const m = beta.length - 1;
  const factor = m > 0 ? cholesky(covariance.slice(1).map((row) => row.slice(1))) : undefined;
  if (!factor) return undefined;
  const slopes = beta.slice(1);
  const statistic = dot(slopes, choleskySolve(factor, slopes));
  return { statistic, df: m, p: chiSquare(m).upper(statistic) };
}

/** Best linear unbiased predictions of a level's group effects, with the standard error of their difference from the truth. */
function predictGroups(model: BlockModel, fit: BlockFit, labels: Map<string | number, number[]>, l: number): GroupEffect[] {
  const sigma2 = fit.theta[l]!;
  return [...labels].map(([group, members]) => {
    const rows = model.blocks.find((block) => block.includes(members[0]!))!;
    const z = rows.map((row) => (members.includes(row) ? 1 : 0));
    const weights = solveBlock(model, fit.theta, rows, z);
    const onDesign = Float64Array.from(fit.beta, (_, j) => rows.reduce((sum, row, r) => sum + weights[r]! * model.x[row]![j]!, 0));
    const pull = rows.reduce((sum, row, r) => sum + weights[r]! * fit.residuals[row]!, 0);
    const known = dot(weights, z) - quadraticForm(fit.covariance, onDesign);
    return { group, estimate: sigma2 * pull, se: Math.sqrt(Math.max(0, sigma2 - sigma2 ** 2 * known)) };
  });
}
