import { chiSquare } from "../distributions/gamma.ts";
import { isDoubleZero, type Table } from "../effect-sizes/tables.ts";

export interface StratifiedTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

const test = (statistic: number, df: number): StratifiedTest => ({ statistic, df, p: chiSquare(df).upper(statistic) });

/** Cochran-Mantel-Haenszel test of conditional independence, and Cochran's variant. @source mantel-haenszel-1959, cochran-1954b */
export function cochranMantelHaenszel(
  tables: readonly Table[],
  correct: boolean,
): { cmh: StratifiedTest; cochran: StratifiedTest } | Record<string, never> {
  let shift = 0;
  let variance = 0;
  let cochranVariance = 0;
  for (const { ai, bi, ci, di } of tables) {
    const n = ai + bi + ci + di;
    const margins = (ai + bi) * (ci + di) * (ai + ci) * (bi + di);
    shift += ai - ((ai + bi) * (ai + ci)) / n;
    variance += n > 1 ? margins / (n ** 2 * (n - 1)) : 0;
    cochranVariance += margins / n ** 3;
  }
  if (!(variance > 0)) return {};
  const distance = Math.max(0, Math.abs(shift) - (correct ? 0.5 : 0));
  return { cmh: test(distance ** 2 / variance, 1), cochran: test(distance ** 2 / cochranVariance, 1) };
}

/** Tarone's test (Breslow-Day, adjusted) that the tables share an odds ratio; undefined with fewer than two informative tables. @source tarone-1985 */
export function taroneTest(tables: readonly Table[], oddsRatio: number): StratifiedTest | undefined {
  const informative = tables.filter((table) => !isDoubleZero(table));
  if (informative.length < 2) return undefined;
  let total = 0;
  let shift = 0;
  let variance = 0;
  for (const table of informative) {
    const expected = expectedEvents(table, oddsRatio);
    const { ai, bi, ci, di } = table;
    const cell = 1 / (1 / expected + 1 / (ai + bi - expected) + 1 / (ai + ci - expected) + 1 / (di - ai + expected));
    total += (ai - expected) ** 2 / cell;
    shift += ai - expected;
    variance += cell;
  }
  const statistic = total - shift ** 2 / variance;
  return Number.isFinite(statistic) ? test(statistic, informative.length - 1) : undefined;
}

/** Events in the first group with which the table, its margins kept, would have the odds ratio. */
function expectedEvents({ ai, bi, ci, di }: Table, oddsRatio: number): number {
  const n1 = ai + bi;
  const n2 = ci + di;
  const events = ai + ci;
  const a = 1 - oddsRatio;
  const b = n2 - events + oddsRatio * (n1 + events);
  const c = -oddsRatio * n1 * events;
  // The root between both bounds, in the form that does not cancel as the odds ratio nears 1.
  return (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c));
}
