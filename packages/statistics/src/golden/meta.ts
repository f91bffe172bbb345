import type { Result } from "@calcar/vocabulary";
import { harmonicMean, inverseDoubleArcsine, proportionEffects } from "../effect-sizes/index.ts";
import {
  blup,
  type CiMethod,
  cumulative,
  influence,
  leaveOneOut,
  type MetaRegression,
  type ModelChoice,
  type Pooled,
  type PoolRequest,
  pool,
  predict,
  type RegressRequest,
  regress,
  subgroups,
  type Tau2IntervalType,
  type Tau2Method,
  tau2Interval,
  type WithLimits,
} from "../meta/index.ts";
import { cleanStudies } from "../meta/studies.ts";
import { localMaxima, logLikelihood } from "../meta/tau2-likelihood.ts";
import { columnsFor } from "./columns.ts";
import { countsOf } from "./counts.ts";
import { complete, type GoldenCase, type GoldenFile, inputOf, numbers, type Operations } from "./operation.ts";

const CI: Readonly<Record<string, CiMethod>> = { z: "z", t: "t", knha: "hksj", adhoc: "adhoc" };

/** The value of a result; a refusal here is a failing case, so it is thrown with its code. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}/${result.refusal.code}`);
  return result.value;
}

const choiceOf = ({ args }: GoldenCase): ModelChoice => ({
  tau2: args.method === "FE" ? "EE" : ((args.method ?? "REML") as Tau2Method),
  ci: CI[String(args.test ?? "z")]!,
  level: Number(args.level ?? 95) / 100,
  ...(args.scoring === undefined ? {} : { scoring: { threshold: Number(args.scoring), steps: 20_000 } }),
});

/** Effects, variances and moderators of a case with its model. */
export function requestOf(testCase: GoldenCase, file: GoldenFile): RegressRequest {
  const source = testCase.input === undefined ? columnsFor(testCase, file, [["yi", "vi"]]) : inputOf(testCase, file);
  const moderators = Object.values((source.X ?? {}) as Record<string, unknown>).map(numbers);
  return { yi: numbers(source.yi), vi: numbers(source.vi), moderators, ...choiceOf(testCase) };
}

export const plainRequest = (testCase: GoldenCase, file: GoldenFile): PoolRequest => {
  const { moderators: _, ...plain } = requestOf(testCase, file);
  return plain;
};

/** A pooled result under the golden files' names. */
export function pooledFields(pooled: Pooled): Record<string, unknown> {
  return {
    k: pooled.k,
    p: 1,
    estimate: pooled.estimate,
    se: pooled.se,
    stat: pooled.stat ?? (pooled.flags.includes("standard-error-zero") ? Math.sign(pooled.estimate) * Infinity : undefined),
    pval: pooled.p,
    ci_lb: pooled.ci[0],
    ci_ub: pooled.ci[1],
    df: pooled.df,
    ...sharedFields(pooled),
    QE_df: pooled.k - 1,
    pi_lb: pooled.piSameCritical?.[0],
    pi_ub: pooled.piSameCritical?.[1],
    pi_t_kminus2_lb: pooled.pi?.[0],
    pi_t_kminus2_ub: pooled.pi?.[1],
  };
}

function sharedFields({ tau2, tau2Se, q, i2, h2, fitStatistics: s }: Pooled | MetaRegression): Record<string, unknown> {
  const likelihood = { logLik: s?.logLik, deviance: s?.deviance, AIC: s?.aic, BIC: s?.bic, AICc: s?.aicc };
  return { tau2, se_tau2: tau2Se, QE: q?.q, QE_df: q?.df, QE_p: q?.p, I2: i2, H2: h2, ...likelihood };
}

/** A meta-regression under the golden files' names. */
export function regressionFields(fit: MetaRegression): Record<string, unknown> {
  const single = fit.coefficients.length === 1;
  const each = <T>(values: T[]) => (single ? values[0] : values);
  const test = fit.moderatorTest;
  return {
    k: fit.k,
    p: fit.coefficients.length,
    estimate: each(fit.coefficients.map(({ estimate }) => estimate)),
    se: each(fit.coefficients.map(({ se }) => se)),
    stat: each(fit.coefficients.map(({ stat }) => stat)),
    pval: each(fit.coefficients.map(({ p }) => p)),
    ci_lb: each(fit.coefficients.map(({ ci }) => ci[0])),
    ci_ub: each(fit.coefficients.map(({ ci }) => ci[1])),
    df: fit.df,
    ...sharedFields(fit),
    QM: test?.statistic,
    QM_df: test && [test.df, ...(test.dfDenominator === undefined ? [] : [test.dfDenominator])],
    QM_p: test?.p,
    vcov: fit.covariance,
    R2: fit.r2,
  };
}

const limitsFields = (value: WithLimits | undefined) => value && { estimate: value.estimate, ci_lb: value.low, ci_ub: value.high };

function tau2IntervalFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const { ci: _, ...request } = requestOf(testCase, file);
  const interval = unwrap(tau2Interval({ ...request, type: testCase.args.type as Tau2IntervalType }));
  return {
    tau2: limitsFields(interval.tau2),
    tau: limitsFields(interval.tau),
    I2: limitsFields(interval.i2),
    H2: limitsFields(interval.h2),
  };
}

function influenceFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const rows = unwrap(influence(requestOf(testCase, file)));
  const names = Object.keys((testCase.expected.dfbetas ?? {}) as object);
  return {
    rstudent: rows.map((row) => row.studentised),
    dffits: rows.map((row) => row.dffits),
    cook_d: rows.map((row) => row.cooksDistance),
    cov_r: rows.map((row) => row.covarianceRatio),
    tau2_del: rows.map((row) => row.tau2Without),
    QE_del: rows.map((row) => row.qWithout),
    hat: rows.map((row) => row.leverage),
    weight_pct: rows.map((row) => row.weightPercent),
    dfbetas: Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row.dfbetas[j])])),
    rstandard: rows.map((row) => row.standardised),
  };
}

function leaveOneOutFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const rows = unwrap(leaveOneOut(plainRequest(testCase, file)));
  return {
    estimate: rows.map((row) => row.estimate),
    se: rows.map((row) => row.se),
    ci_lb: rows.map((row) => row.ci[0]),
    ci_ub: rows.map((row) => row.ci[1]),
    pval: rows.map((row) => row.p),
    Q: rows.map((row) => row.q),
    tau2: rows.map((row) => row.tau2),
    I2: rows.map((row) => row.i2),
  };
}

function cumulativeFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const rows = unwrap(cumulative({ ...plainRequest(testCase, file), orderBy: complete(testCase.args.order_by) }));
  return {
    estimate: rows.map((row) => row.estimate),
    se: rows.map((row) => row.se),
    tau2: rows.map((row) => row.tau2),
    ci_lb: rows.map((row) => row.ci[0]),
    ci_ub: rows.map((row) => row.ci[1]),
  };
}

function blupFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const rows = unwrap(blup(requestOf(testCase, file)));
  return {
    pred: rows.map((row) => row.estimate),
    se: rows.map((row) => row.se),
    pi_lb: rows.map((row) => row.pi[0]),
    pi_ub: rows.map((row) => row.pi[1]),
  };
}

function predictFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const rows = unwrap(predict(requestOf(testCase, file), testCase.args.newmods as number[][]));
  return {
    pred: rows.map((row) => row.estimate),
    se: rows.map((row) => row.se),
    ci_lb: rows.map((row) => row.ci[0]),
    ci_ub: rows.map((row) => row.ci[1]),
    pi_lb: rows.map((row) => row.pi[0]),
    pi_ub: rows.map((row) => row.pi[1]),
  };
}

/** Double arcsine proportions pooled by REML and brought back at the harmonic mean sample size. */
function backTransformFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const counts = countsOf(testCase, file).filter((count) => count !== undefined);
  const effects = unwrap(proportionEffects("PFT", counts, { add: 0, to: "none" }));
  const pooled = unwrap(pool({ yi: effects.map((e) => e?.yi), vi: effects.map((e) => e?.vi), ...choiceOf(testCase) }));
  const back = (value: number) => unwrap(inverseDoubleArcsine(value, harmonicMean(counts.map(({ ni }) => ni))));
  return { pred: back(pooled.estimate), ci_lb: back(pooled.ci[0]), ci_ub: back(pooled.ci[1]) };
}

function metaFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const pooled = unwrap(pool(plainRequest(testCase, file)));
  const likelihood = "tau2_global" in testCase.expected ? likelihoodFields(testCase, file, pooled.tau2) : {};
  return { ...pooledFields(pooled), ...likelihood };
}

/** The restricted likelihood without its constants, at its maximum and at 0. */
function likelihoodFields(testCase: GoldenCase, file: GoldenFile, tau2: number): Record<string, unknown> {
  const { studies } = unwrap(cleanStudies(plainRequest(testCase, file)));
  const k = studies.y.length;
  const kernel = (at: number) => logLikelihood(studies, at, "REML")! + ((k - 1) * Math.log(2 * Math.PI) - Math.log(k)) / 2;
  const inner = localMaxima(studies, "REML")!.filter((at) => at > 0);
  return { tau2_global: tau2, restricted_loglik: kernel(tau2), loglik_at_zero: kernel(0), n_interior_local_maxima: inner.length };
}

function subgroupFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const group = (inputOf(testCase, file).group as readonly unknown[]).map(String);
  const { groups, difference } = unwrap(subgroups({ ...plainRequest(testCase, file), group }));
  return {
    group: groups.map((one) => one.group),
    k: groups.map(({ k }) => k),
    estimate: groups.map(({ estimate }) => estimate),
    se: groups.map(({ se }) => se),
    ci_lb: groups.map(({ ci }) => ci[0]),
    ci_ub: groups.map(({ ci }) => ci[1]),
    tau2: groups.map(({ tau2 }) => tau2),
    QE: groups.map(({ q }) => q?.q),
    I2: groups.map(({ i2 }) => i2),
    QM: difference?.statistic,
    QM_df: difference && (difference.dfDenominator === undefined ? difference.df : [difference.df, difference.dfDenominator]),
    QM_p: difference?.p,
    tau2_residual: difference?.tau2,
  };
}

/** Meta-analysis of one effect per study. */
export const metaOperations: Operations = {
  meta: metaFields,
  meta_regression: (testCase, file) => regressionFields(unwrap(regress(requestOf(testCase, file)))),
  tau2_ci: tau2IntervalFields,
  influence: influenceFields,
  leave_one_out: leaveOneOutFields,
  cumulative: cumulativeFields,
  blup: blupFields,
  predict: predictFields,
  subgroups: subgroupFields,
  back_transform: backTransformFields,
};
