import type { Vector } from "../numerics/matrix.ts";
import { codeLabels, type GroupLabel } from "./follow-up.ts";
import { ascendingOrder } from "./order.ts";

/** The rows of each stratum, in the order of time. */
export function strataInTime({ time, strata }: { time: Vector; strata?: ArrayLike<GroupLabel> | undefined }): Uint32Array[] {
  const order = ascendingOrder(time);
  if (!strata) return [order];
  const { codes, labels } = codeLabels(strata);
  return labels.map((_, code) => order.filter((row) => codes[row] === code));
}
