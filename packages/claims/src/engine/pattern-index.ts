import type { Meaning, Mentions } from "./mentions.ts";
import type { Pattern, Sequence } from "./pattern.ts";

interface Anchored<P> {
  readonly pattern: P;
  readonly needs: readonly number[]; // every list that must be mentioned
  lastAsked: number; // of the askings so far: the words of one sentence may lead here more than once
}

/** Patterns by the rarest list that each needs, so that a sentence is asked only for patterns whose words it holds. */
export class PatternIndex<P extends Pattern> {
  readonly #byList: ReadonlyMap<number, readonly Anchored<P>[]>;
  readonly #byMeaning: (readonly Anchored<P>[] | undefined)[] = [];
  #askings = 0;

  /** @param commonness of a list: how often its words are expected in a text, on any scale */
  constructor(patterns: readonly P[], commonness: (list: number) => number) {
    const anchored = patterns.map((pattern) => {
      const needs = [...new Set([pattern.core, ...pattern.also].flatMap(listsOf))].sort((a, b) => commonness(a) - commonness(b));
      return { pattern, needs, lastAsked: 0 };
    });
    this.#byList = Map.groupBy(anchored, ({ needs }) => needs[0]!);
  }

  /** The patterns all of whose words a sentence mentions. */
  candidates(mentions: Mentions): readonly P[] {
    this.#askings++;
    const found: P[] = [];
    mentions.forEachMeaning((meaning) => {
      for (const anchored of this.#anchoredAt(meaning)) {
        if (anchored.lastAsked === this.#askings) continue;
        anchored.lastAsked = this.#askings;
        if (anchored.needs.every((need) => mentions.has(need))) found.push(anchored.pattern);
      }
    });
    return found;
  }

  #anchoredAt(meaning: Meaning): readonly Anchored<P>[] {
    const known = this.#byMeaning[meaning.id];
    if (known) return known;
    const anchored = [...meaning.lists].flatMap((list) => this.#byList.get(list) ?? []);
    this.#byMeaning[meaning.id] = anchored;
    return anchored;
  }
}

const listsOf = ({ elements }: Sequence): number[] => elements.map(({ list }) => list);
