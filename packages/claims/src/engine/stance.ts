import type { Severity } from "@calcar/catalog";
import { cautionsIn } from "./caution.ts";
import { hitsOf } from "./hits.ts";
import type { Read } from "./read.ts";
import type { Reading } from "./reading.ts";

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 1 };
const PLAIN = 5; // two claims of severity error and one more

/**
 * Whether a page plainly sells: it makes several claims that are beyond doubt, and they outweigh its words of caution.
 *
 * On such a page a loosely worded praise is read as a claim too; on any other it is left alone.
 */
export function isPromotional(read: Read): boolean {
  const claims = read.rules.rules
    .filter(({ rule }) => rule.kind === "phrase" || rule.kind === "quantity")
    .reduce((sum, rule) => sum + WEIGHT[rule.rule.severity] * hitsOf(rule, read).length, 0);
  return claims >= PLAIN && claims > 2 * cautionsIn(read.readings);
}

const CAREFUL = 2;

/** How often a page holds back and how often it claims something. */
export interface Balance {
  readonly cautions: number; // sentences
  readonly claims: number; // findings of rules about sentences
}

export const balanceOf = (readings: readonly Reading[], claims: number): Balance => ({ cautions: cautionsIn(readings), claims });

/**
 * Whether a page holds back in more sentences than it claims something in, and in two at least.
 *
 * On such a page only what breaks a rule of severity error is marked: a warning there is more often a misreading than a claim.
 */
export const isCareful = ({ cautions, claims }: Balance): boolean => cautions >= CAREFUL && claims < cautions;
