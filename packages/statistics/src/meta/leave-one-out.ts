import { type Result, refuse } from "@calcar/vocabulary";
import { finiteAnswer } from "../numerics/finite.ts";
import { fitModel, type Model, type ModelChoice } from "./fit-model.ts";
import type { Inference } from "./inference.ts";
import type { PoolRequest } from "./pool.ts";
import { cleanStudies, type Studies } from "./studies.ts";

/** The pooled effect without one study. */
export interface WithoutOne extends Inference {
  /** Place in the input of the study left out. */
  readonly without: number;
  readonly tau2: number;
  readonly q?: number;
  readonly i2?: number;
}

/** Studies but for the i-th. */
export function withoutStudy({ y, v, x }: Studies, i: number): Studies {
  const drop = (values: Float64Array): Float64Array => {
    const out = new Float64Array(values.length - 1);
    out.set(values.subarray(0, i));
    out.set(values.subarray(i + 1), i);
    return out;
  };
  return { y: drop(y), v: drop(v), ...(x ? { x: x.filter((_, j) => j !== i) } : {}) };
}

/**
 * Leave-one-out analysis: the pooled effect without each study in turn, with tau2 estimated anew.
 *
 * @param request as for pool
 * @returns one entry per kept study, in the order of the input; a single entry of `pool` would refuse makes all refuse
 * @refuses not-applicable/beyond-range; as pool; incomplete/no-studies with a single study
 * @source viechtbauer-cheung-2010
 */
export function leaveOneOut(request: PoolRequest): Result<readonly WithoutOne[]> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies, kept } = clean.value;
  const rows: WithoutOne[] = [];
  for (let i = 0; i < studies.y.length; i++) {
    const model = fitWithout(studies, i, request);
    if (!model.ok) return model;
    rows.push(rowOf(model.value, kept[i]!));
  }
  return finiteAnswer(rows);
}

/** The model without the i-th study. @refuses incomplete/no-studies when none remains; as fitModel */
export function fitWithout(studies: Studies, i: number, choice: ModelChoice): Result<Model> {
  const rest = withoutStudy(studies, i);
  if (rest.y.length === 0) return refuse("incomplete", "no-studies");
  return fitModel(rest, choice);
}

function rowOf({ coefficients, tau2, q, inconsistency }: Model, without: number): WithoutOne {
  return { without, ...coefficients[0]!, tau2, ...(q ? { q: q.q } : {}), ...(inconsistency ? { i2: inconsistency.i2 } : {}) };
}
