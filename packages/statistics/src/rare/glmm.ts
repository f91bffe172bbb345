import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { isDoubleZero, type Table } from "../effect-sizes/tables.ts";
import { type Inference, waldInference } from "../meta/inference.ts";
import { boxMinimum } from "../numerics/box-minimum.ts";
import { invertPositive } from "../numerics/cholesky.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { numericalHessian } from "../numerics/hessian.ts";
import { integrated, modeOf } from "./adaptive-quadrature.ts";
import { tableArms } from "./arms.ts";
import { fixedBaselines } from "./fixed-baselines.ts";
import type { GlmmParts } from "./glmm-parts.ts";
import { checkTables } from "./mantel-haenszel.ts";
import { randomBaselines } from "./random-baselines.ts";
import { binomialLikelihood, exactLikelihood, type LikelihoodPoint, ownEffect, type StudyLikelihood } from "./study-likelihood.ts";

/**
 * `UM.FS` unconditional, one baseline per study; `UM.RS` unconditional, normal baselines; `CM.AL` conditional on the events,
 * binomial approximation for rare events; `CM.EL` conditional, exact (noncentral hypergeometric).
 */
export type GlmmModel = "UM.FS" | "UM.RS" | "CM.AL" | "CM.EL";

export interface GlmmRequest {
  readonly tables: readonly Table[];
  readonly model: GlmmModel;
  /** "EE" common log odds ratio, "ML" normal ones. */
  readonly method: "EE" | "ML";
  readonly level?: number;
}

interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

export interface Glmm extends Inference {
  /** Studies that say something: tables without events, or with events only, do not. */
  readonly k: number;
  readonly tau2: number;
  /** UM.RS: variance between the baselines. */
  readonly sigma2?: number;
  readonly logLik: number;
  /** Log-likelihood given the predicted study effects: some programs print this one in its place. */
  readonly conditionalLogLik: number;
  /** Tests that the studies share one effect: likelihood ratio and Wald. */
  readonly lrt: ChiSquareTest;
  readonly wald: ChiSquareTest;
  readonly flags: readonly ("tables-without-own-effect" | "search-not-settled")[];
}

/**
 * Generalised linear mixed model of 2x2 tables: pooled log odds ratio by maximum likelihood, without any addition to zero cells.
 *
 * @refuses not-applicable/beyond-range; as checkTables; incomplete/too-few-studies below one informative table, two for "ML";
 *   not-applicable/no-finite-effect when all events lie in one group; not-applicable/not-identified
 * @source stijnen-2010, van-houwelingen-1993
 */
export function glmm(request: GlmmRequest): Result<Glmm> {
  const level = request.level ?? 0.95;
  const checked = checkTables(request.tables, level);
  if (!checked.ok) return checked;
  const tables = checked.value.filter((table) => !isDoubleZero(table));
  if (tables.length < (request.method === "ML" ? 2 : 1)) return refuse("incomplete", "too-few-studies");
  const parts = PARTS[request.model](tables);
  const fit = maximiseEffects(parts, request.method, level, tables.length);
  if (!fit.ok) return fit;
  return ok(tables.length < request.tables.length ? { ...fit.value, flags: [...fit.value.flags, "tables-without-own-effect"] } : fit.value);
}

/**
 * The same for single proportions: normal log odds about a mean.
 *
 * @refuses invalid/level; invalid/negative-count; invalid/more-events-than-subjects; incomplete/too-few-studies below two;
 *   not-applicable/no-finite-effect; not-applicable/not-identified
 * @source stijnen-2010
 */
export function glmmProportions(request: {
  readonly counts: readonly { readonly xi: number; readonly ni: number }[];
  readonly method: "EE" | "ML";
  readonly level?: number;
}): Result<Glmm> {
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  if (!request.counts.every(({ xi, ni }) => xi >= 0 && ni > 0 && Number.isFinite(ni))) return refuse("invalid", "negative-count");
  if (request.counts.some(({ xi, ni }) => xi > ni)) return refuse("invalid", "more-events-than-subjects");
  if (request.counts.length < 2) return refuse("incomplete", "too-few-studies");
  return maximiseEffects(
    oneParameter(request.counts.map(({ xi, ni }) => binomialLikelihood(xi, ni, 0))),
    request.method,
    level,
    request.counts.length,
  );
}

/** The likelihood of one effect for all studies. */
const together =
  (likelihoods: readonly StudyLikelihood[]): StudyLikelihood =>
  (effect) => {
    const points = likelihoods.map((likelihood) => likelihood(effect));
    const sum = (key: keyof LikelihoodPoint) => points.reduce((total, point) => total + point[key], 0);
    return { value: sum("value"), slope: sum("slope"), information: sum("information") };
  };

