import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import type { CochranQ } from "../meta/heterogeneity.ts";
import { type Inference, waldInference } from "../meta/inference.ts";
import { cleanStudies } from "../meta/studies.ts";
import { estimateTau2 } from "../meta/tau2.ts";
import type { Likelihood } from "../meta/tau2-likelihood.ts";
import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { dot, type Matrix, matrixOf, multiply, toRows, transpose, zeros } from "../numerics/matrix.ts";
import { type BlockModel, fitBlocks, maximiseBlocks } from "./block-model.ts";

export interface MultivariateRequest {
  readonly yi: ArrayLike<number | undefined>;
  readonly vi: ArrayLike<number | undefined>;
  /** Study of each effect: effects of one study are correlated. */
  readonly study: readonly (string | number)[];
  /** Outcome of each effect. */
  readonly outcome: readonly (string | number)[];
  /** Known sampling covariances between two effects of a study, by their places in yi; absent pairs are independent. */
  readonly covariances?: readonly { readonly i: number; readonly j: number; readonly value: number }[];
  /** Columns as long as yi, in the unit from which the means are to be read as 0; each has a slope of its own for every outcome. */
  readonly moderators?: readonly ArrayLike<number | undefined>[];
  readonly method: Likelihood;
  readonly level?: number;
}

export interface Multivariate {
  readonly k: number;
  /** Outcomes in order of appearance; coefficients are their means, then for each moderator their slopes. */
  readonly outcomes: readonly (string | number)[];
  readonly coefficients: readonly Inference[];
  readonly covariance: readonly (readonly number[])[];
  /** Unstructured covariance between studies of the true effects: variances, then correlations below the diagonal by row. */
  readonly tau2: readonly number[];
  readonly rho: readonly number[];
  readonly logLik: number;
  readonly q: CochranQ;
  /** Test that all coefficients are 0. */
  readonly test: { readonly statistic: number; readonly df: number; readonly p: number };
  readonly flags: readonly ("studies-omitted" | "search-not-settled")[];
}

/**
 * Multivariate meta-analysis with an unstructured covariance between studies: one mean per outcome, and one slope of each moderator.
 *
 * The covariance is written as L L' with L lower triangular and its diagonal at or above 0, so that it can be singular but never
 * impossible.
 *
 * @refuses as cleanStudies; invalid/lengths-differ; invalid/level; not-applicable/repeated-outcome when a study has an outcome
 *   twice; not-applicable/zero-variance; incomplete/too-few-studies when an outcome has fewer than two; not-applicable/not-converged
 * @source van-houwelingen-2002, berkey-1998
 */
export function multivariate(request: MultivariateRequest): Result<Multivariate> {
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  if ([request.study, request.outcome].some((column) => column.length !== request.yi.length)) return refuse("invalid", "lengths-differ");
  const built = build(request);
  if (!built.ok) return built;
  const { model, outcomes, start, omitted } = built.value;
  const m = outcomes.length;
  const positions = lowerTriangle(m);
  const scale = positions.map(([a]) => start[a]!);
  const first = positions.map(([a, b]) => (a === b ? start[a]! : 0));
  const starts = [0, 0.6, -0.6].map((lean) => first.map((value, n) => (positions[n]![0] === positions[n]![1] ? value : lean * scale[n]!)));
  const best = maximiseBlocks(model, { kind: request.method, starts, low: positions.map(([a, b]) => (a === b ? 0 : -Infinity)), scale });
  const fit = fitBlocks(model, best.theta);
  const common = fitBlocks(model, new Float64Array(positions.length));
  if (!fit || !common || !Number.isFinite(best.logLik)) return refuse("not-applicable", "not-converged");
  const between = betweenCovariance(best.theta, m);
  const p = fit.beta.length;
  const df = model.y.length - p;
  const statistic = dot(fit.beta, choleskySolve(cholesky(fit.covariance)!, fit.beta));
  return finiteAnswer({
    k: model.y.length,
    outcomes,
    coefficients: Array.from(fit.beta, (beta, j) => waldInference(beta, Math.sqrt(fit.covariance[j]![j]!), level)),
    covariance: toRows(fit.covariance),
    tau2: between.map((row, i) => row[i]!),
    rho: positions.flatMap(([a, b]) => (a === b ? [] : [correlation(between, a, b)])),
    logLik: best.logLik,
    q: { q: common.rss, df, p: df > 0 ? chiSquare(df).upper(common.rss) : 1 },
    test: { statistic, df: p, p: chiSquare(p).upper(statistic) },
    flags: [...(omitted ? (["studies-omitted"] as const) : []), ...(best.converged ? [] : (["search-not-settled"] as const))],
  });
}

