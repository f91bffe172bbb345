import { toRows } from "../numerics/matrix.ts";
import { logRank } from "../survival/log-rank.ts";
import { unwrap } from "./meta.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { type Columns, columnOf } from "./survival-inputs.ts";

/** Columns that the words of a case's model stand for, first match in the data set. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  ecog: ["ph.ecog", "ecog.ps", "ecog"],
  cell: ["celltype", "cell"],
};
const TIMES = ["time", "futime", "et", "days", "stop"];
const EVENTS = ["ev", "status", "fustat", "death", "event", "dead", "delta"];

/** Op `logrank`: the model is named in words, `group` or `group-strat-stratum`, over a data set of the file. */
export function logrank(question: GoldenQuestion): GoldenAnswer {
  const [group, stratum] = String(question.args.model).split("-strat-");
  const columns = columnsFor(question, [group!, ...(stratum ? [stratum] : [])]);
  const find = (names: readonly string[]) => names.map((name) => columns[name]).find((column) => column !== undefined);
  const groupColumn = find(meant(group!))!;
  const strataColumn = stratum ? find(meant(stratum))! : undefined;
  const rows = groupColumn.map((_, i) => i).filter((i) => groupColumn[i] !== null && strataColumn?.[i] !== null);
  const take = <T>(column: readonly T[]) => rows.map((i) => column[i]!);
  const test = unwrap(
    logRank(
      {
        time: columnOf(take(find(TIMES)!)),
        status: columnOf(take(find(EVENTS)!)),
        group: take(groupColumn) as (string | number)[],
        ...(strataColumn && { strata: take(strataColumn) as (string | number)[] }),
      },
      Number(question.args.rho),
    ),
  );
  const { chisq, df, p, observed, expected, variance } = test;
  return { chisq, df, pval: p, observed, expected, var: toRows(variance) };
}

const meant = (word: string): readonly string[] => [word, ...(MEANT[word] ?? [])];

function columnsFor({ dataset }: GoldenQuestion, words: readonly string[]): Columns {
  const sets = dataset.columns ? [dataset] : Object.values(dataset);
  for (const { columns } of sets as readonly { columns: Columns }[]) {
    if (words.every((word) => meant(word).some((name) => columns[name] !== undefined))) return columns;
  }
  throw new Error(`no data set with ${words.join(", ")}`);
}
