import type { Catalog } from "@calcar/catalog";
import type { Question, Study } from "@calcar/catalog/schema";
import type { ChangeOutcome, EffectQuestion, EventsOutcome } from "../questions/question-kinds.ts";
import { armMisses, interventionArms, noIntervention } from "./arm-misses.ts";
import { type Candidate, type CountedPair, changes, countedPairs, counts, type ScoredPair, scoredPairs } from "./candidate.ts";
import { membership } from "./membership.ts";
import type { Membership, Widening } from "./miss.ts";
import { phaseMisses } from "./study-misses.ts";

type Of<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** Whether a controlled question compares means; otherwise it compares counts. */
export const isOnMeans = ({ measure }: EffectQuestion): boolean => measure === "MD" || measure === "SMD";

export const countedMembers = (catalog: Catalog, { admits }: EffectQuestion, widen: readonly Widening[]): Membership<CountedPair> =>
  membership(catalog, admits, widen, (study) => countedPairs(study, admits));

export const scoredMembers = (catalog: Catalog, { admits }: EffectQuestion, widen: readonly Widening[]): Membership<ScoredPair> =>
  membership(catalog, admits, widen, (study) => scoredPairs(study, admits));

export const changeMembers = (catalog: Catalog, { admits }: Of<"change">, widen: readonly Widening[]): Membership<ChangeOutcome> =>
  membership(catalog, admits, widen, (study) => changes(study, admits));

export const proportionMembers = (catalog: Catalog, { admits }: Of<"proportion">, widen: readonly Widening[]): Membership<EventsOutcome> =>
  membership(catalog, admits, widen, (study) => counts(study, admits));

/** Any study with the intervention in the population: what a question that nothing answers waits for. */
export function awaitedMembers(catalog: Catalog, { admits }: Of<"nothing-direct">, widen: readonly Widening[]): Membership<true> {
  const ways = (study: Study): Candidate<true>[] => {
    const arms = interventionArms(study, admits.intervention);
    const phase = phaseMisses(study, undefined, admits);
    if (arms.length === 0) return [{ arms: "", row: undefined, misses: [noIntervention(admits.intervention), ...phase] }];
    const misses = arms.map((arm) => [...armMisses(arm, admits.intervention), ...phase]).toSorted((a, b) => a.length - b.length)[0]!;
    return [{ arms: "", row: true, misses }];
  };
  return membership(catalog, admits, widen, ways);
}

/** Who is in a question of whatever kind. */
export function membersOf(catalog: Catalog, question: Question, widen: readonly Widening[] = []): Membership<unknown> {
  switch (question.kind) {
    case "effect":
      return isOnMeans(question) ? scoredMembers(catalog, question, widen) : countedMembers(catalog, question, widen);
    case "change":
      return changeMembers(catalog, question, widen);
    case "proportion":
      return proportionMembers(catalog, question, widen);
    case "nothing-direct":
      return awaitedMembers(catalog, question, widen);
  }
}
