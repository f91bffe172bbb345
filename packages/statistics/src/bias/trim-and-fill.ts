import { ok, type Result, refuse } from "@calcar/vocabulary";
import { fitModel, type Model, type ModelChoice } from "../meta/fit-model.ts";
import { type Pooled, type PoolRequest, pool } from "../meta/pool.ts";
import { cleanStudies, type Studies } from "../meta/studies.ts";

/** Estimators of the number of missing studies. */
export type TrimFillEstimator = "L0" | "R0" | "Q0";

export interface TrimAndFill {
  /** Number of studies judged to be missing. */
  readonly missing: number;
  /** Absent where the published variance is negative. */
  readonly missingSe?: number;
  /** Where they are missing: on the side of smaller ("left") or larger effects. */
  readonly side: "left" | "right";
  /** The studies filled in, mirror images of the most extreme ones. */
  readonly filled: readonly { readonly yi: number; readonly vi: number }[];
  /** The pooled effect with them: a what-if, not a correction. */
  readonly pooled: Pooled;
}

/**
 * Duval and Tweedie's trim and fill, on the chosen model.
 *
 * @param request as for pool; with `side` absent the side is the one the regression of effects on standard errors points from
 * @refuses as pool; incomplete/too-few-studies below three; not-applicable/not-converged when the number keeps changing;
 *   not-applicable/estimator-undefined where Q0 has no value
 * @source duval-tweedie-2000a, duval-tweedie-2000b
 */
export function trimAndFill(
  request: PoolRequest & { readonly estimator: TrimFillEstimator; readonly side?: "left" | "right" },
): Result<TrimAndFill> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies } = clean.value;
  if (studies.y.length < 3) return refuse("incomplete", "too-few-studies");
  const side = request.side ? ok(request.side) : sideOf(studies, request);
  if (!side.ok) return side;
  const sorted = inOrder(studies, side.value === "right" ? -1 : 1);
  const trimmed = iterate(sorted, request);
  if (!trimmed.ok) return trimmed;
  const { missing, centre, ...error } = trimmed.value;
  const sign = side.value === "right" ? -1 : 1;
  const k = sorted.y.length;
  const filled = Array.from({ length: missing }, (_, n) => k - missing + n).map((i) => ({
    yi: sign * (2 * centre - sorted.y[i]!),
    vi: sorted.v[i]!,
  }));
  const pooled = pool({
    ...request,
    yi: [...studies.y, ...filled.map(({ yi }) => yi)],
    vi: [...studies.v, ...filled.map(({ vi }) => vi)],
  });
  return pooled.ok ? ok({ missing, ...error, side: side.value, filled, pooled: pooled.value }) : pooled;
}

function sideOf(studies: Studies, choice: ModelChoice): Result<"left" | "right"> {
  const x = Array.from(studies.v, (variance) => Float64Array.of(1, Math.sqrt(variance)));
  const model = fitModel({ ...studies, x }, { ...choice, ci: "z" });
  return model.ok ? ok(model.value.coefficients[1]!.estimate < 0 ? "right" : "left") : model;
}

/** Studies by ascending effect, after a change of sign for missing studies on the right. */
function inOrder({ y, v }: Studies, sign: 1 | -1): Studies {
  const order = Array.from(y, (_, i) => i).sort((a, b) => sign * (y[a]! - y[b]!) || a - b);
  return { y: Float64Array.from(order, (i) => sign * y[i]!), v: Float64Array.from(order, (i) => v[i]!) };
}

interface Trimmed {
  readonly missing: number;
  readonly missingSe?: number;
  readonly centre: number;
}

function iterate(sorted: Studies, request: PoolRequest & { readonly estimator: TrimFillEstimator }): Result<Trimmed> {
  const k = sorted.y.length;
  let missing = 0;
  for (let step = 0; step < 100; step++) {
    const left = { y: sorted.y.subarray(0, k - missing), v: sorted.v.subarray(0, k - missing) };
    const model: Result<Model> = fitModel(left, { ...request, ci: "z" });
    if (!model.ok) return model;
    const centre = model.value.coefficients[0]!.estimate;
    const estimate = ESTIMATORS[request.estimator](signedRanks(sorted.y, centre));
    if (!Number.isFinite(estimate.missing)) return refuse("not-applicable", "estimator-undefined");
    const next = Math.min(Math.max(0, Math.round(estimate.missing)), k - 2);
    if (next === missing) return ok({ missing, centre, ...errorOf(estimate) });
    missing = next;
  }
  return refuse("not-applicable", "not-converged");
}

/** The standard error; the published variances are negative for some small sets, and then there is none. */
function errorOf({ missing, se }: MissingEstimate): { missingSe?: number } {
  const error = se(missing);
  return Number.isFinite(error) ? { missingSe: error } : {};
}

/** Ranks of the distances from the centre, with the sign of the deviation; ties in the order of the values. */
function signedRanks(y: Float64Array, centre: number): number[] {
  const deviations = Array.from(y, (value) => value - centre);
  const order = deviations.map((_, i) => i).sort((a, b) => Math.abs(deviations[a]!) - Math.abs(deviations[b]!) || a - b);
  const ranks = new Array<number>(y.length);
  order.forEach((i, rank) => {
    ranks[i] = Math.sign(deviations[i]!) * (rank + 1);
  });
  return ranks;
}

interface MissingEstimate {
  readonly missing: number;
  readonly se: (missing: number) => number;
}

const positiveSum = (ranks: readonly number[]): number => ranks.reduce((sum, rank) => sum + Math.max(rank, 0), 0);

/** Variance of the sum of positive ranks when `m` of k + m studies are missing. */
const rankSumVariance = (k: number, m: number): number =>
  (k * (k + 1) * (2 * k + 1) + 10 * m ** 3 + 27 * m ** 2 + 17 * m - 18 * k * m ** 2 - 18 * k * m + 6 * k ** 2 * m) / 24;

const ESTIMATORS: Readonly<Record<TrimFillEstimator, (ranks: readonly number[]) => MissingEstimate>> = {
  R0: (ranks) => {
    const longestNegative = ranks.reduce((most, rank) => Math.max(most, -rank), 0);
    return { missing: ranks.length - longestNegative - 1, se: (m) => Math.sqrt(2 * Math.max(m, 0) + 2) };
  },
  L0: (ranks) => {
    const k = ranks.length;
    return {
      missing: (4 * positiveSum(ranks) - k * (k + 1)) / (2 * k - 1),
      se: (m) => (4 * Math.sqrt(rankSumVariance(k, m))) / (2 * k - 1),
    };
  },
  Q0: (ranks) => {
    const k = ranks.length;
    return {
      missing: k - 0.5 - Math.sqrt(2 * k ** 2 - 4 * positiveSum(ranks) + 0.25),
      se: (m) => (2 * Math.sqrt(rankSumVariance(k, m))) / Math.sqrt((k - 0.5) ** 2 - m * (2 * k - m - 1)),
    };
  },
};
