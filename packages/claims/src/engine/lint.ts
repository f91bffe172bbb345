import type { ClaimRule, Jurisdiction, Localised, Provision, Severity } from "@calcar/catalog";
import type { Page, Span } from "../page/page.ts";
import { type Claimed, type ClaimTopic, topicsOn } from "./claimed-topics.ts";
import { type ClaimKnowledge, type CompiledRule, type CompiledRules, compile } from "./compile.ts";
import { type Hit, hitsOf } from "./hits.ts";
import { whereOf } from "./read.ts";
import { readingsOf } from "./reading.ts";
import { type Balance, balanceOf, isCareful, isPromotional, isWary } from "./stance.ts";

export type { Balance, ClaimKnowledge, ClaimTopic };
/** What a law or a code says to a finding. */
export type Law = Omit<Provision, "addresses" | "reviewBy">;

/** A sentence, or for some rules a page, that breaks a rule. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly scope: "sentence" | "page"; // page: the whole page leaves something out, and start to end is where it first sells
  readonly quote: string; // the text from start to end
  readonly words: readonly string[]; // what in it triggered the rule, in reading order
  readonly says: Localised; // what the rule says of it
  readonly why: Localised;
  readonly instead: Localised;
  readonly insteadIs?: "advice"; // not words to put in its place
  readonly law: readonly Law[]; // of the jurisdictions asked for
  readonly sources: readonly string[]; // ids in knowledge/sources
  readonly topics?: readonly ClaimTopic[]; // what it claims and for whom: the evidence on it
  readonly lacks?: readonly string[]; // companions that a number goes without
  readonly related?: readonly Span[]; // the other side of a contradiction
  readonly detail?: string; // what exactly is wrong, where the rule can tell
}

export interface LintOptions {
  readonly rules?: readonly string[] | undefined; // ids; all when absent
  readonly jurisdictions?: readonly Jurisdiction[] | undefined; // whose law to name; all when absent
}

/** What the rules find on a page. */
export interface Linted {
  readonly marked: readonly Finding[]; // in reading order
  readonly spared: readonly Finding[]; // what is left unmarked because the page holds back more often than it claims
  readonly balance: Balance;
}

const compiledOnce = new WeakMap<object, CompiledRules>();

/**
 * Finds the sentences of a page that break a rule of the claims room.
 *
 * @param knowledge the catalog
 * @returns findings in reading order, at most one for a rule in a sentence
 * @throws when a rule of the knowledge cannot be read
 */
export const lint = (page: Page, knowledge: ClaimKnowledge, options: LintOptions = {}): readonly Finding[] =>
  lintWhole(page, knowledge, options).marked;

/** The same with what a careful page is spared. */
export function lintWhole(page: Page, knowledge: ClaimKnowledge, options: LintOptions = {}): Linted {
  const compiled = compiledOnce.get(knowledge.claims) ?? compile(knowledge);
  compiledOnce.set(knowledge.claims, compiled);
  return lintCompiled(page, compiled, { ...options, knowledge });
}

/** The same with rules compiled before, for those who leave some of them out. */
export function lintCompiled(
  page: Page,
  compiled: CompiledRules,
  { knowledge, rules, jurisdictions }: LintOptions & { readonly knowledge: ClaimKnowledge },
): Linted {
  const readings = readingsOf(page, compiled);
  const read = { page, readings, rules: compiled, knowledge, where: whereOf(readings, compiled), promotional: false };
  const promotional = isPromotional(read);
  const lawOn = lawOf(knowledge, jurisdictions);
  const hits = new Map(compiled.rules.map((each) => [each.rule.id, hitsOf(each, { ...read, promotional })]));
  const balance = balanceOf(readings, countsOf(compiled, hits), compiled);
  const isSpared = sparing(balance);
  const asked = compiled.rules.filter(({ rule }) => rules === undefined || rules.includes(rule.id));
  const askedHits = new Map(asked.map(({ rule }) => [rule.id, hits.get(rule.id) ?? []]));
  const topicsOf = topicsOn(read);
  const findings = (of: readonly CompiledRule[]) =>
    of
      .flatMap(({ rule }) => withoutYielded(rule, askedHits).map((hit) => findingOf(rule, hit, { page, topicsOf, law: lawOn(rule.id) })))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  return { marked: findings(asked.filter((rule) => !isSpared(rule))), spared: findings(asked.filter(isSpared)), balance };
}

/** How many findings a page has that are about sentences, and how many of those are grave readings of its words. */
function countsOf({ rules }: CompiledRules, hits: ReadonlyMap<string, readonly Hit[]>): Pick<Balance, "claims" | "grave"> {
  const count = (of: readonly CompiledRule[]) => of.reduce((sum, { rule }) => sum + withoutYielded(rule, hits).length, 0);
  const claiming = rules.filter(isOfSentences);
  return { claims: count(claiming), grave: count(claiming.filter(({ rule }) => rule.severity === "error" && rule.kind !== "citation")) };
}

/** Which rules a page is spared: those whose findings on such a page are more often misreadings. What a citation says is checked anywhere. */
function sparing(balance: Balance): (rule: CompiledRule) => boolean {
  const careful = isCareful(balance);
  const wary = isWary(balance);
  return ({ rule }) =>
    wary ? rule.kind !== "citation" && rule.kind !== "contradiction" : careful && rule.severity !== "error" && isOfSentences({ rule });
}

const isOfSentences = ({ rule: { kind } }: Pick<CompiledRule, "rule">): boolean => kind !== "absence" && kind !== "contradiction";

/** What a rule finds, without the sentences of which a rule that says more, and was asked for, speaks already. */
function withoutYielded({ id, yieldsTo = [] }: ClaimRule, hits: ReadonlyMap<string, readonly Hit[]>): readonly Hit[] {
  const own = hits.get(id) ?? [];
  if (own.length === 0 || yieldsTo.length === 0) return own;
  const taken = new Set(yieldsTo.flatMap((other) => hits.get(other) ?? []).map(({ start }) => start));
  return own.filter(({ start }) => !taken.has(start));
}

/** What the law of the places asked for says to each rule; all places when none is asked for. */
function lawOf({ provisions }: ClaimKnowledge, jurisdictions: LintOptions["jurisdictions"]): (rule: string) => readonly Law[] {
  const asked = provisions.filter(({ jurisdiction }) => jurisdictions === undefined || jurisdictions.includes(jurisdiction));
  const byRule = new Map<string, Law[]>();
  for (const { addresses, reviewBy: _, ...law } of asked)
    for (const rule of addresses) byRule.set(rule, [...(byRule.get(rule) ?? []), law]);
  return (rule) => byRule.get(rule) ?? [];
}

interface Around {
  readonly page: Page;
  readonly law: readonly Law[];
  readonly topicsOf: (claim: Claimed) => readonly ClaimTopic[];
}

function findingOf(rule: ClaimRule, hit: Hit, { page, law, topicsOf }: Around): Finding {
  const { id, kind, severity, says, why, instead, insteadIs, grounds, question } = rule;
  const { start, end, words, ...more } = hit;
  const topics = question === undefined ? [] : topicsOf({ start, end, words, question });
  return {
    rule: id,
    severity,
    scope: kind === "absence" ? "page" : "sentence",
    start,
    end,
    quote: page.text.slice(start, end),
    words: words.map((span) => page.text.slice(span.start, span.end)),
    says,
    why,
    instead,
    law,
    sources: [...new Set(grounds.map(({ source }) => source))],
    ...(topics.length > 0 && { topics }),
    ...(insteadIs && { insteadIs }),
    ...more,
  };
}
