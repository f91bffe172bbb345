import { type Result, refuse } from "@calcar/vocabulary";
import { finiteAnswer } from "../numerics/finite.ts";
import { fitModel } from "./fit-model.ts";
import type { Inference } from "./inference.ts";
import type { PoolRequest } from "./pool.ts";
import { cleanStudies } from "./studies.ts";

/** The pooled effect when one more study has come in. */
export interface Cumulated extends Inference {
  /** Place in the input of the study that came in. */
  readonly added: number;
  readonly k: number;
  readonly tau2: number;
}

/**
 * Cumulative meta-analysis: the pooled effect of the first study, the first two, and so on.
 *
 * @param request.orderBy a value per study, such as its year; ascending, ties in the order of the input
 * @refuses not-applicable/beyond-range; as pool; invalid/lengths-differ when orderBy is not as long as yi; invalid/not-finite for an orderBy value
 */
export function cumulative(request: PoolRequest & { readonly orderBy: ArrayLike<number> }): Result<readonly Cumulated[]> {
  const { orderBy } = request;
  if (orderBy.length !== request.yi.length) return refuse("invalid", "lengths-differ");
  if (!Array.from(orderBy).every(Number.isFinite)) return refuse("invalid", "not-finite");
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies, kept } = clean.value;
  const order = Array.from(kept, (_, i) => i).sort((a, b) => orderBy[kept[a]!]! - orderBy[kept[b]!]!); // a stable sort
  const rows: Cumulated[] = [];
  for (let k = 1; k <= order.length; k++) {
    const first = order.slice(0, k);
    const subset = { y: Float64Array.from(first, (i) => studies.y[i]!), v: Float64Array.from(first, (i) => studies.v[i]!) };
    const model = fitModel(subset, k === 1 ? { ...request, ci: "z" } : request);
    if (!model.ok) return model;
    rows.push({ added: kept[order[k - 1]!]!, k, ...model.value.coefficients[0]!, tau2: model.value.tau2 });
  }
  return finiteAnswer(rows);
}
