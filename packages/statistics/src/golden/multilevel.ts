import { proportionEffects } from "../effect-sizes/index.ts";
import type { Inference } from "../meta/index.ts";
import {
  type MultilevelRequest,
  multilevel,
  multilevelIntervals,
  multivariate,
  type Robust,
  robust,
  robustMultilevel,
  type SandwichType,
} from "../multilevel/index.ts";
import { columnsFor } from "./columns.ts";
import { tablesOf } from "./effect-sizes.ts";
import { unwrap } from "./meta.ts";
import { complete, type GoldenCase, type GoldenFile, inputOf, type Operations } from "./operation.ts";

const coefficientFields = (coefficients: readonly Inference[]): Record<string, unknown> => ({
  estimate: coefficients.map(({ estimate }) => estimate),
  se: coefficients.map(({ se }) => se),
  stat: coefficients.map(({ stat }) => stat),
  df: coefficients.map(({ df }) => df),
  pval: coefficients.map(({ p }) => p),
  ci_lb: coefficients.map(({ ci }) => ci[0]),
  ci_ub: coefficients.map(({ ci }) => ci[1]),
});

/** Effects within districts; a second coefficient is the year about its mean, as the words of the case say. */
function levelsOf(testCase: GoldenCase, file: GoldenFile): MultilevelRequest {
  const columns = columnsFor(testCase, file, [["district", "study", "yi", "vi"]]);
  const year = complete(columns.year);
  const mean = year.reduce((sum, value) => sum + value / year.length, 0);
  const slopes = Array.isArray(testCase.expected.estimate) ? testCase.expected.estimate.length - 1 : 0;
  return {
    yi: complete(columns.yi),
    vi: complete(columns.vi),
    levels: [complete(columns.district), complete(columns.study)],
    method: testCase.args.method === "ML" ? "ML" : "REML",
    moderators: slopes > 0 ? [year.map((value) => value - mean)] : [],
  };
}

/** Groups in ascending order, as the reference lists them. */
const ascending = <T extends { readonly group: string | number }>(effects: readonly T[]): T[] =>
  [...effects].sort((a, b) => Number(a.group) - Number(b.group));

function multilevelFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const fit = unwrap(multilevel(levelsOf(testCase, file)));
  const districts = ascending(fit.groupEffects[0]!);
  return {
    ...coefficientFields(fit.coefficients),
    k: fit.k,
    vcov: fit.covariance,
    sigma2: fit.sigma2,
    n_levels: fit.groups,
    icc: fit.icc,
    logLik: fit.logLik,
    QE: fit.q?.q,
    QE_df: fit.q?.df,
    QE_p: fit.q?.p,
    QM: fit.moderatorTest?.statistic,
    QM_p: fit.moderatorTest?.p,
    ranef_district: districts.map(({ estimate }) => estimate),
    ranef_district_se: districts.map(({ se }) => se),
  };
}

function multilevelIntervalFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const intervals = unwrap(multilevelIntervals({ ...levelsOf(testCase, file), moderators: [] }));
  return Object.fromEntries(intervals.map(({ estimate, low, high }, l) => [`sigma2_${l + 1}`, [estimate, low, high]]));
}

/** Log odds of both arms of each trial, control first. */
function multivariateFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const tables = tablesOf(testCase, file);
  const arms = [tables.map(({ ci, di }) => ({ xi: ci, ni: ci + di })), tables.map(({ ai, bi }) => ({ xi: ai, ni: ai + bi }))];
  const effects = arms.flatMap((counts) => unwrap(proportionEffects("PLO", counts, { add: 0.5, to: "only0" })));
  const fit = unwrap(
    multivariate({
      yi: effects.map((effect) => effect?.yi),
      vi: effects.map((effect) => effect?.vi),
      study: [...tables.keys(), ...tables.keys()],
      outcome: arms.flatMap((counts, arm) => counts.map(() => arm)),
      method: testCase.args.method === "ML" ? "ML" : "REML",
    }),
  );
  return {
    ...coefficientFields(fit.coefficients),
    k: fit.k,
    vcov: fit.covariance,
    tau2: fit.tau2,
    rho: fit.rho,
    logLik: fit.logLik,
    QE: fit.q.q,
    QE_df: fit.q.df,
    QE_p: fit.q.p,
    QM: fit.test.statistic,
    QM_p: fit.test.p,
  };
}

/** The design of these inputs has the intercept among its columns. */
function robustFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const input = inputOf(testCase, file);
  const columns = Object.values((input.X ?? {}) as Record<string, unknown>).map(complete);
  const moderators = columns.filter((column) => column.some((value) => value !== column[0]));
  const cluster = input.cluster as (string | number)[];
  const studies = { yi: complete(input.yi), vi: complete(input.vi), moderators };
  const choice = { cluster, type: testCase.args.type as SandwichType };
  const nested = new Set(cluster).size < cluster.length;
  const fit: Robust = unwrap(
    nested
      ? robustMultilevel({ ...studies, ...choice, levels: [cluster, [...cluster.keys()]], method: "REML" })
      : robust({ ...studies, ...choice, tau2: "REML" }),
  );
  const fields = coefficientFields(fit.coefficients);
  const df = choice.type === "CR2" ? fields.df : [fit.coefficients[0]!.df]; // the plain types share one number
  return { ...fields, df, vcov: fit.covariance, n_clusters: fit.clusters };
}

/** Effects that hang together. */
export const multilevelOperations: Operations = {
  multilevel: multilevelFields,
  multilevel_ci: multilevelIntervalFields,
  multivariate: multivariateFields,
  robust: robustFields,
};
