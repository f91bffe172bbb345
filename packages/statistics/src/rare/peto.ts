import { type Result, refuse } from "@calcar/vocabulary";
import { hypergeometricMoments } from "../effect-sizes/table-effects.ts";
import type { Table } from "../effect-sizes/tables.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { checkTables } from "./mantel-haenszel.ts";
import { type TablePooled, tablePooled } from "./pooled-ratio.ts";

/**
 * Peto's one-step pooled log odds ratio, for rare events and groups of similar size.
 *
 * @refuses not-applicable/beyond-range; as checkTables; not-applicable/no-events when one of both outcomes never occurs
 * @source yusuf-1985
 */
export function peto(request: { readonly tables: readonly Table[]; readonly level?: number }): Result<TablePooled> {
  const level = request.level ?? 0.95;
  const tables = checkTables(request.tables, level);
  if (!tables.ok) return tables;
  const moments = tables.value.map(hypergeometricMoments);
  const shift = moments.reduce((sum, { observedLessExpected }) => sum + observedLessExpected, 0);
  const variance = moments.reduce((sum, moment) => sum + moment.variance, 0);
  if (!(variance > 0)) return refuse("not-applicable", "no-events");
  const single = moments.map((moment) =>
    moment.variance > 0 ? { yi: moment.observedLessExpected / moment.variance, vi: 1 / moment.variance } : undefined,
  );
  return finiteAnswer(tablePooled({ estimate: shift / variance, variance: 1 / variance, level, k: tables.value.length, single }));
}
