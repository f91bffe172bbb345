import type { CitationSign } from "@calcar/catalog";
import type { Page, Span } from "../../page/page.ts";
import type { CompiledRule, CompiledRules } from "../compile.ts";
import { spanOf } from "../cues.ts";
import { excuseOf } from "../excuse-of.ts";
import { matchesOf } from "../match.ts";
import type { Reading } from "../reading.ts";

/** What the cited sentences of a page say, asked sign by sign. */
export interface Says {
  /** The words by which a sentence asserts a sign or a misreading; empty when it does not, or an excuse stands by. */
  readonly words: (sentence: number, sign: CitationSign | string) => readonly Span[];
  /** Whether a sentence holds words of a list. */
  readonly mentions: (sentence: number, list: string) => boolean;
}

interface ReadPage {
  readonly page: Page;
  readonly readings: readonly Reading[];
  readonly rules: CompiledRules;
}

/** What the given sentences of a page say; others say nothing. */
export function saysOf(sentences: ReadonlySet<number>, { page, readings, rules }: ReadPage): Says {
  const places = placesOf(sentences, page, readings);
  const at = (sentence: number) => places.get(sentence) ?? NOWHERE;
  return {
    words: (sentence, sign) => at(sentence).flatMap((place) => asserted(rules.signs.get(sign), place, { readings, rules })),
    mentions: (sentence, list) =>
      rules.lexicon.has(list) && at(sentence).some((place) => readings[place]!.mentions.has(rules.lexicon.list(list))),
  };
}

const NOWHERE: readonly number[] = [];

/** For each of the sentences the indices of its readings: both stand in the order of the page. */
function placesOf(sentences: ReadonlySet<number>, page: Page, readings: readonly Reading[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  let place = 0;
  page.sentences.forEach((sentence, at) => {
    const own: number[] = [];
    for (; readings[place]?.sentence === sentence; place++) own.push(place);
    if (sentences.has(at)) places.set(at, own);
  });
  return places;
}

function asserted(rule: CompiledRule | undefined, at: number, context: { readings: readonly Reading[]; rules: CompiledRules }): Span[] {
  const reading = context.readings[at]!;
  return (rule?.patterns ?? []).flatMap((pattern) =>
    matchesOf(pattern, reading)
      .filter((match) => excuseOf(match, at, { ...context, which: pattern.excusedBy }) === undefined)
      .map((match) => spanOf(reading.tokens, { from: match[0]!.from, to: match.at(-1)!.to })),
  );
}
