import { toRows } from "../numerics/matrix.ts";
import type { GroupLabel } from "../survival/follow-up.ts";
import { logRank, type RankTest } from "../survival/log-rank.ts";
import { namedTables, ranked, type Table } from "./columns.ts";
import { byLabel } from "./grouping.ts";
import { unwrap } from "./meta.ts";
import type { GoldenCase, GoldenFile } from "./operation.ts";
import type { GoldenAnswer } from "./question.ts";
import { columnOf } from "./survival-inputs.ts";

const TIMES = ["time", "futime", "et", "days", "stop", "years", "months", "survtime", "ftime", "t"];
const EVENTS = ["status", "ev", "fustat", "event", "death", "dead", "delta", "cens", "censor", "d"];

/** Op `logrank`: the model is named in words, `group` or `group-strat-stratum`, over a data set of the file. */
export function logrank(testCase: GoldenCase, file: GoldenFile): GoldenAnswer {
  const [group, stratum] = String(testCase.args.model).split("-strat-");
  const words = [group!, ...(stratum ? [stratum] : [])];
  const table = tableWith(testCase, file, words);
  const chosen = [TIMES, EVENTS].map((names) => columnNamed(table, names));
  const [groups, strata] = words.map((word) => columnMeant(table, word)!);
  const rows = groups!.map((_, i) => i).filter((i) => [groups!, strata, ...chosen].every((column) => column?.[i] !== null));
  const take = <T>(column: readonly unknown[]) => rows.map((i) => column[i]! as T);
  const data = {
    time: columnOf(take(chosen[0]!)),
    status: eventsOf(take(chosen[1]!)),
    group: take<GroupLabel>(groups!),
    ...(strata && { strata: take<GroupLabel>(strata) }),
  };
  return inOrder(unwrap(logRank(data, Number(testCase.args.rho))), testCase);
}

/** Events as 0 and 1, also when they are written as 1 and 2. */
function eventsOf(column: readonly number[]): Float64Array {
  const twos = column.includes(2) && !column.includes(0);
  return Float64Array.from(column, (value) => (twos ? value - 1 : Number(value)));
}

/** Groups have no names in the answer and stand in an order of their own: the observed events show which is which. */
function inOrder(test: RankTest, { expected }: GoldenCase): GoldenAnswer {
  const left = test.groups.map((_, i) => i).toSorted((a, b) => byLabel(test.groups[a]!, test.groups[b]!));
  const order = (expected.observed as readonly number[]).flatMap((said) => {
    const nearest = left.toSorted((a, b) => Math.abs(test.observed[a]! - said) - Math.abs(test.observed[b]! - said))[0];
    return nearest === undefined ? [] : left.splice(left.indexOf(nearest), 1);
  });
  const variance = toRows(test.variance);
  return {
    chisq: test.chisq,
    df: test.df,
    pval: test.p,
    observed: order.map((i) => test.observed[i]),
    expected: order.map((i) => test.expected[i]),
    var: order.map((i) => order.map((j) => variance[i]![j])),
  };
}

/** The column a word stands for: its own name, or a name that has the word as a part or a beginning (`ph.ecog`, `celltype`). */
function columnMeant(table: Table, word: string): readonly unknown[] | undefined {
  const names = Object.keys(table);
  const wanted = word.toLowerCase();
  const same = names.find((name) => name.toLowerCase() === wanted);
  const part = names.find((name) => name.toLowerCase().split(/[._-]/).includes(wanted));
  const start = names.find((name) => name.toLowerCase().startsWith(wanted) || wanted.startsWith(name.toLowerCase()));
  const found = same ?? part ?? start;
  return found === undefined ? undefined : table[found];
}

/** The first of the names that the table has; for events one with two values at most, if there is one. */
function columnNamed(table: Table, names: readonly string[]): readonly unknown[] | undefined {
  const columns = names.map((name) => table[name]).filter((column) => Array.isArray(column));
  const twoValued = (column: readonly unknown[]) => new Set(column.filter((value) => value !== null)).size <= 2;
  return names === EVENTS ? (columns.find(twoValued) ?? columns[0]) : columns[0];
}

function tableWith(testCase: GoldenCase, file: GoldenFile, words: readonly string[]): Table {
  const fits = (table: Table) =>
    words.every((word) => columnMeant(table, word)) && columnNamed(table, TIMES) !== undefined && columnNamed(table, EVENTS) !== undefined;
  const found = ranked(testCase, namedTables(file.dataset)).find(fits);
  if (!found) throw new Error(`no data set of ${file.id} has times, events and ${words.join(", ")}`);
  return found;
}
