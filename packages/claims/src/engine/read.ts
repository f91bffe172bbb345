import type { Page } from "../page/page.ts";
import type { CheckContext } from "./citation/checks.ts";
import type { CompiledRules, RulePattern } from "./compile.ts";
import type { Reading } from "./reading.ts";

/** A page as read, with all that rules may look at. */
export interface Read extends CheckContext {
  readonly page: Page;
  readonly readings: readonly Reading[];
  readonly where: Where;
  readonly promotional: boolean; // whether loose patterns are tried
}

/** The sentences that hold all words of a pattern, as indices of readings in their order. */
export type Where = ReadonlyMap<RulePattern, readonly number[]>;

/** Finds for every pattern the few sentences that it need be tried on. */
export function whereOf(readings: readonly Reading[], { index }: CompiledRules): Where {
  const where = new Map<RulePattern, number[]>();
  readings.forEach(({ mentions }, at) => {
    for (const pattern of index.candidates(mentions)) {
      const known = where.get(pattern);
      if (known) known.push(at);
      else where.set(pattern, [at]);
    }
  });
  return where;
}
