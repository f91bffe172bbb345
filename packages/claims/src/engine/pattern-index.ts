import type { Meaning, Mentions } from "./mentions.ts";
import type { Pattern, Sequence } from "./pattern.ts";

interface Anchored<P> {
  readonly pattern: P;
  readonly needs: readonly number[]; // every list that must be mentioned
}

/** Patterns by the rarest list that each needs, so that a sentence is asked only for patterns whose words it holds. */
export class PatternIndex<P extends Pattern> {
  readonly #byList: ReadonlyMap<number, readonly Anchored<P>[]>;
  readonly #byMeaning = new Map<Meaning, readonly Anchored<P>[]>();

  /** @param commonness of a list: how often its words are expected in a text, on any scale */
  constructor(patterns: readonly P[], commonness: (list: number) => number) {
    const anchored = patterns.map((pattern) => ({ pattern, needs: [...new Set([pattern.core, ...pattern.also].flatMap(listsOf))] }));
    this.#byList = Map.groupBy(anchored, ({ needs }) =>
      needs.reduce((rarest, list) => (commonness(list) < commonness(rarest) ? list : rarest)),
    );
  }

  /** The patterns all of whose words a sentence mentions. */
  candidates(mentions: Mentions): ReadonlySet<P> {
    const found = new Set<P>();
    for (const meaning of mentions.meanings())
      for (const { pattern, needs } of this.#anchoredAt(meaning)) if (needs.every((need) => mentions.has(need))) found.add(pattern);
    return found;
  }

  #anchoredAt(meaning: Meaning): readonly Anchored<P>[] {
    const known = this.#byMeaning.get(meaning);
    if (known) return known;
    const anchored = [...meaning.lists].flatMap((list) => this.#byList.get(list) ?? []);
    this.#byMeaning.set(meaning, anchored);
    return anchored;
  }
}

const listsOf = ({ elements }: Sequence): number[] => elements.map(({ list }) => list);
