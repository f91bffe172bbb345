import { type GoldenCase, type GoldenFile, type GoldenTable, numbers } from "./operation.ts";

/** Column names that must be there together. */
export type Columns = readonly string[];

export type Table = Readonly<Record<string, readonly unknown[]>>;

/** One row of the numeric columns; a value that is missing or text is not there. */
export type Row = Readonly<Record<string, number>>;

/**
 * The columns a case is about, when its words leave the choice open: its own input or arguments if they fit, else the data set of
 * the file that has the columns, else another input of the file. Of several the one with as many rows as the answer has, then the
 * one whose name is most like the case's id.
 */
export function columnsFor(testCase: GoldenCase, file: GoldenFile, choices: readonly Columns[]): Table {
  const found = tablesFor(testCase, file).find((table) => choices.some((names) => hasAll(table, names)));
  if (!found) throw new Error(`no data set of ${file.id} has the columns of ${testCase.id}`);
  return found;
}

/** Every table a case may be about, the likeliest first. */
export function tablesFor(testCase: GoldenCase, file: GoldenFile): Table[] {
  const input = testCase.input === undefined ? undefined : file.inputs?.[testCase.input];
  const own = [input, testCase.args].filter((table) => table !== undefined) as Table[];
  const inputs = Object.entries(file.inputs ?? {}).map(([name, columns]) => ({ name, columns: columns as Table }));
  return [...own, ...ranked(testCase, namedTables(file.dataset)), ...ranked(testCase, inputs)];
}

const hasAll = (table: Table, names: Columns): boolean => names.every((name) => Array.isArray(table[name]));

interface NamedTable {
  readonly name: string;
  readonly columns: Table;
}

/** Tables by their likeness to a case. */
export function ranked(testCase: GoldenCase, tables: readonly NamedTable[]): Table[] {
  const rows = rowsOfAnswer(testCase);
  const words = testCase.id.toLowerCase().split("-").slice(0, 2);
  const likeness = (name: string) => Math.max(...words.map((word) => sharedLength(word, name.toLowerCase())));
  const fits = ({ columns }: NamedTable) => (rows !== undefined && rowCount(columns) === rows ? 1 : 0);
  return tables.toSorted((a, b) => fits(b) - fits(a) || likeness(b.name) - likeness(a.name)).map(({ columns }) => columns);
}

/** How many rows the answer has, where it has one value per row. */
function rowsOfAnswer({ expected, args }: GoldenCase): number | undefined {
  if (args.rows !== undefined) return undefined; // a choice of rows
  return Array.isArray(expected.yi) ? expected.yi.length : typeof expected.k === "number" ? expected.k : undefined;
}

export const rowCount = (table: Table): number =>
  Math.max(
    ...Object.values(table)
      .filter((column) => Array.isArray(column))
      .map(({ length }) => length),
  );

function sharedLength(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** The tables of a data set, named or not. */
export function namedTables(dataset: GoldenFile["dataset"]): NamedTable[] {
  if (!dataset) return [];
  if (isTable(dataset)) return [{ name: dataset.name ?? "", columns: dataset.columns }];
  return Object.entries(dataset).flatMap(([name, table]) => (table?.columns ? [{ name, columns: table.columns }] : []));
}

const isTable = (dataset: NonNullable<GoldenFile["dataset"]>): dataset is GoldenTable =>
  "columns" in dataset && !("columns" in (dataset.columns as object));

/** Rows of the numeric columns; text and missing values are left out. */
export function rowsOf(table: Table): Row[] {
  const entries = Object.entries(table).filter(([, column]) => Array.isArray(column));
  return Array.from({ length: rowCount(table) }, (_, i) =>
    Object.fromEntries(
      entries.flatMap(([name, column]) => {
        const value = numbers(column)[i];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

/** Answers for the rows that lack none of the named values, `undefined` in the place of the others. */
export function overComplete<In, Out>(
  rows: readonly (In | undefined)[],
  compute: (complete: readonly In[]) => readonly Out[],
): (Out | undefined)[] {
  const answers = compute(rows.filter((row) => row !== undefined)).values();
  return rows.map((row) => (row === undefined ? undefined : answers.next().value));
}

/** The row if all the named values are there. */
export const wholeRow = (row: Row, names: Columns): Row | undefined => (names.every((name) => row[name] !== undefined) ? row : undefined);
