import { type Result, refuse } from "@calcar/vocabulary";
import { type Inference, waldInference } from "../meta/inference.ts";
import { cleanStudies, type StudyInput } from "../meta/studies.ts";
import { estimateTau2, type Tau2Method } from "../meta/tau2.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import type { Matrix } from "../numerics/matrix.ts";
import { add, matrixOf, multiply, scale, toRows, transpose, zeros } from "../numerics/matrix.ts";
import { type BlockModel, diagonalModel, fitBlocks } from "./block-model.ts";
import { buildMultilevel, type MultilevelRequest, maximiseLevels } from "./multilevel.ts";
import { clusterScores, type SandwichType, satterthwaite } from "./sandwich.ts";

export interface Robust {
  readonly coefficients: readonly Inference[];
  readonly covariance: readonly (readonly number[])[];
  readonly clusters: number;
}

interface RobustChoice {
  /** Cluster of each effect, as long as yi. */
  readonly cluster: readonly (string | number)[];
  /** CR0 plain, CR1 with factor n / (n - p), CR2 bias-reduced with Satterthwaite degrees of freedom. */
  readonly type: SandwichType;
  readonly level?: number;
}

/**
 * Cluster-robust tests and intervals of a meta-analysis or meta-regression, the working model being that of `pool`.
 *
 * @refuses not-applicable/beyond-range; as regress; invalid/lengths-differ when cluster is not as long as yi; invalid/level;
 *   incomplete/too-few-clusters unless there are more clusters than coefficients; not-applicable/no-finite-tau2; not-applicable/infinite-weight;
 *   not-applicable/no-degrees-of-freedom when the working variance of a coefficient vanishes
 * @source hedges-tipton-johnson-2010, tipton-2015, pustejovsky-tipton-2018
 */
export function robust(request: StudyInput & RobustChoice & { readonly tau2: Tau2Method }): Result<Robust> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies, kept } = clean.value;
  const tau2 = estimateTau2(studies, request.tau2)?.tau2;
  if (tau2 === undefined) return refuse("not-applicable", "no-finite-tau2");
  const x = studies.x ?? matrixOf(Array.from(studies.y, () => [1]));
  const model = diagonalModel(
    studies.y,
    x,
    studies.v.map((variance) => variance + tau2),
  );
  return sandwich(model, new Float64Array(0), request, kept);
}

/**
 * The same with a multilevel working model, whose outermost groups must lie within the clusters.
 *
 * @refuses as multilevel and robust; not-applicable/clusters-cut-groups
 */
export function robustMultilevel(request: MultilevelRequest & RobustChoice): Result<Robust> {
  const built = buildMultilevel(request);
  if (!built.ok) return built;
  const { model, kept } = built.value;
  const whole = model.blocks.every((rows) => rows.every((row) => request.cluster[kept[row]!] === request.cluster[kept[rows[0]!]!]));
  if (!whole) return refuse("not-applicable", "clusters-cut-groups");
  const best = maximiseLevels(
    built.value,
    request.method,
    request.levels.map(() => undefined),
  );
  return sandwich(model, best.theta, request, kept);
}

function sandwich(
  model: BlockModel,
  theta: Float64Array,
  { cluster, type, level = 0.95 }: RobustChoice,
  kept: readonly number[],
): Result<Robust> {
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  if (kept.some((i) => cluster[i] === undefined)) return refuse("invalid", "lengths-differ");
  const clusters = [...Map.groupBy(kept.keys(), (row) => cluster[kept[row]!]!).values()];
  const fit = fitBlocks(model, theta);
  if (!fit) return refuse("not-applicable", "infinite-weight");
  const n = clusters.length;
  const p = fit.beta.length;
  if (n <= p) return refuse("incomplete", "too-few-clusters");
  const scores = clusters.map((rows) => clusterScores({ model, fit, rows, type, blocks: model.blocks }));
  const meat = scores.reduce<Matrix>((sum, { score }) => add(sum, multiply(transpose([score]), [score])), zeros(p, p));
  const factor = type === "CR1" ? n / (n - p) : 1;
  const covariance = scale(multiply(multiply(fit.covariance, meat), fit.covariance), factor);
  const df = Array.from(fit.beta, (_, j) => (type === "CR2" ? satterthwaite(scores, fit, j) : n - p));
  if (!df.every((value) => value > 0 && value < Infinity)) return refuse("not-applicable", "no-degrees-of-freedom");
  const coefficients = Array.from(fit.beta, (beta, j) => waldInference(beta, Math.sqrt(Math.max(0, covariance[j]![j]!)), level, df[j]!));
  return finiteAnswer({ coefficients, covariance: toRows(covariance), clusters: n });
}
