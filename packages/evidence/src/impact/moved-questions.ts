import type { Catalog } from "@calcar/catalog";
import type { Question } from "@calcar/catalog/schema";
import { membersOf } from "../members/question-members.ts";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import type { QuestionAnswer } from "../schema.ts";

/** The one number of an answer, as far as its kind has one. */
export interface Estimate {
  readonly measure: string; // "RR", "MD", "proportion", "change": a change has no pooled number
  readonly k: number;
  readonly n: number | null;
  readonly estimate: number | null;
  readonly ci: readonly [number, number] | null;
  readonly certainty: string | null;
}

/** What a question says with and without one study. */
export interface MovedQuestion {
  readonly id: string;
  readonly kind: Question["kind"];
  readonly asks: string;
  readonly with: Estimate | null; // null: refused
  readonly without: Estimate | null;
  readonly refused: string | null; // why there is no answer without it: "incomplete/no-studies"
}

/** The questions that hold a study, each with its answer as it is first shown and the same without the study. */
export function movedQuestions(catalog: Catalog, study: string): MovedQuestion[] {
  return [...catalog.questions.values()]
    .filter((question) => membersOf(catalog, question).members.some((member) => member.study.id === study))
    .map((question) => {
      const whole = answerQuestion(catalog, question.id, FIRST_SHOWN);
      const rest = answerQuestion(catalog, question.id, { ...FIRST_SHOWN, without: [study] });
      const refusal = rest.ok ? undefined : rest.refusal;
      return {
        id: question.id,
        kind: question.kind,
        asks: question.asks.en,
        with: whole.ok ? estimateOf(whole.value) : null,
        without: rest.ok ? estimateOf(rest.value) : null,
        refused: refusal ? `${refusal.kind}/${refusal.code}` : null,
      };
    });
}

function estimateOf(answer: QuestionAnswer): Estimate {
  const { k, n } = answer;
  switch (answer.kind) {
    case "effect":
      return { measure: answer.measure, k, n, estimate: answer.estimate, ci: answer.ci, certainty: answer.certainty.level };
    case "proportion": {
      const { pooled, certainty } = answer;
      return { measure: "proportion", k, n, estimate: pooled?.estimate ?? null, ci: pooled?.ci ?? null, certainty: certainty.level };
    }
    case "change":
      return { measure: "change", k, n, estimate: null, ci: null, certainty: answer.certainty.level };
    case "nothing-direct":
      return { measure: "none", k, n, estimate: null, ci: null, certainty: null };
  }
}
