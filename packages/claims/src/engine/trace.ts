import type { Page } from "../page/page.ts";
import type { CompiledRules, RulePattern } from "./compile.ts";
import { excuses } from "./cues.ts";
import { excuseOf } from "./excuse-of.ts";
import { type Found, whereOf } from "./read.ts";
import { type Reading, readingsOf } from "./reading.ts";

/**
 * The patterns and phrases that do work on a page: those of every match that counts, and the cue of every match excused.
 *
 * @returns entries in the form that `LeftOut` is asked about
 */
export function entriesAtWork(page: Page, rules: CompiledRules): ReadonlySet<string> {
  const readings = readingsOf(page, rules);
  const where = whereOf(readings, rules);
  const work = { readings, rules, entries: rules.lexicon.entries };
  return new Set(
    rules.rules.flatMap(({ rule, patterns }) =>
      patterns.flatMap((pattern) => (where.get(pattern) ?? []).flatMap((found) => entriesOf(rule.id, pattern, { ...work, ...found }))),
    ),
  );
}

interface Work extends Found {
  readonly readings: readonly Reading[];
  readonly rules: CompiledRules;
  readonly entries: readonly string[];
}

function entriesOf(rule: string, pattern: RulePattern, { readings, rules, entries, at, found }: Work): string[] {
  const reading = readings[at]!;
  return found.flatMap((match) => {
    const cue = excuses(reading.excused(), match, pattern.excusedBy);
    if (cue) return [entries[cue.entry]!];
    if (excuseOf(match, at, { readings, rules, which: pattern.excusedBy }) !== undefined) return [];
    return [`${rule}: ${pattern.text}`, ...match.map(({ entry }) => entries[entry]!)];
  });
}
