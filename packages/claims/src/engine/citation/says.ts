import type { CitationSign, ClaimRule } from "@calcar/catalog";
import { isEstablished } from "@calcar/vocabulary";
import type { Page, Span } from "../../page/page.ts";
import { type ClaimKnowledge, type CompiledRule, type CompiledRules, compile } from "../compile.ts";
import { spanOf } from "../cues.ts";
import { excuseOf } from "../excuse-of.ts";
import { matchesOf } from "../match.ts";
import { type Reading, readingsOf } from "../reading.ts";

type Entry = ClaimKnowledge["claims"][number];
type CitationRule = Extract<ClaimRule, { kind: "citation" }>;

const compiledOnce = new WeakMap<object, CompiledRules>();

/** Signs of the citation rule and misreadings of all studies, each as a rule of phrases with an id of its own. */
function citationRules(knowledge: ClaimKnowledge): CompiledRules {
  const known = compiledOnce.get(knowledge.studies);
  if (known) return known;
  const rule = knowledge.claims.find((each): each is CitationRule & Pick<Entry, "cases"> => each.kind === "citation");
  const claims = rule === undefined ? [] : [...ofSigns(rule), ...ofMisreadings(rule, knowledge)];
  const compiled = compile({ ...knowledge, claims });
  compiledOnce.set(knowledge.studies, compiled);
  return compiled;
}

const phrase = (
  { checks: _, signs: __, ...rule }: CitationRule & Pick<Entry, "cases">,
  id: string,
  patterns: readonly (string | object)[],
) => ({ ...rule, kind: "phrase", id, patterns }) as unknown as Entry;

const ofSigns = (rule: CitationRule & Pick<Entry, "cases">): Entry[] =>
  Object.entries(rule.signs).flatMap(([sign, patterns]) => (patterns === undefined ? [] : [phrase(rule, sign, patterns)]));

const ofMisreadings = (rule: CitationRule & Pick<Entry, "cases">, { studies }: ClaimKnowledge): Entry[] =>
  [...studies.values()].flatMap(({ id, misreadings = [] }) =>
    misreadings
      .filter(({ grounds }) => grounds.every(({ verified }) => isEstablished(verified)))
      .map((misreading) => phrase(rule, misreadingId(id, misreading.id), misreading.match)),
  );

export const misreadingId = (study: string, misreading: string): string => `${study}/${misreading}`;

/** What the cited sentences of a page say, asked sign by sign. */
export interface Says {
  /** The words by which a sentence asserts a sign or a misreading; empty when it does not, or an excuse stands by. */
  readonly words: (sentence: number, sign: CitationSign | string) => readonly Span[];
  /** Whether a sentence holds words of a list. */
  readonly mentions: (sentence: number, list: string) => boolean;
}

/** Reads the given sentences of a page; others say nothing. */
export function saysOf(page: Page, sentences: ReadonlySet<number>, knowledge: ClaimKnowledge): Says {
  const rules = citationRules(knowledge);
  const byId = new Map(rules.rules.map((each) => [each.rule.id, each]));
  const readings = readingsOf({ ...page, sentences: page.sentences.filter((_, at) => sentences.has(at)) }, rules);
  const places = Map.groupBy(readings.keys(), (at) => readings[at]!.sentence);
  const at = (sentence: number) => places.get(page.sentences[sentence]!) ?? [];
  return {
    words: (sentence, sign) => at(sentence).flatMap((place) => asserted(byId.get(sign), place, { readings, rules })),
    mentions: (sentence, list) =>
      rules.lexicon.has(list) && at(sentence).some((place) => readings[place]!.mentions.has(rules.lexicon.list(list))),
  };
}

function asserted(rule: CompiledRule | undefined, at: number, context: { readings: readonly Reading[]; rules: CompiledRules }): Span[] {
  const reading = context.readings[at]!;
  return (rule?.patterns ?? []).flatMap((pattern) =>
    matchesOf(pattern, reading)
      .filter((match) => excuseOf(match, at, { ...context, which: pattern.excusedBy }) === undefined)
      .map((match) => spanOf(reading.tokens, { from: match[0]!.from, to: match.at(-1)!.to })),
  );
}