/** Studies of which each has a likelihood in its own effect alone. */
export function oneParameter(likelihoods: readonly StudyLikelihood[]): GlmmParts {
  const best = likelihoods.map(ownEffect);
  return {
    common: ownEffect(together(likelihoods)),
    logLik: (theta, tau) => likelihoods.reduce((sum, likelihood) => sum + integrated(likelihood, theta, tau), 0),
    saturated: best.reduce((sum, { value }) => sum + value, 0),
    single: best.filter(({ finite }) => finite),
    conditional: (theta, tau) =>
      likelihoods.reduce((sum, likelihood) => sum + likelihood(theta + tau * modeOf(likelihood, theta, tau).z).value, 0),
  };
}

const PARTS: Readonly<Record<GlmmModel, (tables: readonly Table[]) => GlmmParts>> = {
  "UM.FS": (tables) => fixedBaselines(tables.map(tableArms)),
  "UM.RS": (tables) => randomBaselines(tables.map(tableArms)),
  "CM.AL": (tables) => oneParameter(tables.map(({ ai, bi, ci, di }) => binomialLikelihood(ai, ai + ci, Math.log((ai + bi) / (ci + di))))),
  "CM.EL": (tables) => oneParameter(tables.map(exactLikelihood)),
};

/** Maximum of a model over the mean effect and the deviation between effects. */
export function maximiseEffects(parts: GlmmParts, method: "EE" | "ML", level: number, k: number): Result<Glmm> {
  const common = commonEffect(parts);
  if (!(Math.abs(common.effect) < 25)) return refuse("not-applicable", "no-finite-effect");
  const { theta, tau, variance, logLik, converged } = method === "EE" ? withoutSpread(parts, common) : withSpread(parts, common);
  if (variance === undefined) return refuse("not-applicable", "not-identified");
  const sigma2 = parts.sigma2?.(theta, tau);
  return finiteAnswer({
    ...waldInference(theta, Math.sqrt(variance), level),
    k,
    tau2: tau ** 2,
    ...(sigma2 === undefined ? {} : { sigma2 }),
    logLik,
    conditionalLogLik: parts.conditional(theta, tau),
    lrt: testOf(Math.max(0, 2 * (parts.saturated - common.value)), k - 1),
    wald: testOf(parts.wald ?? spreadOf(parts.single), k - 1),
    flags: converged ? [] : ["search-not-settled"],
  });
}

interface Common {
  readonly effect: number;
  readonly value: number;
  readonly information?: number;
  readonly converged?: boolean;
}

function commonEffect(parts: GlmmParts): Common {
  if (parts.common) return parts.common;
  const { x, value, converged } = boxMinimum({ f: ([theta]) => -parts.logLik(theta!, 0), start: [0], low: [-30], high: [30] });
  return { effect: x[0]!, value: -value, converged };
}

interface Maximum {
  readonly theta: number;
  readonly tau: number;
  readonly variance: number | undefined;
  readonly logLik: number;
  readonly converged: boolean;
}

function withoutSpread(parts: GlmmParts, { effect, value, information, converged = true }: Common): Maximum {
  const at = Float64Array.of(effect);
  const curvature = information ?? numericalHessian((x) => -parts.logLik(x[0]!, 0), at, [1e-3])[0]![0]!;
  return { theta: effect, tau: 0, variance: curvature > 0 ? 1 / curvature : undefined, logLik: value, converged };
}

function withSpread(parts: GlmmParts, { effect }: Common): Maximum {
  const cost = (x: Float64Array) => -parts.logLik(x[0]!, x[1]!);
  const found = [0.2, 0.8].map((tau) => boxMinimum({ f: cost, start: [effect, tau], low: [-30, 0], high: [30, 30] }));
  const best = found.reduce((a, b) => (b.value < a.value ? b : a));
  const [theta, tau] = [best.x[0]!, best.x[1]!];
  const free = tau > 1e-4 ? best.x : best.x.subarray(0, 1);
  const hessian = numericalHessian((x) => cost(x.length === 2 ? x : Float64Array.of(x[0]!, tau)), free, [1e-3, 1e-3]);
  return { theta, tau, variance: invertPositive(hessian)?.[0]?.[0], logLik: -best.value, converged: best.converged };
}

const testOf = (statistic: number, df: number): ChiSquareTest => ({ statistic, df, p: df > 0 ? chiSquare(df).upper(statistic) : 1 });

/** Weighted sum of squares of the single effects about their mean. */
export function spreadOf(single: GlmmParts["single"]): number {
  const total = single.reduce((sum, { information }) => sum + information, 0);
  const mean = single.reduce((sum, { effect, information }) => sum + (effect * information) / total, 0);
  return single.reduce((sum, { effect, information }) => sum + information * (effect - mean) ** 2, 0);
}
