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
import { byLabel, moderatorsOf, nestedLevels } from "./grouping.ts";
import { unwrap } from "./meta.ts";
import { complete, type GoldenCase, type GoldenFile, inputOf, type Operations } from "./operation.ts";
import { outcomesOf } from "./outcomes.ts";

const coefficientFields = (coefficients: readonly Inference[]): Record<string, unknown> => ({
  estimate: coefficients.map(({ estimate }) => estimate),
  se: coefficients.map(({ se }) => se),
  stat: coefficients.map(({ stat }) => stat),
  df: coefficients.map(({ df }) => df),
  pval: coefficients.map(({ p }) => p),
  ci_lb: coefficients.map(({ ci }) => ci[0]),
  ci_ub: coefficients.map(({ ci }) => ci[1]),
});

/** Effects within groups within larger groups; moderators are named in the words of the case. */
function levelsOf(testCase: GoldenCase, file: GoldenFile): MultilevelRequest {
  const table = columnsFor(testCase, file, [["yi", "vi"]]);
  const slopes = Array.isArray(testCase.expected.estimate) ? testCase.expected.estimate.length - 1 : 0;
  return {
    yi: complete(table.yi),
    vi: complete(table.vi),
    levels: nestedLevels(testCase, file, table),
    method: testCase.args.method === "ML" ? "ML" : "REML",
    moderators: moderatorsOf(testCase, table, slopes),
  };
}

function multilevelFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const fit = unwrap(multilevel(levelsOf(testCase, file)));
  // as the reference lists them
  const outer = fit.groupEffects[0]!.toSorted((a, b) => byLabel(a.group, b.group));
  const predicted = Object.keys(testCase.expected)
    .filter((field) => field.startsWith("ranef_"))
    .map((field): [string, number[]] => [field, outer.map(({ estimate, se }) => (field.endsWith("_se") ? se : estimate))]);
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
    ...Object.fromEntries(predicted),
  };
}

function multilevelIntervalFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const intervals = unwrap(multilevelIntervals({ ...levelsOf(testCase, file), moderators: [] }));
  return Object.fromEntries(intervals.map(({ estimate, low, high }, l) => [`sigma2_${l + 1}`, [estimate, low, high]]));
}

function multivariateFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const fit = unwrap(multivariate({ ...outcomesOf(testCase, file), method: testCase.args.method === "ML" ? "ML" : "REML" }));
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

/**
 * The design of these inputs has the intercept among its columns. A case does not say which model was fitted before: with one
 * effect per cluster it is the plain one, else it may also be the multilevel one; the estimates tell, and what is tested is the rest.
 */
function robustFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const input = inputOf(testCase, file);
  const columns = Object.values((input.X ?? {}) as Record<string, unknown>).map(complete);
  const moderators = columns.filter((column) => column.some((value) => value !== column[0]));
  const cluster = input.cluster as (string | number)[];
  const studies = { yi: complete(input.yi), vi: complete(input.vi), moderators };
  const choice = { cluster, type: testCase.args.type as SandwichType };
  const nested = new Set(cluster).size < cluster.length;
  const fits: Robust[] = [unwrap(robust({ ...studies, ...choice, tau2: "REML" }))];
  if (nested) fits.push(unwrap(robustMultilevel({ ...studies, ...choice, levels: [cluster, [...cluster.keys()]], method: "REML" })));
  const fit = fits.toSorted((a, b) => distance(a, testCase) - distance(b, testCase))[0]!;
  const fields = coefficientFields(fit.coefficients);
  const df = choice.type === "CR2" ? fields.df : [fit.coefficients[0]!.df]; // the plain types share one number
  return { ...fields, df, vcov: fit.covariance, n_clusters: fit.clusters };
}

/** How far the estimates lie from those of the case. */
function distance({ coefficients }: Robust, { expected }: GoldenCase): number {
  const said = expected.estimate;
  return Array.isArray(said) ? coefficients.reduce((sum, { estimate }, j) => sum + Math.abs(estimate - Number(said[j])), 0) : 0;
}

/** Effects that hang together. */
export const multilevelOperations: Operations = {
  multilevel: multilevelFields,
  multilevel_ci: multilevelIntervalFields,
  multivariate: multivariateFields,
  robust: robustFields,
};
