import { catalog } from "@calcar/catalog/testing";
import { answerQuestion } from "../questions/answer-question.ts";
import { type Choice, FIRST_SHOWN } from "../questions/choice.ts";
import type { ChangeSeries, NothingDirect, Pooled, ProportionAnswer } from "../schema.ts";

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

/** The answer to a proportion question of the repository's own knowledge. */
export function proportionOf(id: string, choice: Partial<Choice> = {}): ProportionAnswer {
  const answer = answered(id, choice);
  if (answer.kind !== "proportion") throw new Error(`${id} is no proportion question`);
  return answer;
}

/** The answer to a question of the repository's own knowledge that no study answers. */
export function nothingOn(id: string): NothingDirect {
  const answer = answered(id);
  if (answer.kind !== "nothing-direct") throw new Error(`${id} has an answer`);
  return answer;
}
