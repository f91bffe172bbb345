import { proportionEffects } from "../effect-sizes/index.ts";
import type { MultivariateRequest } from "../multilevel/index.ts";
import { rowCount, type Table, tablesFor } from "./columns.ts";
import { completeTables } from "./counts.ts";
import { byLabel, type Labels, moderatorsOf } from "./grouping.ts";
import { unwrap } from "./meta.ts";
import { complete, type GoldenCase, type GoldenFile } from "./operation.ts";

type Outcomes = Omit<MultivariateRequest, "method">;

/** Several effects per study: rows with their outcome, else the log odds of both arms of each trial. */
export function outcomesOf(testCase: GoldenCase, file: GoldenFile): Outcomes {
  const table = tablesFor(testCase, file).find((columns) => columns.yi && columns.vi && columns.outcome);
  return table ? ofRows(testCase, table) : ofArms(testCase, file);
}

/** The moderators that the words name and the estimates have room for: as they are, less a number (`year - 1983`), or about their mean. */
function slopesOf(testCase: GoldenCase, table: Table, outcomes: number): number[][] {
  const said = testCase.expected.estimate;
  const count = Array.isArray(said) ? said.length / outcomes - 1 : 0;
  const shift = /(-|minus|centred at|centered at|about) (\d+(?:\.\d+)?)/.exec(testCase.call ?? "")?.[2];
  return moderatorsOf(testCase, table, count).map((column) => column.map((value) => value - Number(shift ?? 0)));
}

/** Outcomes in the order of their names; the sampling covariances of a study stand in the columns v1i, v2i ... of its rows. */
function ofRows(testCase: GoldenCase, table: Table): Outcomes {
  const outcome = table.outcome as Labels;
  const order = Array.from(outcome.keys()).toSorted((a, b) => byLabel(outcome[a]!, outcome[b]!) || a - b);
  const study = studyColumn(table, outcome);
  const take = <T>(column: readonly T[]): T[] => order.map((row) => column[row]!);
  return {
    yi: take(complete(table.yi)),
    vi: take(complete(table.vi)),
    study: take(study),
    outcome: take(outcome),
    moderators: slopesOf(testCase, table, new Set(outcome).size).map(take),
    covariances: covariancesOf(table, study).map(({ i, j, value }) => ({ i: order.indexOf(i), j: order.indexOf(j), value })),
  };
}

/** The first column in which no study has an outcome twice and which makes groups all the same. */
function studyColumn(table: Table, outcome: Labels): Labels {
  const rows = rowCount(table);
  const found = Object.entries(table).find(([name, labels]) => {
    const pairs = new Set(outcome.map((one, i) => `${labels[i]} ${one}`));
    return !["yi", "vi", "outcome"].includes(name) && pairs.size === rows && new Set(labels).size < rows;
  });
  if (!found) throw new Error("no column tells the studies apart");
  return found[1] as Labels;
}

/** In each study the n-th row's column vmi is its covariance with the m-th row. */
function covariancesOf(table: Table, study: Labels): { i: number; j: number; value: number }[] {
  if (!table.v1i || !table.v2i) return [];
  return [...Map.groupBy(study.keys(), (row) => study[row]!).values()].flatMap((rows) =>
    rows.flatMap((i, n) => rows.slice(0, n).map((j, m) => ({ i, j, value: Number(table[`v${m + 1}i`]![i]) }))),
  );
}

/** Log odds, control first. */
function ofArms(testCase: GoldenCase, file: GoldenFile): Outcomes {
  const tables = completeTables(testCase, file);
  const arms = [tables.map(({ ci, di }) => ({ xi: ci, ni: ci + di })), tables.map(({ ai, bi }) => ({ xi: ai, ni: ai + bi }))];
  const effects = arms.flatMap((counts) => unwrap(proportionEffects("PLO", counts, { add: 0.5, to: "only0" })));
  return {
    yi: effects.map((effect) => effect?.yi),
    vi: effects.map((effect) => effect?.vi),
    study: [...tables.keys(), ...tables.keys()],
    outcome: arms.flatMap((counts, arm) => counts.map(() => arm)),
  };
}
