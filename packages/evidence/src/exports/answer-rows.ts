import type { Catalog } from "@calcar/catalog";
import type { Outcome, Question, Study } from "@calcar/catalog/schema";
import { effectMembers } from "../effects/effect-row.ts";
import { proportionMembers } from "../members/question-members.ts";
import { studyOf } from "../questions/chosen-rows.ts";
import { findQuestion } from "../questions/find-question.ts";
import type { ChangeRow, ChangeSeries, Pooled, PooledStudy, ProportionAnswer, ProportionRow, QuestionAnswer } from "../schema.ts";

/** A row of an answer with the study and the printed outcomes that it was made from, intervention first. */
export interface AnswerRow<Shown = PooledStudy | ChangeRow | ProportionRow> {
  readonly study: Study;
  readonly outcomes: readonly Outcome[];
  readonly shown: Shown;
}

/** The question that an answer of this catalog answers. */
export function questionOf(catalog: Catalog, { question }: Pick<QuestionAnswer, "question">): Question {
  const found = findQuestion(catalog, question);
  if (!found.ok) throw new Error(`the catalog has no question ${question}`);
  return found.value;
}

export function effectRows(catalog: Catalog, answer: Pooled): AnswerRow<PooledStudy>[] {
  const question = questionOf(catalog, answer);
  if (question.kind !== "effect") throw new Error(`${question.id} is no effect question`);
  const { members } = effectMembers(catalog, question, answer.widened);
  return answer.studies.map((shown) => {
    const member = members.find(({ study }) => study.id === shown.id);
    if (!member) throw new Error(`${shown.id} is not in ${question.id}`);
    return { study: member.study, outcomes: member.row.outcomes, shown };
  });
}

export function changeRows(catalog: Catalog, answer: ChangeSeries): AnswerRow<ChangeRow>[] {
  return answer.series.map((shown) => {
    const study = studyOf(catalog, shown.id);
    return { study, outcomes: study.outcomes.filter(({ id }) => id === shown.outcome), shown };
  });
}

export function proportionRows(catalog: Catalog, answer: ProportionAnswer): AnswerRow<ProportionRow>[] {
  const question = questionOf(catalog, answer);
  if (question.kind !== "proportion") throw new Error(`${question.id} is no proportion question`);
  const members = proportionMembers(catalog, question, answer.widened).members.filter(({ study }) => !answer.without.includes(study.id));
  if (members.length !== answer.studies.length) throw new Error(`${question.id} is answered from another catalog`);
  return answer.studies.map((shown, i) => ({ study: members[i]!.study, outcomes: [members[i]!.row], shown }));
}

/** The rows of an answer of any kind; none where no study answers. */
export function answerRows(catalog: Catalog, answer: QuestionAnswer): AnswerRow[] {
  switch (answer.kind) {
    case "effect":
      return effectRows(catalog, answer);
    case "change":
      return changeRows(catalog, answer);
    case "proportion":
      return proportionRows(catalog, answer);
    case "nothing-direct":
      return [];
  }
}
