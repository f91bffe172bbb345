import { namedTables } from "./columns.ts";
import type { GoldenFile } from "./operation.ts";
import type { GoldenQuestion } from "./question.ts";
import { type Columns, listOf } from "./survival-inputs.ts";

/** A table in which a model's terms are looked up, with the columns that the file only describes. */
export interface ModelTable {
  readonly columns: Columns;
  readonly rows: number;
  /** Source column of each derived one. */
  readonly derived: ReadonlyMap<string, string>;
}

/** The data set of the file with as many rows as the case used, and the columns its coding note derives (`ageC = age - 11`). */
export function modelTable({ dataset, expected, coding }: GoldenQuestion): ModelTable {
  const tables = namedTables(dataset as GoldenFile["dataset"]).map(({ columns }) => columns as Columns);
  const used =
    tables.find((columns) => rowsIn(columns) === expected.n) ?? tables.map(completeRows).find((columns) => rowsIn(columns) === expected.n);
  if (!used) throw new Error(`no data set has the ${expected.n} rows of the case`);
  const derived = new Map<string, string>();
  const columns: Record<string, Columns[string]> = { ...used };
  for (const [, name, source, sign, amount] of coding.matchAll(/([\w.]+)\s*=\s*([\w.]+)\s*([-+/*])\s*([\d.]+)/g)) {
    if (!columns[source!]) continue;
    columns[name!] = columns[source!]!.map((value) => shifted(Number(value), sign!, Number(amount)));
    derived.set(name!, source!);
  }
  return { columns, rows: rowsIn(used), derived };
}

const rowsIn = (columns: Columns): number => Object.values(columns)[0]?.length ?? 0;

/** Without the rows that lack a value. */
function completeRows(columns: Columns): Columns {
  const whole = Array.from({ length: rowsIn(columns) }, (_, i) => i).filter((i) =>
    Object.values(columns).every((column) => column[i] !== null),
  );
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, whole.map((i) => column[i]!)]));
}

export function shifted(value: number, sign: string, amount: number): number {
  if (sign === "-") return value - amount;
  if (sign === "+") return value + amount;
  if (sign === "^") return value ** amount;
  return sign === "/" ? value / amount : value * amount;
}

export const levelsIn = (column: Columns[string]): number => new Set(column).size;

/** The column of subjects: named by the case, else called so, else the coarsest one in which no subject has a visit twice. */
export function subjectColumn({ expected }: GoldenQuestion, table: ModelTable, visit?: string): string {
  const { columns, rows, derived } = table;
  const named = listOf<string>((expected.varcomp as { group?: unknown } | undefined)?.group)[0];
  const known = [named, "Subject", "subject", "id", "ID", "patient"].find((name) => name !== undefined && columns[name]);
  if (known) return known;
  const apart = (name: string) => new Set(columns[name]!.map((value, i) => `${value} ${columns[visit!]?.[i]}`)).size === rows;
  const found = Object.keys(columns)
    .filter((name) => visit !== undefined && name !== visit && !derived.has(name) && levelsIn(columns[name]!) < rows && apart(name))
    .toSorted((a, b) => levelsIn(columns[a]!) - levelsIn(columns[b]!))[0];
  if (!found) throw new Error("no column of subjects");
  return found;
}

/** The response: the numeric column that is neither subject nor part of the model. */
export function responseColumn(table: ModelTable, used: ReadonlySet<string>): Float64Array {
  const free = Object.keys(table.columns).filter((name) => !used.has(name) && !table.derived.has(name));
  const usual = ["distance", "y", "Reaction", "score", "value", "response", "outcome"].find((name) => free.includes(name));
  const name = usual ?? free.findLast((column) => table.columns[column]!.every((value) => typeof value === "number"));
  if (!name) throw new Error("no column is left for the response");
  return Float64Array.from(table.columns[name] as readonly number[]);
}
