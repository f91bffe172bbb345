import type { Mentions } from "./lexicon.ts";
import type { Pattern, Sequence } from "./pattern.ts";

interface Anchored<P> {
  readonly pattern: P;
  readonly needs: readonly number[]; // every list that must be mentioned
}

/** Patterns by the rarest list that each needs, so that a sentence is asked only for patterns whose words it holds. */
export type PatternIndex<P extends Pattern> = ReadonlyMap<number, readonly Anchored<P>[]>;

/** @param commonness of a list: how often its words are expected in a text, on any scale */
export function indexPatterns<P extends Pattern>(patterns: readonly P[], commonness: (list: number) => number): PatternIndex<P> {
  const index = new Map<number, Anchored<P>[]>();
  for (const pattern of patterns) {
    const needs = [...new Set([pattern.core, ...pattern.also].flatMap(listsOf))];
    const anchor = needs.reduce((rarest, list) => (commonness(list) < commonness(rarest) ? list : rarest));
    index.set(anchor, [...(index.get(anchor) ?? []), { pattern, needs }]);
  }
  return index;
}

const listsOf = ({ elements }: Sequence): number[] => elements.map(({ list }) => list);

/** The patterns all of whose words a sentence mentions. */
export function candidates<P extends Pattern>(index: PatternIndex<P>, mentions: Mentions): P[] {
  const found: P[] = [];
  for (const list of mentions.keys()) {
    for (const { pattern, needs } of index.get(list) ?? []) if (needs.every((need) => mentions.has(need))) found.push(pattern);
  }
  return found;
}
