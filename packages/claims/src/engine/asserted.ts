import type { Span } from "../page/page.ts";
import type { CompiledRule, RulePattern } from "./compile.ts";
import { spanOf } from "./cues.ts";
import { excuseOf } from "./excuse-of.ts";
import { type Match, matchesOf } from "./match.ts";
import type { Found, Read, Where } from "./read.ts";
import type { Reading } from "./reading.ts";

/** A sentence that asserts a pattern of a rule, and the words by which it does. */
export interface Asserted extends Span {
  readonly at: number; // index of the reading
  readonly words: readonly Span[];
}

/**
 * What is known of a page. It is gone through twice, for its stance and for its findings, and page rules ask what others
 * found: each pattern is tried once, and each list of them put together once.
 */
interface Known {
  readonly tried: Map<RulePattern, readonly Found[]>;
  readonly onAnyPage: Map<readonly RulePattern[], readonly Asserted[]>;
  readonly whereItSells: Map<readonly RulePattern[], readonly Asserted[]>;
}

const knownOf = new WeakMap<Where, Known>();

function known({ where }: Read): Known {
  const before = knownOf.get(where);
  if (before) return before;
  const made = { tried: new Map(), onAnyPage: new Map(), whereItSells: new Map() };
  knownOf.set(where, made);
  return made;
}

/** Every sentence that asserts one of the patterns, unless an exception of the rule stands in it. */
export function asserted({ patterns, unless }: Pick<CompiledRule, "patterns" | "unless">, read: Read): readonly Asserted[] {
  const { onAnyPage, whereItSells } = known(read);
  const memory = read.promotional && patterns.some(({ loose }) => loose) ? whereItSells : onAnyPage;
  const before = memory.get(patterns);
  if (before) return before;
  const said = [...matchesBySentence(patterns, read)]
    .filter(([at]) => !unless.some((pattern) => matchesOf(pattern, read.readings[at]!).length > 0))
    .sort(([a], [b]) => a - b)
    .map(([at, matches]) => assertedAt(at, matches, read.readings));
  const found = onceEach(said);
  memory.set(patterns, found);
  return found;
}

function matchesBySentence(patterns: readonly RulePattern[], read: Read): ReadonlyMap<number, readonly Match[]> {
  const matches = new Map<number, Match[]>();
  for (const pattern of patterns) {
    if (pattern.loose && !read.promotional) continue;
    for (const { at, found } of assertedOnce(pattern, read)) {
      const others = matches.get(at);
      if (others) others.push(...found);
      else matches.set(at, [...found]);
    }
  }
  return matches;
}

/** Where it is asserted: an answered question asserts nothing, its answer does. */
function assertedAt(of: number, found: readonly Match[], readings: readonly Reading[]): Asserted {
  const at = readings[of]!.answer?.at ?? of;
  const { start, end } = readings[at]!;
  return { at, start, end, words: wordsOf(found, readings[of]!) };
}

/** A sentence that asserts something itself and as an answer is one. */
function onceEach(said: readonly Asserted[]): readonly Asserted[] {
  const byPlace = new Map<number, Asserted>();
  for (const each of said) {
    const words = [...(byPlace.get(each.at)?.words ?? []), ...each.words];
    byPlace.set(each.at, { ...each, words });
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at);
}

function assertedOnce(pattern: RulePattern, read: Read): readonly Found[] {
  const { tried } = known(read);
  const before = tried.get(pattern);
  if (before) return before;
  const context = { readings: read.readings, rules: read.rules, which: pattern.excusedBy };
  const asserted: Found[] = [];
  for (const { at, found } of read.where.get(pattern) ?? []) {
    const unexcused = found.filter((match) => excuseOf(match, at, context) === undefined);
    if (unexcused.length > 0) asserted.push({ at, found: unexcused });
  }
  tried.set(pattern, asserted);
  return asserted;
}

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
