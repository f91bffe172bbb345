import type { Span } from "../page/page.ts";
import { asserted } from "./asserted.ts";
import { cautionsIn } from "./caution.ts";
import { CHECKS } from "./citation/checks.ts";
import type { CompiledRule, RulePattern } from "./compile.ts";
import type { Read } from "./read.ts";
import { namesTreatment, voicesIn } from "./voices.ts";

/** Where a rule is broken, before it is put in words. */
export interface Hit extends Span {
  readonly words: readonly Span[];
  readonly lacks?: readonly string[];
  readonly related?: readonly Span[];
  readonly detail?: string;
  readonly sources?: readonly string[]; // of the work that is spoken of, in place of those of the rule
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

interface Claim extends Span {
  readonly weight: number;
  readonly words: readonly Span[];
}

const CLAIMED = 3;
const OWN = 2;
const WARY = 2;
const FEW = 2;

/** What a page claims, and how it speaks of what it has, outweigh its doubts and the words in which others write of such offers. */
function sells(claims: readonly Claim[], { readings, rules }: Read): boolean {
  const { wary, seller, own, onTreatment } = voicesIn(readings, rules);
  if (claims.length === 0 && !onTreatment) return false;
  const praise = CLAIMED * claims.reduce((sum, { weight }) => sum + weight, 0) + OWN * own.length + seller;
  return praise >= FEW && praise > WARY * wary + cautionsIn(readings);
}

/** One hit for a page that sells and is silent: on the first sentence that claims or offers something, else on the one that first names the treatment. */
function absent({ rule, patterns, exempt, wants }: CompiledRule, read: Read): Hit[] {
  const anywhere = (list: readonly RulePattern[]) => asserted({ patterns: list, unless: [] }, read);
  const broken = rule.kind === "absence" ? (rule.orBreaks ?? []) : [];
  const claims = [
    ...anywhere(patterns).map((offer): Claim => ({ ...offer, weight: 1 })),
    ...read.rules.rules
      .filter((other) => broken.includes(other.rule.id))
      .flatMap((other) => hitsOf(other, read).map((hit): Claim => ({ ...hit, weight: WEIGHT[other.rule.severity] }))),
  ];
  if (!sells(claims, read) || anywhere(exempt).length > 0 || anywhere(wants).length > 0) return [];
  const first =
    [...claims, ...voicesIn(read.readings, read.rules).own].sort((a, b) => a.start - b.start)[0] ?? read.readings.find(namesTreatment);
  return first ? [{ start: first.start, end: first.end, words: "words" in first ? first.words : [] }] : [];
}

function contradicted({ patterns, against, unless }: CompiledRule, read: Read): Hit[] {
  const others = asserted({ patterns: against, unless: [] }, read);
  if (others.length === 0) return [];
  return asserted({ patterns, unless }, read).map(({ at, ...hit }) => ({
    ...hit,
    related: others.filter((other) => other.at !== at).map(({ start, end }) => ({ start, end })),
  }));
}
