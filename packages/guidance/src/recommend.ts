import type { Catalog } from "@calcar/catalog";
import type { AnswerText, Pathway } from "@calcar/catalog/schema";
import { decide } from "./decide.ts";
import { evidenceOn } from "./explain/evidence.ts";
import { missingFacts } from "./explain/missing.ts";
import { positionsOn } from "./explain/positions.ts";
import { reasonsFor } from "./explain/reasons.ts";
import { wouldChange } from "./explain/would-change.ts";
import { ruleBook } from "./rules/rules.ts";
import type { Evaluation, EvidenceLine, GuidelinePosition, Recommendation } from "./schema.ts";

/**
 * From an evaluation to an answer with its whole working.
 *
 * @param evaluation valid against this catalog (see `parseEvaluation`)
 * @returns the answer by precedence, every reason for and against it, what is missing, and what would change it
 */
export function recommend(catalog: Catalog, evaluation: Evaluation): Recommendation {
  const book = ruleBook(catalog);
  const decision = decide(book, evaluation.facts, evaluation.asOf);
  const { pathway } = decision.situation;
  const missing = missingFacts(book, decision);
  const text = catalog.answers.get(decision.answer);
  if (!text) throw new Error(`knowledge/answers has no text for ${decision.answer}`);
  return {
    schema: "calcar-recommendation/1",
    asOf: evaluation.asOf,
    side: evaluation.side,
    pathway,
    answer: decision.answer,
    sentence: text.sentence.en,
    meaning: text.meaning.en,
    ...reasonsFor(
      decision,
      text,
      missing.map(({ fact }) => fact),
    ),
    missing,
    wouldChange: wouldChange(book, decision),
    ...background(catalog, pathway),
    nextSteps: nextSteps(text),
    knowledge: catalog.version,
  };
}

const nextSteps = (text: AnswerText): string[] => text.nextSteps.map(({ en }) => en);

interface Background {
  readonly positions: GuidelinePosition[];
  readonly evidence: EvidenceLine[];
}
const backgrounds = new WeakMap<Catalog, Map<Pathway, Background>>();

/** Guideline positions and evidence of a pathway: the same for every hip on it, so worked out once. */
function background(catalog: Catalog, pathway: Pathway): Background {
  const known = backgrounds.get(catalog) ?? new Map<Pathway, Background>();
  backgrounds.set(catalog, known);
  const rule = catalog.pathways.get(pathway);
  const found = known.get(pathway) ?? {
    positions: positionsOn(catalog, rule?.positions),
    evidence: evidenceOn(catalog, rule?.questions ?? []),
  };
  known.set(pathway, found);
  return found;
}
