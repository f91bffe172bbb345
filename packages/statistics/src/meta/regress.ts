import type { Result } from "@calcar/vocabulary";
import { fisherF } from "../distributions/fisher-f.ts";
import { chiSquare } from "../distributions/gamma.ts";
import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { dot, scale as scaleMatrix, toRows } from "../numerics/matrix.ts";
import { fitModel, type Model, type ModelChoice } from "./fit-model.ts";
import { type FitStatistics, fitStatistics } from "./fit-statistics.ts";
import { type CochranQ, cochranQ } from "./heterogeneity.ts";
import type { Inference } from "./inference.ts";
import { cleanStudies, type Flag, type StudyInput } from "./studies.ts";
import { estimateTau2 } from "./tau2.ts";

export type RegressRequest = StudyInput & ModelChoice & { readonly moderators: readonly ArrayLike<number | undefined>[] };

/** Test that all moderators together do nothing: chi-square, or F with the denominator's degrees of freedom. */
export interface ModeratorTest {
  readonly statistic: number;
  readonly df: number;
  readonly dfDenominator?: number;
  readonly p: number;
}

export interface MetaRegression {
  readonly k: number;
  /** The intercept, then the kept moderators in the order of the input. */
  readonly coefficients: readonly Inference[];
  readonly covariance: readonly (readonly number[])[];
  readonly tau2: number;
  readonly tau2Se?: number;
  /** Test of residual heterogeneity. */
  readonly q?: CochranQ;
  readonly i2?: number;
  readonly h2?: number;
  readonly moderatorTest?: ModeratorTest;
  /** Percent of tau2 (EE: of the residual mean square) that the moderators account for, at least 0; 0 when there is none to account for. */
  readonly r2?: number;
  readonly fitStatistics?: FitStatistics;
  readonly df?: number;
  readonly kept: readonly number[];
  readonly keptModerators: readonly number[];
  readonly flags: readonly Flag[];
}

/**
 * Meta-regression: weighted regression of effects on moderators, with an intercept.
 *
 * @param request.moderators columns as long as yi; one that others already determine is dropped and flagged
 * @param request.tau2 estimator of the residual variance between studies; "EE" assumes none
 * @param request.ci as for pool; "mhksj" takes the wider interval coefficient by coefficient
 * @refuses not-applicable/beyond-range; as cleanStudies and fitModel, among them incomplete/too-few-studies with more coefficients than studies
 * @source viechtbauer-2005, knapp-hartung-2003, raudenbush-2009
 */
export function regress(request: RegressRequest): Result<MetaRegression> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const fitted = fitModel(clean.value.studies, request);
  if (!fitted.ok) return fitted;
  const model = fitted.value;
  const { kept, keptModerators, flags } = clean.value;
  const statistics = fitStatistics(model);
  const test = moderatorTest(model);
  const r2 = accountedFor(model);
  return finiteAnswer({
    k: model.studies.y.length,
    coefficients: model.coefficients,
    covariance: toRows(scaleMatrix(model.fit.covariance, model.scale)),
    tau2: model.tau2,
    ...(model.tau2Se === undefined ? {} : { tau2Se: model.tau2Se }),
    ...(model.q ? { q: model.q } : {}),
    ...(model.inconsistency ?? {}),
    ...(test ? { moderatorTest: test } : {}),
    ...(r2 === undefined ? {} : { r2 }),
    ...(statistics ? { fitStatistics: statistics } : {}),
    ...(model.df === undefined ? {} : { df: model.df }),
    kept,
    keptModerators,
    flags,
  });
}

function moderatorTest({ fit, scale, df }: Model): ModeratorTest | undefined {
  const m = fit.beta.length - 1;
  if (m === 0 || scale === 0) return undefined;
  const block = fit.covariance.slice(1).map((row) => row.slice(1));
  const factor = cholesky(block);
  if (!factor) return undefined;
  const beta = fit.beta.slice(1);
  const wald = dot(beta, choleskySolve(factor, beta)) / scale;
  if (df === undefined) return { statistic: wald, df: m, p: chiSquare(m).upper(wald) };
  return { statistic: wald / m, df: m, dfDenominator: df, p: fisherF(m, df).upper(wald / m) };
}

/** Fall of tau2 from the model without moderators; in the equal-effects model the fall of the residual mean square. */
function accountedFor({ studies, method, tau2, q }: Model): number | undefined {
  if (!studies.x) return undefined;
  const plain = { y: studies.y, v: studies.v };
  if (method !== "EE") return fallPercent(estimateTau2(plain, method)?.tau2, tau2);
  const without = cochranQ(plain);
  return without && q && q.df > 0 ? fallPercent(without.q / without.df, q.q / q.df) : undefined;
}

function fallPercent(from: number | undefined, to: number): number | undefined {
  if (from === undefined) return undefined;
  return from > 0 ? Math.max(0, (100 * (from - to)) / from) : 0;
}
