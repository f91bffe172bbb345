import type { Span } from "../claims/shapes.ts";

/** A text cut into the sentences that were read in it. */
export interface CutText {
  readonly text: string;
  readonly sentences: readonly Span[];
}

/** A stretch of two texts: the same sentences on both sides, or what stands on each side where they differ. */
export interface Stretch {
  readonly isSame: boolean;
  readonly before: readonly Span[]; // none where sentences were only added
  readonly after: readonly Span[]; // none where sentences were only taken out
}

/**
 * Compares two texts sentence by sentence: the longest run of sentences that stand in both in the same order stays, the rest was
 * taken out or added. How words are spaced does not count; of a sentence that repeats, the first is paired with the first.
 *
 * @returns stretches in order that together hold every sentence of both texts once
 */
export function compareSentences(before: CutText, after: CutText): readonly Stretch[] {
  const pairs = commonPairs(wordsOf(before), wordsOf(after));
  const end = [before.sentences.length, after.sentences.length] as const;
  const stretches: Stretch[] = [];
  const add = (isSame: boolean, [i, j]: Pair, [to, upTo]: Pair): void => {
    if (i < to || j < upTo) stretches.push({ isSame, before: before.sentences.slice(i, to), after: after.sentences.slice(j, upTo) });
  };
  let at: Pair = [0, 0];
  for (let next = 0; next <= pairs.length; ) {
    const [i, j] = pairs[next] ?? end;
    add(false, at, [i, j]);
    let run = 0;
    while (pairs[next + run]?.[0] === i + run && pairs[next + run]?.[1] === j + run) run += 1;
    add(true, [i, j], [i + run, j + run]);
    at = [i + run, j + run];
    next += Math.max(run, 1);
  }
  return stretches;
}

type Pair = readonly [number, number]; // places in the two texts

const wordsOf = ({ text, sentences }: CutText): readonly string[] =>
  sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ").trim());

/** The longest rising run among the pairs of equal sentences, the nth of a kind paired with the nth. */
function commonPairs(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const places = new Map<string, number[]>();
  after.forEach((words, j) => {
    const known = places.get(words);
    if (known) known.push(j);
    else places.set(words, [j]);
  });
  const pairs = before.flatMap((words, i) => {
    const j = places.get(words)?.shift();
    return j === undefined ? [] : [[i, j] as const];
  });
  return longestRise(pairs);
}

interface Link {
  readonly pair: Pair;
  readonly before: Link | undefined;
}

/** Patience sorting: `ends[n]` is the run of length n + 1 that ends lowest. */
function longestRise(pairs: readonly Pair[]): readonly Pair[] {
  const ends: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]!.pair[1] < pair[1]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const rise: Pair[] = [];
  for (let link = ends.at(-1); link; link = link.before) rise.push(link.pair);
  return rise.reverse();
}
