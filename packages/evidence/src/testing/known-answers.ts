import { catalog } from "@calcar/catalog/testing";
import { answerQuestion } from "../questions/answer-question.ts";
import { type Choice, FIRST_SHOWN } from "../questions/choice.ts";
import type { ChangeSeries, Pooled } from "../schema.ts";

function answered(id: string, choice: Partial<Choice> = {}) {
  const answer = answerQuestion(catalog, id, { ...FIRST_SHOWN, ...choice });
  if (!answer.ok) throw new Error(`${id}: ${answer.refusal.code}`);
  return { ...answer.value, knowledge: "0000000000000000" }; // a picture does not change because some other fact did
}

/** The pooled answer to a question of the repository's own knowledge, for the tests of other rooms. */
export function pooledOf(id: string, choice: Partial<Choice> = {}): Pooled {
  const answer = answered(id, choice);
  if (answer.kind !== "effect") throw new Error(`${id} is no effect question`);
  return answer;
}

/** The series of a change question of the repository's own knowledge. */
export function seriesOf(id: string): ChangeSeries {
  const answer = answered(id);
  if (answer.kind !== "change") throw new Error(`${id} is no change question`);
  return answer;
}
