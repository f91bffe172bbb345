import type { Page } from "../page/page.ts";
import type { CheckContext } from "./citation/checks.ts";
import type { CompiledRules, RulePattern } from "./compile.ts";
import { type Match, matchesOf } from "./match.ts";
import type { Reading } from "./reading.ts";

/** A page as read, with all that rules may look at. */
export interface Read extends CheckContext {
  readonly page: Page;
  readonly readings: readonly Reading[];
  readonly where: Where;
  readonly promotional: boolean; // whether loose patterns are tried
}

/** A sentence and every way in which a pattern stands in it, excused or not. */
export interface Found {
  readonly at: number; // index of the reading
  readonly found: readonly Match[];
}

/** Where each pattern stands, in the order of the page; patterns that stand nowhere are left out. */
export type Where = ReadonlyMap<RulePattern, readonly Found[]>;

/** Tries on each sentence the few patterns whose words it holds. */
export function whereOf(readings: readonly Reading[], { index }: CompiledRules): Where {
  const where = new Map<RulePattern, Found[]>();
  readings.forEach((reading, at) => {
    for (const pattern of index.candidates(reading.mentions)) {
      const found = matchesOf(pattern, reading);
      if (found.length === 0) continue;
      const known = where.get(pattern);
      if (known) known.push({ at, found });
      else where.set(pattern, [{ at, found }]);
    }
  });
  return where;
}
