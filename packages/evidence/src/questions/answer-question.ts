import type { Catalog } from "@calcar/catalog";
import type { Result } from "@calcar/vocabulary";
import { changeSeries } from "../change/change-series.ts";
import { poolQuestion } from "../effects/pool-question.ts";
import type { QuestionAnswer } from "../schema.ts";
import type { Choice } from "./choice.ts";
import { findQuestion } from "./find-question.ts";

/**
 * What the studies on file answer to a question: a pooled effect where there were control groups, the series one by one where
 * there were none.
 *
 * @param id of a question, in any case
 * @param choice methods and the studies to leave out; the methods say nothing to a change question, which is never pooled
 * @refuses not-found/question, `missing` lists those there are; as poolQuestion and changeSeries
 */
export function answerQuestion(catalog: Catalog, id: string, choice: Choice): Result<QuestionAnswer> {
  const question = findQuestion(catalog, id);
  if (!question.ok) return question;
  return question.value.kind === "effect"
    ? poolQuestion(catalog, question.value, choice)
    : changeSeries(catalog, question.value, choice.without);
}
