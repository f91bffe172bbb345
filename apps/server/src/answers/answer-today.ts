import type { Catalog } from "@calcar/catalog";
import type { AnswerNow, StoredAnswer } from "@calcar/contract";
import { checkFacts, differences, type Facts, recommend } from "@calcar/guidance";

/** What today's knowledge says of the facts of a stored answer, as of the same day, and what a reader would see differently. */
export function answerToday(catalog: Catalog, stored: StoredAnswer): AnswerNow["today"] {
  const { facts, dropped } = readableToday(catalog, stored);
  const recommendation = recommend(catalog, { asOf: stored.asOf, side: stored.hip.side, facts });
  return {
    knowledge: catalog.version,
    sameKnowledge: catalog.version === stored.recommendation.knowledge,
    sameAnswer: recommendation.answer === stored.recommendation.answer,
    recommendation,
    differences: [...dropped, ...differences(stored.recommendation, recommendation)],
  };
}

/** A fact that today's knowledge does not know, or not with that value, is left out and said to be. */
function readableToday(catalog: Catalog, { facts, asOf }: StoredAnswer): { facts: Facts; dropped: string[] } {
  const unread = new Set(checkFacts(catalog, facts, asOf).map(({ place }) => place.replace(/^facts\./, "")));
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => !unread.has(fact))),
    dropped: [...unread].map((fact) => `Today's knowledge does not read the recorded ${fact}; it was left out.`),
  };
}
