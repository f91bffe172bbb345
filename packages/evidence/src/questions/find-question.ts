import type { Catalog } from "@calcar/catalog";
import type { Question } from "@calcar/catalog/schema";
import { ok, type Result, refuse } from "@calcar/vocabulary";

/** A question in one line of a list. */
export interface QuestionSummary {
  readonly id: string;
  readonly kind: Question["kind"];
  readonly asks: string;
  readonly population: string;
  readonly outcome: string;
  readonly k: number; // studies
  readonly lastSearched: string;
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

/** All questions, controlled ones first, each in the order of the catalog. */
export function listQuestions(catalog: Catalog): QuestionSummary[] {
  const all = [...catalog.questions.values()].map((question) => ({
    id: question.id,
    kind: question.kind,
    asks: question.asks.en,
    population: question.population.en,
    outcome: question.outcome.en,
    k: new Set(question.rows.map(({ study }) => study)).size,
    lastSearched: question.lastSearched,
  }));
  return [...all.filter(({ kind }) => kind === "effect"), ...all.filter(({ kind }) => kind === "change")];
}
