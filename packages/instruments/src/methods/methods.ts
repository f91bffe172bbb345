import type { Method } from "@calcar/catalog";
import type { Compute, Ready } from "./method.ts";
import { bandedSum, weightedArcs } from "./motion.ts";
import { meanOfSubscales, multiple, reversed, sumOfSubscales } from "./of-subscales.ts";
import { profile, valueSetIndex } from "./profiles.ts";
import { allOrNothing, asGiven, meanToRange, sum, sumTable } from "./sums.ts";

const METHODS: { readonly [K in Method["kind"]]: (ready: Ready<Extract<Method, { kind: K }>>) => Compute } = {
  "as-given": asGiven,
  "mean-to-range": meanToRange,
  sum,
  "sum-table": sumTable,
  "all-or-nothing": allOrNothing,
  "weighted-arcs": weightedArcs,
  "banded-sum": bandedSum,
  profile,
  "value-set": valueSetIndex,
  "sum-of-subscales": sumOfSubscales,
  "mean-of-subscales": meanOfSubscales,
  multiple,
  reversed,
};

/** The method of a subscale, made ready. */
export const compile = (ready: Ready): Compute => (METHODS[ready.method.kind] as (ready: Ready) => Compute)(ready);

/** The method in words that stay the same: what is stored with a score. */
export function methodName(method: Method): string {
  if (!("of" in method)) return method.kind === "sum-table" ? `sum-table(${method.table})` : method.kind;
  const parts = Array.isArray(method.of) ? method.of.join(", ") : method.of;
  return method.kind === "multiple" ? `multiple(${parts}, ${method.times}/${method.over})` : `${method.kind}(${parts})`;
}
