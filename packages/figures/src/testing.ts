import { catalog } from "@calcar/catalog/testing";
import { answerQuestion, type ChangeSeries, type Choice, FIRST_SHOWN, type Pooled } from "@calcar/evidence";

function answered(id: string, choice: Partial<Choice> = {}) {
  const answer = answerQuestion(catalog, id, { ...FIRST_SHOWN, ...choice });
  if (!answer.ok) throw new Error(`${id}: ${answer.refusal.code}`);
  return { ...answer.value, knowledge: "0000000000000000" }; // a picture does not change because some other fact did
}

export function pooledOf(id: string, choice: Partial<Choice> = {}): Pooled {
  const answer = answered(id, choice);
  if (answer.kind !== "effect") throw new Error(`${id} is no effect question`);
  return answer;
}

export function seriesOf(id: string): ChangeSeries {
  const answer = answered(id);
  if (answer.kind !== "change") throw new Error(`${id} is no change question`);
  return answer;
}
