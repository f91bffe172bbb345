import { ok, type Result, refuse } from "@calcar/vocabulary";

/** A 2x2 table: events and non-events in the first group (ai, bi) and in the second (ci, di). */
export interface Table {
  readonly ai: number;
  readonly bi: number;
  readonly ci: number;
  readonly di: number;
}

/** What to add to every cell of which tables, and what to do with tables that have no event or only events. */
export interface ZeroRule {
  readonly add: number;
  /** Tables with a zero, all of them, all if any has a zero, or none. */
  readonly to: "only0" | "all" | "if0all" | "none";
  /** Whether tables with no event, or none but events, in both groups give no effect. */
  readonly drop00: boolean;
}

export interface AdjustedTable {
  readonly raw: Table;
  readonly adjusted: Table;
  readonly dropped: boolean;
}

const cells = ({ ai, bi, ci, di }: Table): number[] => [ai, bi, ci, di];

const hasZero = (table: Table): boolean => cells(table).includes(0);

export const isDoubleZero = ({ ai, bi, ci, di }: Table): boolean => (ai === 0 && ci === 0) || (bi === 0 && di === 0);

/**
 * Applies a rule for zero cells to all tables of an analysis at once.
 *
 * @refuses invalid/not-finite; invalid/negative-count
 */
export function adjustTables(tables: readonly Table[], rule: ZeroRule): Result<readonly AdjustedTable[]> {
  const all = tables.flatMap(cells);
  if (![...all, rule.add].every(Number.isFinite)) return refuse("invalid", "not-finite");
  if (all.some((count) => count < 0)) return refuse("invalid", "negative-count");
  const anyZero = tables.some(hasZero);
  return ok(
    tables.map((raw) => {
      const adds = rule.to === "all" || (rule.to === "if0all" && anyZero) || (rule.to === "only0" && hasZero(raw));
      return { raw, adjusted: adds ? enlarge(raw, rule.add) : raw, dropped: rule.drop00 && isDoubleZero(raw) };
    }),
  );
}

export const enlarge = ({ ai, bi, ci, di }: Table, add: number): Table => ({ ai: ai + add, bi: bi + add, ci: ci + add, di: di + add });
