import type { Catalog } from "@calcar/catalog";
import type { Result } from "@calcar/vocabulary";
import { changeSeries } from "../change/change-series.ts";
import { poolQuestion } from "../effects/pool-question.ts";
import { unanswered } from "../nothing/unanswered.ts";
import { proportionAnswer } from "../proportion/proportion-answer.ts";
import type { QuestionAnswer } from "../schema.ts";
import type { Choice } from "./choice.ts";
import { findQuestion } from "./find-question.ts";

/**
 * What the studies on file answer to a question: a pooled effect where there were control groups; the series one by one, or how
 * often something happened, where there were none; and where no study fits, that none does, with those that come nearest.
 *
 * @param id of a question, in any case
 * @param choice methods, the studies to leave out, and what to let in besides; a change is never pooled, so no method applies to it
 * @refuses not-found/question, `missing` lists those there are; as poolQuestion, proportionAnswer, changeSeries and unanswered
 */
export function answerQuestion(catalog: Catalog, id: string, choice: Choice): Result<QuestionAnswer> {
  const found = findQuestion(catalog, id);
  if (!found.ok) return found;
  const question = found.value;
  switch (question.kind) {
    case "effect":
      return poolQuestion(catalog, question, choice);
    case "proportion":
      return proportionAnswer(catalog, question, choice);
    case "change":
      return changeSeries(catalog, question, choice);
    case "nothing-direct":
      return unanswered(catalog, question, choice);
  }
}
