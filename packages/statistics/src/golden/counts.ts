import type { Table as Counts, TwoRates } from "../effect-sizes/index.ts";
import { type Columns, columnsFor, namedTables, type Row, rowsOf, wholeRow } from "./columns.ts";
import type { GoldenCase, GoldenFile } from "./operation.ts";

/** How two groups' counts are named: events and non-events, or events and group sizes. */
const TABLE_NAMES: readonly { readonly columns: Columns; readonly read: (row: Row) => Counts }[] = [
  { columns: ["ai", "bi", "ci", "di"], read: (row) => ({ ai: row.ai!, bi: row.bi!, ci: row.ci!, di: row.di! }) },
  { columns: ["tpos", "tneg", "cpos", "cneg"], read: (row) => ({ ai: row.tpos!, bi: row.tneg!, ci: row.cpos!, di: row.cneg! }) },
  {
    columns: ["ai", "n1i", "ci", "n2i"],
    read: (row) => ({ ai: row.ai!, bi: row.n1i! - row.ai!, ci: row.ci!, di: row.n2i! - row.ci! }),
  },
];

/** Two groups' counts, `undefined` for a table of which a count is missing. */
export function tablesOf(testCase: GoldenCase, file: GoldenFile): (Counts | undefined)[] {
  const columns = columnsFor(
    testCase,
    file,
    TABLE_NAMES.map((names) => names.columns),
  );
  const names = TABLE_NAMES.find((choice) => choice.columns.every((name) => Array.isArray(columns[name])))!;
  return rowsOf(columns).map((row) => (wholeRow(row, names.columns) ? names.read(row) : undefined));
}

/** The tables of which no count is missing. */
export const completeTables = (testCase: GoldenCase, file: GoldenFile): Counts[] =>
  tablesOf(testCase, file).filter((table) => table !== undefined);

/** Events and size of single groups: by name, else one arm of two, the treated one if the words say so. */
export function countsOf(testCase: GoldenCase, file: GoldenFile): ({ xi: number; ni: number } | undefined)[] {
  const treated = /treat(ed|ment) arm|treated|first arm|group 1/.test(testCase.call ?? "");
  const arms = treated ? ["ai", "n1i"] : ["ci", "n2i"];
  const choices: Columns[] = [["xi", "ni"], arms];
  const columns = columnsFor(testCase, file, choices);
  const names = choices.find((choice) => choice.every((name) => Array.isArray(columns[name])))!;
  return rowsOf(columns).map((row) => (wholeRow(row, names) ? { xi: row[names[0]!]!, ni: row[names[1]!]! } : undefined));
}

const RATES: Columns = ["x1i", "t1i", "x2i", "t2i"];

/** Events and person-time of two groups. */
export function ratesOf(testCase: GoldenCase, file: GoldenFile): (TwoRates | undefined)[] {
  return rowsOf(columnsFor(testCase, file, [RATES])).map((row) =>
    wholeRow(row, RATES) ? { x1: row.x1i!, t1: row.t1i!, x2: row.x2i!, t2: row.t2i! } : undefined,
  );
}

export const completeRates = (testCase: GoldenCase, file: GoldenFile): TwoRates[] =>
  ratesOf(testCase, file).filter((rates) => rates !== undefined);

/** Events and person-time of single groups: by name, else one arm of two, the treated one unless the words say control. */
export function personTimeOf(testCase: GoldenCase, file: GoldenFile): { xi: number; ti: number }[] {
  const control = /control|second (arm|group)|group 2/.test(testCase.call ?? "");
  const choices: Columns[] = [["xi", "ti"], control ? ["x2i", "t2i"] : ["x1i", "t1i"]];
  const columns = columnsFor(testCase, file, choices);
  const names = choices.find((choice) => choice.every((name) => Array.isArray(columns[name])))!;
  return rowsOf(columns).flatMap((row) => (wholeRow(row, names) ? [{ xi: row[names[0]!]!, ti: row[names[1]!]! }] : []));
}

/** Both arms of a design as rows of the named columns: the treated arm comes first, as in the file unless a name says control. */
export function armsOf(file: GoldenFile, columns: Columns): Row[][] {
  const isControl = ({ name }: { name: string }) => /^(c$|ct|con|placebo|untreated)/i.test(name);
  return namedTables(file.dataset)
    .filter((table) => columns.every((name) => Array.isArray(table.columns[name])))
    .toSorted((a, b) => Number(isControl(a)) - Number(isControl(b)))
    .map((arm) => rowsOf(arm.columns));
}
