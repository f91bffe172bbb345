import { ok, type Result, refuse } from "@calcar/vocabulary";
import { tableEffects } from "../effect-sizes/table-effects.ts";
import { adjustTables, type Table } from "../effect-sizes/tables.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { type TablePooled, tablePooled } from "./pooled-ratio.ts";
import { cochranMantelHaenszel, type StratifiedTest, taroneTest } from "./stratified-tests.ts";

export type MantelHaenszelMeasure = "OR" | "RR" | "RD";

export interface MantelHaenszelRequest {
  readonly measure: MantelHaenszelMeasure;
  readonly tables: readonly Table[];
  readonly level?: number;
  /** Continuity correction of the Cochran-Mantel-Haenszel test (OR only); there is none in the estimate. */
  readonly correct: boolean;
}

export interface MantelHaenszel extends TablePooled {
  /** OR only: test that the common odds ratio is 1. */
  readonly cmh?: StratifiedTest;
  /** OR only: the same with Cochran's variance, n^3 in place of n^2 (n - 1). */
  readonly cochran?: StratifiedTest;
  /** OR only: Tarone's test that the odds ratios are equal. */
  readonly tarone?: StratifiedTest;
}

/**
 * Mantel-Haenszel pooling of 2x2 tables from raw counts: log odds ratio, log risk ratio or risk difference.
 *
 * Nothing is added to the counts of the estimate. Q compares it with single tables' effects, for which 0.5 is added to tables with a
 * zero; tables without any event, or with nothing else, take no part in Q.
 *
 * @refuses invalid/not-finite; invalid/negative-count; invalid/level; incomplete/no-tables;
 *   not-applicable/no-events when a ratio has no event in a whole group
 * @source mantel-haenszel-1959, robins-breslow-greenland-1986, greenland-robins-1985, sato-1989
 */
export function mantelHaenszel(request: MantelHaenszelRequest): Result<MantelHaenszel> {
  const { measure, correct } = request;
  const level = request.level ?? 0.95;
  const checked = checkTables(request.tables, level);
  if (!checked.ok) return checked;
  const tables = checked.value;
  const { estimate, variance } = ESTIMATES[measure](tables);
  if (!Number.isFinite(estimate) || !Number.isFinite(variance)) return refuse("not-applicable", "no-events");
  const single = tableEffects(measure, tables, { add: 0.5, to: "only0", drop00: true });
  if (!single.ok) return single;
  const pooled = tablePooled({ estimate, variance: Math.max(variance, 0), level, k: tables.length, single: single.value });
  if (measure !== "OR") return finiteAnswer(pooled);
  const tarone = taroneTest(tables, Math.exp(estimate));
  return finiteAnswer({ ...pooled, ...cochranMantelHaenszel(tables, correct), ...(tarone ? { tarone } : {}) });
}

/** Tables with people in both groups; an empty group says nothing. @refuses as adjustTables; invalid/level; incomplete/no-tables */
export function checkTables(tables: readonly Table[], level: number): Result<readonly Table[]> {
  const finite = adjustTables(tables, { add: 0, to: "none", drop00: false });
  if (!finite.ok) return finite;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  const filled = tables.filter(({ ai, bi, ci, di }) => ai + bi > 0 && ci + di > 0);
  return filled.length > 0 ? ok(filled) : refuse("incomplete", "no-tables");
}

interface Estimate {
  readonly estimate: number;
  readonly variance: number;
}

const sumOver = (tables: readonly Table[], term: (table: Table, n: number) => number): number =>
  tables.reduce((sum, table) => sum + term(table, table.ai + table.bi + table.ci + table.di), 0);

function oddsRatio(tables: readonly Table[]): Estimate {
  const r = sumOver(tables, ({ ai, di }, n) => (ai * di) / n);
  const s = sumOver(tables, ({ bi, ci }, n) => (bi * ci) / n);
  const pr = sumOver(tables, ({ ai, di }, n) => ((ai + di) * ai * di) / n ** 2);
  const mixed = sumOver(tables, ({ ai, bi, ci, di }, n) => ((ai + di) * bi * ci + (bi + ci) * ai * di) / n ** 2);
  const qs = sumOver(tables, ({ bi, ci }, n) => ((bi + ci) * bi * ci) / n ** 2);
  return { estimate: Math.log(r / s), variance: (pr / r ** 2 + mixed / (r * s) + qs / s ** 2) / 2 };
}

function riskRatio(tables: readonly Table[]): Estimate {
  const r = sumOver(tables, ({ ai, ci, di }, n) => (ai * (ci + di)) / n);
  const s = sumOver(tables, ({ ai, bi, ci }, n) => (ci * (ai + bi)) / n);
  const top = sumOver(tables, ({ ai, bi, ci, di }, n) => ((ai + bi) * (ci + di) * (ai + ci) - ai * ci * n) / n ** 2);
  return { estimate: Math.log(r / s), variance: top / (r * s) };
}

/** With the variance of Sato, Greenland and Robins, right for few large and for many small tables. */
function riskDifference(tables: readonly Table[]): Estimate {
  const weight = sumOver(tables, ({ ai, bi, ci, di }, n) => ((ai + bi) * (ci + di)) / n);
  const estimate = sumOver(tables, ({ ai, bi, ci, di }, n) => (ai * (ci + di) - ci * (ai + bi)) / n) / weight;
  const p = sumOver(tables, ({ ai, bi, ci, di }, n) => {
    const n1 = ai + bi;
    const n2 = ci + di;
    return (n1 ** 2 * ci - n2 ** 2 * ai + (n1 * n2 * (n2 - n1)) / 2) / n ** 2;
  });
  const q = sumOver(tables, ({ ai, bi, ci, di }, n) => (ai * di + ci * bi) / (2 * n));
  return { estimate, variance: (estimate * p + q) / weight ** 2 };
}

const ESTIMATES: Readonly<Record<MantelHaenszelMeasure, (tables: readonly Table[]) => Estimate>> = {
  OR: oddsRatio,
  RR: riskRatio,
  RD: riskDifference,
};
