import { type Spell, stateProbabilities } from "../survival/multistate.ts";
import { namedTables } from "./columns.ts";
import { unwrap } from "./meta.ts";
import type { GoldenFile } from "./operation.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { type Columns, columnOf, listOf } from "./survival-inputs.ts";

/** What each column is called: subject, start, end and the number of the state entered at the end, 0 for none. */
const NAMES = {
  subject: ["id", "subject", "patient", "pt", "pat", "ID"],
  entry: ["t1", "start", "tstart", "entry", "from"],
  time: ["t2", "stop", "tstop", "end", "exit", "to", "time"],
  state: ["st", "state", "event", "endpoint", "status", "trans"],
} as const;

/** Op `multistate`: the rows of one subject follow one another. */
export function multistate(question: GoldenQuestion): GoldenAnswer {
  const states = listOf<string>(question.expected.states);
  const columns = historyOf(question);
  const named = (names: readonly string[]) => columnNamed(columns, names);
  const time = columnOf(named(NAMES.time));
  const entry = columnOf(named(NAMES.entry));
  const subject = named(NAMES.subject)!;
  const entered = enteredStates(named(NAMES.state)!, states);
  const held = new Map<unknown, string>();
  const spells = Array.from(time, (end, i): Spell => {
    const from = held.get(subject[i]) ?? states[0]!;
    const to = entered[i];
    if (to !== undefined) held.set(subject[i], to);
    return { subject: String(subject[i]), from, entry: entry[i]!, time: end, ...(to !== undefined && { to }) };
  });
  const result = unwrap(stateProbabilities(spells, states));
  return { states, time: Array.from(result.time), pstate: result.probability.map((line) => Array.from(line)) };
}

const columnNamed = (columns: Columns, names: readonly string[]) =>
  names.map((name) => columns[name]).find((column) => column !== undefined);

/** The case's own columns, else the data set that tells subjects, times and states. */
function historyOf({ input, dataset }: GoldenQuestion): Columns {
  const tables = [
    ...(input ? [input as Columns] : []),
    ...namedTables(dataset as GoldenFile["dataset"]).map(({ columns }) => columns as Columns),
  ];
  const needed = [NAMES.subject, NAMES.entry, NAMES.time, NAMES.state];
  const found = tables.find((columns) => needed.every((names) => columnNamed(columns, names)));
  if (!found) throw new Error("no data set tells subjects, times and states");
  return found;
}

/** States by number or by name; none for 0 and for words that are no state. */
const enteredStates = (column: readonly (number | string | null)[], states: readonly string[]): (string | undefined)[] =>
  column.map((value) =>
    typeof value === "number" ? (value > 0 ? states[value] : undefined) : states.slice(1).find((name) => name === value),
  );
