import type { Severity } from "@calcar/catalog";
import { cautionsIn } from "./caution.ts";
import type { CompiledRules } from "./compile.ts";
import { hitsOf } from "./hits.ts";
import type { Read } from "./read.ts";
import type { Reading } from "./reading.ts";
import { voicesIn } from "./voices.ts";

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

/** How often a page holds back and how often it claims something, and in whose words it speaks. */
export interface Balance {
  readonly cautions: number; // sentences
  readonly claims: number; // findings of rules about sentences
  readonly grave: number; // of these, of severity error and not about a citation
  readonly wary: number; // words of those who warn or weigh evidence
  readonly seller: number; // words of those who sell
}

export function balanceOf(readings: readonly Reading[], counts: Pick<Balance, "claims" | "grave">, rules: CompiledRules): Balance {
  const { wary, seller } = voicesIn(readings, rules);
  return { ...counts, cautions: cautionsIn(readings), wary, seller };
}

/**
 * Whether a page holds back in more sentences than it claims something in, and in two at least.
 *
 * On such a page only what breaks a rule of severity error is marked: a warning there is more often a misreading than a claim.
 */
export const isCareful = ({ cautions, claims }: Balance): boolean => cautions >= CAREFUL && claims < cautions;

const WARY = 8;

/**
 * Whether a page speaks as those do who warn of a treatment, weigh its evidence or report on its trade.
 *
 * On such a page a single finding is more often a misreading than a claim, however grave.
 */
export const isWary = ({ grave, wary, seller }: Balance): boolean => grave < 2 && wary >= WARY && wary > 2 * seller;
