import type { Span } from "../page/page.ts";
import { asserted } from "./asserted.ts";
import { cautionsIn } from "./caution.ts";
import { CHECKS } from "./citation/checks.ts";
import type { CompiledRule, RulePattern } from "./compile.ts";
import type { Read } from "./read.ts";

/** Where a rule is broken, before it is put in words. */
export interface Hit extends Span {
  readonly words: readonly Span[];
  readonly lacks?: readonly string[];
  readonly related?: readonly Span[];
  readonly detail?: string;
}

/** Where a page breaks one rule. */
export function hitsOf(compiled: CompiledRule, read: Read): readonly Hit[] {
  switch (compiled.rule.kind) {
    case "phrase":
      return asserted(compiled, read);
    case "quantity":
      return asserted(compiled, read).flatMap(({ at, ...hit }) => withoutCompanions(hit, at, { compiled, read }));
    case "absence":
      return absent(compiled, read);
    case "contradiction":
      return contradicted(compiled, read);
    case "citation":
      return compiled.rule.checks.flatMap((check) => CHECKS[check]?.(read) ?? []);
  }
}

/** A number is let pass when every companion stands in its sentence or one beside it in the block. */
function withoutCompanions(hit: Hit, at: number, { compiled, read }: { compiled: CompiledRule; read: Read }): Hit[] {
  const block = read.readings[at]!.sentence.block;
  const near = [at - 1, at, at + 1].flatMap((i) => read.readings[i] ?? []).filter(({ sentence }) => sentence.block === block);
  const lacks = compiled.companions.filter(({ lists }) => !lists.some((list) => near.some(({ mentions }) => mentions.has(list))));
  return lacks.length === 0 ? [] : [{ ...hit, lacks: lacks.map(({ name }) => name) }];
}

/** One slip of low severity does not make a page an advertisement. */
const WEIGHT = { error: 2, warning: 1, info: 1 } as const;

/** Two sentences that claim something need only outweigh the caution; a single one must be grave and stand almost without any. */
function promotes(claims: readonly (Span & { readonly weight: number })[], { readings }: Read): boolean {
  const claimed = claims.reduce((sum, { weight }) => sum + weight, 0);
  const alone = new Set(claims.map(({ start }) => start)).size < 2;
  return alone ? claimed >= WEIGHT.error && claimed > 2 * cautionsIn(readings) : claimed > cautionsIn(readings);
}

/** One hit for a page that offers, or makes claims, and is silent: on the first sentence that does. */
function absent({ rule, patterns, exempt, wants }: CompiledRule, read: Read): Hit[] {
  const anywhere = (list: readonly RulePattern[]) => asserted({ patterns: list, unless: [] }, read);
  const broken = rule.kind === "absence" ? (rule.orBreaks ?? []) : [];
  const claims = read.rules.rules
    .filter((other) => broken.includes(other.rule.id))
    .flatMap((other) => hitsOf(other, read).map((hit) => ({ ...hit, weight: WEIGHT[other.rule.severity] })));
  const [offer] = [...anywhere(patterns), ...(promotes(claims, read) ? claims : [])].sort((a, b) => a.start - b.start);
  if (!offer || anywhere(exempt).length > 0 || anywhere(wants).length > 0) return [];
  const { start, end, words } = offer;
  return [{ start, end, words }];
}

function contradicted({ patterns, against, unless }: CompiledRule, read: Read): Hit[] {
  const others = asserted({ patterns: against, unless: [] }, read);
  if (others.length === 0) return [];
  return asserted({ patterns, unless }, read).map(({ at, ...hit }) => ({
    ...hit,
    related: others.filter((other) => other.at !== at).map(({ start, end }) => ({ start, end })),
  }));
}
