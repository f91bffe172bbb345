import type { Page, Span } from "../page/page.ts";
import { CHECKS, type CheckContext } from "./citation/checks.ts";
import type { CompiledRule, CompiledRules, RulePattern } from "./compile.ts";
import { spanOf } from "./cues.ts";
import { type Match, matchesOf } from "./match.ts";
import { excuseOf, type Reading } from "./reading.ts";

/** Where a rule is broken, before it is put in words. */
export interface Hit extends Span {
  readonly words: readonly Span[];
  readonly lacks?: readonly string[];
  readonly related?: readonly Span[];
  readonly detail?: string;
}

/** A page as read, with all that rules may look at. */
export interface Read extends CheckContext {
  readonly page: Page;
  readonly readings: readonly Reading[];
  readonly rules: CompiledRules;
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

interface Asserted extends Hit {
  readonly at: number; // index of the reading
}

/** Every sentence that asserts one of the patterns, unless an exception of the rule stands in it. */
function asserted({ patterns, unless }: Pick<CompiledRule, "patterns" | "unless">, read: Read): Asserted[] {
  const matches = new Map<number, Match[]>();
  for (const pattern of patterns.filter(({ loose }) => read.promotional || !loose)) {
    for (const { at, found } of assertedOnce(pattern, read)) matches.set(at, [...(matches.get(at) ?? []), ...found]);
  }
  return [...matches]
    .filter(([at, found]) => found.length > 0 && !unless.some((pattern) => matchesOf(pattern, read.readings[at]!).length > 0))
    .sort(([a], [b]) => a - b)
    .map(([at, found]) => hitAt(at, found, read.readings[at]!));
}

const hitAt = (at: number, found: readonly Match[], reading: Reading): Asserted => ({
  at,
  start: reading.start,
  end: reading.end,
  words: wordsOf(found, reading),
});

interface Found {
  readonly at: number;
  readonly found: readonly Match[];
}

/** A page is gone through twice, for its stance and for its findings, and page rules ask what others found: each pattern is tried once. */
const tried = new WeakMap<Where, Map<RulePattern, readonly Found[]>>();

function assertedOnce(pattern: RulePattern, read: Read): readonly Found[] {
  const known = tried.get(read.where) ?? new Map<RulePattern, readonly Found[]>();
  tried.set(read.where, known);
  const before = known.get(pattern);
  if (before) return before;
  const found = (read.where.get(pattern) ?? []).map((at) => ({ at, found: assertedMatches(pattern, at, read) }));
  known.set(pattern, found);
  return found;
}

const assertedMatches = (pattern: RulePattern, at: number, { readings, rules }: Read): readonly Match[] =>
  matchesOf(pattern, readings[at]!).filter((match) => excuseOf(match, at, { readings, rules, which: pattern.excusedBy }) === undefined);

/** The stretches that matches take, those that touch or overlap as one. */
function wordsOf(matches: readonly Match[], { tokens }: Reading): Span[] {
  const sorted = matches.flat().sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged.map((stretch) => spanOf(tokens, stretch));
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

/** One hit for a page that offers, or makes claims, and is silent: on the first sentence that does. */
function absent({ rule, patterns, exempt, wants }: CompiledRule, read: Read): Hit[] {
  const anywhere = (list: readonly RulePattern[]) => asserted({ patterns: list, unless: [] }, read);
  const broken = rule.kind === "absence" ? (rule.orBreaks ?? []) : [];
  const claims = read.rules.rules
    .filter((other) => broken.includes(other.rule.id))
    .flatMap((other) => hitsOf(other, read).map((hit) => ({ ...hit, weight: WEIGHT[other.rule.severity] })));
  const promotes = claims.reduce((sum, { weight }) => sum + weight, 0) >= WEIGHT.error;
  const [offer] = [...anywhere(patterns), ...(promotes ? claims : [])].sort((a, b) => a.start - b.start);
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
