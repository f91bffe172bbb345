import { type Spell, stateProbabilities } from "../survival/multistate.ts";
import { unwrap } from "./meta.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { columnOf, datasetColumns, listOf } from "./survival-inputs.ts";

/** Op `multistate`: rows of one subject follow one another; `st` is the number of the state entered at `t2`, 0 for none. */
export function multistate(question: GoldenQuestion): GoldenAnswer {
  const states = listOf<string>(question.expected.states);
  const { id, t1, t2, st } = datasetColumns(question, ["id", "t1", "t2", "st"]);
  const entry = columnOf(t1);
  const time = columnOf(t2);
  const entered = columnOf(st);
  const held = new Map<unknown, string>();
  const spells = Array.from(entry, (start, i): Spell => {
    const from = held.get(id![i]) ?? states[0]!;
    const to = entered[i]! > 0 ? states[entered[i]!] : undefined;
    if (to !== undefined) held.set(id![i], to);
    return { subject: String(id![i]), from, entry: start, time: time[i]!, ...(to !== undefined && { to }) };
  });
  const result = unwrap(stateProbabilities(spells, states));
  return { states, time: Array.from(result.time), pstate: result.probability.map((line) => Array.from(line)) };
}
