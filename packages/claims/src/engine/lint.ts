import type { ClaimRule, Jurisdiction, Localised, Severity } from "@calcar/catalog";
import type { Page, Span } from "../page/page.ts";
import { type ClaimKnowledge, type CompiledRules, compile } from "./compile.ts";
import { type Hit, hitsOf } from "./hits.ts";
import { whereOf } from "./read.ts";
import { readingsOf } from "./reading.ts";
import { isPromotional } from "./stance.ts";

export type { ClaimKnowledge };
export type Law = NonNullable<ClaimRule["law"]>[number];

/** A sentence, or for some rules a page, that breaks a rule. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly scope: "sentence" | "page"; // page: the whole page leaves something out, and start to end is where it first sells
  readonly quote: string; // the text from start to end
  readonly words: readonly string[]; // what in it triggered the rule, in reading order
  readonly why: Localised;
  readonly instead: Localised;
  readonly law: readonly Law[]; // of the jurisdictions asked for
  readonly sources: readonly string[]; // ids in knowledge/sources
  readonly question?: string; // id in knowledge/questions: the evidence on this claim
  readonly lacks?: readonly string[]; // companions that a number goes without
  readonly related?: readonly Span[]; // the other side of a contradiction
  readonly detail?: string; // what exactly is wrong, where the rule can tell
}

export interface LintOptions {
  readonly rules?: readonly string[] | undefined; // ids; all when absent
  readonly jurisdictions?: readonly Jurisdiction[] | undefined; // whose law to name; all when absent
}

const compiledOnce = new WeakMap<object, CompiledRules>();

/**
 * Finds the sentences of a page that break a rule of the claims room.
 *
 * @param knowledge the catalog
 * @returns findings in reading order, at most one for a rule in a sentence
 * @throws when a rule of the knowledge cannot be read
 */
export function lint(page: Page, knowledge: ClaimKnowledge, options: LintOptions = {}): readonly Finding[] {
  const compiled = compiledOnce.get(knowledge.claims) ?? compile(knowledge);
  compiledOnce.set(knowledge.claims, compiled);
  return lintCompiled(page, compiled, { ...options, knowledge });
}

/** The same with rules compiled before, for those who leave some of them out. */
export function lintCompiled(
  page: Page,
  compiled: CompiledRules,
  { knowledge, rules, jurisdictions }: LintOptions & { readonly knowledge: ClaimKnowledge },
): readonly Finding[] {
  const readings = readingsOf(page, compiled);
  const read = { page, readings, rules: compiled, knowledge, where: whereOf(readings, compiled), promotional: false };
  const promotional = isPromotional(read);
  return compiled.rules
    .filter(({ rule }) => rules === undefined || rules.includes(rule.id))
    .flatMap(({ rule, ...parts }) =>
      hitsOf({ rule, ...parts }, { ...read, promotional }).map((hit) => findingOf(rule, hit, { page, jurisdictions })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function findingOf(
  rule: ClaimRule,
  hit: Hit,
  { page, jurisdictions }: Pick<LintOptions, "jurisdictions"> & { readonly page: Page },
): Finding {
  const { id, kind, severity, why, instead, grounds, law = [], question } = rule;
  const { start, end, words, ...more } = hit;
  return {
    rule: id,
    severity,
    scope: kind === "absence" ? "page" : "sentence",
    start,
    end,
    quote: page.text.slice(start, end),
    words: words.map((span) => page.text.slice(span.start, span.end)),
    why,
    instead,
    law: law.filter(({ jurisdiction }) => jurisdictions === undefined || jurisdictions.includes(jurisdiction)),
    sources: [...new Set(grounds.map(({ source }) => source))],
    ...(question === undefined ? {} : { question }),
    ...more,
  };
}