const lowerTriangle = (m: number): [number, number][] =>
  Array.from({ length: m }, (_, a) => Array.from({ length: a + 1 }, (_, b): [number, number] => [a, b])).flat();

function betweenCovariance(theta: Float64Array, m: number): Matrix {
  const l = zeros(m, m);
  lowerTriangle(m).forEach(([a, b], n) => {
    l[a]![b] = theta[n]!;
  });
  return multiply(l, transpose(l));
}

const correlation = (between: Matrix, a: number, b: number): number => {
  const spread = Math.sqrt(between[a]![a]! * between[b]![b]!);
  return spread > 0 ? between[a]![b]! / spread : 0;
};

interface Built {
  readonly model: BlockModel;
  readonly outcomes: readonly (string | number)[];
  /** Crude standard deviation between studies of each outcome. */
  readonly start: readonly number[];
  readonly omitted: boolean;
}

function build(request: MultivariateRequest): Result<Built> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies, kept, flags } = clean.value;
  if (flags.includes("zero-variance")) return refuse("not-applicable", "zero-variance");
  const outcomes = [...new Set(kept.map((i) => request.outcome[i]!))];
  const outcome = kept.map((i) => outcomes.indexOf(request.outcome[i]!));
  const blocks = [...Map.groupBy(kept.keys(), (row) => request.study[kept[row]!]!).values()];
  if (blocks.some((rows) => new Set(rows.map((row) => outcome[row])).size < rows.length))
    return refuse("not-applicable", "repeated-outcome");
  const rowsOf = outcomes.map((_, o) => outcome.flatMap((own, row) => (own === o ? [row] : [])));
  if (rowsOf.some((rows) => rows.length < 2)) return refuse("incomplete", "too-few-studies");
  const start = rowsOf.map((rows) => {
    const part = { y: Float64Array.from(rows, (row) => studies.y[row]!), v: Float64Array.from(rows, (row) => studies.v[row]!) };
    const typical = part.v.reduce((sum, variance) => sum + variance / part.v.length, 0);
    return Math.sqrt(Math.max(estimateTau2(part, "HE")?.tau2 ?? 0, typical / 10));
  });
  const sampling = samplingCovariances(request, kept);
  const covariance = (theta: Float64Array, rows: readonly number[]): Matrix => {
    const between = betweenCovariance(theta, outcomes.length);
    return matrixOf(
      rows.map((a) => rows.map((b) => between[outcome[a]!]![outcome[b]!]! + (a === b ? studies.v[a]! : (sampling.get(`${a} ${b}`) ?? 0)))),
    );
  };
  const columns = [outcome.map(() => 1), ...(request.moderators ?? []).map((column) => kept.map((i) => column[i]!))];
  const x = matrixOf(outcome.map((own, row) => columns.flatMap((column) => outcomes.map((_, o) => (own === o ? column[row]! : 0)))));
  return ok({ model: { y: studies.y, x, blocks, covariance }, outcomes, start, omitted: flags.includes("studies-omitted") });
}

/** Sampling covariances by the rows of both effects among the kept ones. */
function samplingCovariances({ covariances }: MultivariateRequest, kept: readonly number[]): Map<string, number> {
  const row = new Map(kept.map((place, r) => [place, r]));
  return new Map(
    (covariances ?? []).flatMap(({ i, j, value }): [string, number][] => [
      [`${row.get(i)} ${row.get(j)}`, value],
      [`${row.get(j)} ${row.get(i)}`, value],
    ]),
  );
}
