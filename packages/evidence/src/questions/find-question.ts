import type { Catalog } from "@calcar/catalog";
import { QUESTION_KINDS, type Question } from "@calcar/catalog/schema";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { searchFreshUntil } from "../freshness/due.ts";
import { membersOf } from "../members/question-members.ts";

/** A question in one line of a list. */
export interface QuestionSummary {
  readonly id: string;
  readonly kind: Question["kind"];
  readonly asks: string;
  readonly population: string;
  readonly outcome: string;
  readonly k: number; // studies
  readonly lastSearched: string;
  readonly freshUntil: string | null; // the last day on which that search is fresh; null: nobody has said how long one lasts
}

/**
 * The question of this id, in whatever case it is typed.
 *
 * @refuses not-found/question when there is none; `missing` lists the questions there are
 */
export function findQuestion(catalog: Catalog, id: string): Result<Question> {
  const wanted = id.toLowerCase();
  const question = catalog.questions.values().find((candidate) => candidate.id.toLowerCase() === wanted);
  return question ? ok(question) : refuse("not-found", "question", [...catalog.questions.keys()]);
}

/** All questions, those about effects first, each kind in the order of the catalog. */
export function listQuestions(catalog: Catalog): QuestionSummary[] {
  const all = [...catalog.questions.values()].map((question) => ({
    id: question.id,
    kind: question.kind,
    asks: question.asks.en,
    population: question.population.en,
    outcome: question.outcome.en,
    k: membersOf(catalog, question).members.length,
    lastSearched: question.lastSearched,
    freshUntil: searchFreshUntil(catalog, question.lastSearched),
  }));
  return QUESTION_KINDS.flatMap((kind) => all.filter((question) => question.kind === kind));
}
