import { type GoldenCase, type GoldenFile, type GoldenTable, numbers } from "./operation.ts";

/** Column names that must be there together. */
export type Columns = readonly string[];

type Table = Readonly<Record<string, readonly unknown[]>>;

/**
 * The columns a case is about, when its words leave the choice open: its own input or arguments if they fit, else the data set of
 * the file that has the columns, the one whose name the case's id begins with where several do.
 */
export function columnsFor(testCase: GoldenCase, file: GoldenFile, choices: readonly Columns[]): Table {
  const input = testCase.input === undefined ? undefined : file.inputs?.[testCase.input];
  const own = [input, testCase.args].filter((table) => table !== undefined) as Table[];
  const found = [...own, ...byName(testCase, file)].find((table) => choices.some((names) => hasAll(table, names)));
  if (!found) throw new Error(`no data set of ${file.id} has the columns of ${testCase.id}`);
  return found;
}

const hasAll = (table: Table, names: Columns): boolean => names.every((name) => Array.isArray(table[name]));

/** The file's tables, first those whose name shares the longest beginning with a word of the case's id. */
function byName(testCase: GoldenCase, file: GoldenFile): Table[] {
  const words = testCase.id.toLowerCase().split("-").slice(0, 2);
  const likeness = (name: string) => Math.max(...words.map((word) => sharedLength(word, name.toLowerCase())));
  return [...tablesOf(file)].sort((a, b) => likeness(b.name) - likeness(a.name)).map(({ columns }) => columns);
}

function sharedLength(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function tablesOf({ dataset }: GoldenFile): { name: string; columns: Table }[] {
  if (!dataset) return [];
  if (isTable(dataset)) return [{ name: dataset.name ?? "", columns: dataset.columns }];
  return Object.entries(dataset).flatMap(([name, table]) => (table?.columns ? [{ name, columns: table.columns }] : []));
}

const isTable = (dataset: NonNullable<GoldenFile["dataset"]>): dataset is GoldenTable =>
  "columns" in dataset && !("columns" in (dataset.columns as object));

/** Rows of the numeric columns; text and missing values are left out. */
export function rowsOf(table: Table): Readonly<Record<string, number>>[] {
  const entries = Object.entries(table).filter(([, column]) => Array.isArray(column));
  const length = Math.max(...entries.map(([, column]) => column.length));
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(
      entries.flatMap(([name, column]) => {
        const value = numbers(column)[i];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}
