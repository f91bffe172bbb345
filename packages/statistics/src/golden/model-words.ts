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
  const sets = (dataset.columns ? [dataset] : Object.values(dataset)) as readonly { columns: Columns; n_rows?: number }[];
  const rowsIn = ({ columns, n_rows }: { columns: Columns; n_rows?: number }) => n_rows ?? Object.values(columns)[0]!.length;
  const used = sets.find((set) => rowsIn(set) === expected.n) ?? sets[0]!;
  const derived = new Map<string, string>();
  const columns: Record<string, readonly (number | string | null)[]> = { ...used.columns };
  for (const [, name, source, sign, amount] of coding.matchAll(/([\w.]+)\s*=\s*([\w.]+)\s*([-+/*])\s*([\d.]+)/g)) {
    if (!columns[source!]) continue;
    columns[name!] = columns[source!]!.map((value) => shifted(Number(value), sign!, Number(amount)));
    derived.set(name!, source!);
  }
  return { columns, rows: rowsIn(used), derived };
}

function shifted(value: number, sign: string, amount: number): number {
  if (sign === "-") return value - amount;
  if (sign === "+") return value + amount;
  return sign === "/" ? value / amount : value * amount;
}

/** One fixed-effect column per coefficient name, read as R writes them: `(Intercept)`, `age`, `SexFemale`, `SexFemale:visit10`. */
export function designOf(question: GoldenQuestion, table: ModelTable): { fixed: Record<string, Float64Array>; sources: Set<string> } {
  const sources = new Set<string>();
  const fixed: Record<string, Float64Array> = {};
  for (const name of listOf<string>(question.expected.coef_names)) {
    const atoms = name.split(":").map((atom) => atomColumn(atom, table, sources));
    fixed[name] = Float64Array.from({ length: table.rows }, (_, i) => atoms.reduce((product, column) => product * column[i]!, 1));
  }
  return { fixed, sources };
}

function atomColumn(atom: string, table: ModelTable, sources: Set<string>): Float64Array {
  if (atom === "(Intercept)") return new Float64Array(table.rows).fill(1);
  const plain = table.columns[atom];
  if (plain) {
    sources.add(table.derived.get(atom) ?? atom);
    return Float64Array.from(plain as readonly number[]);
  }
  const [source, level] = factorLevel(atom, table);
  sources.add(source);
  return Float64Array.from(table.columns[source]!, (value) => (String(value) === level ? 1 : 0));
}

/** A factor's column and level: the column's name is a start of the atom, or the level is a number that some column holds. */
function factorLevel(atom: string, { columns }: ModelTable): [source: string, level: string] {
  const named = Object.keys(columns).find(
    (name) => atom.startsWith(name) && columns[name]!.some((value) => String(value) === atom.slice(name.length)),
  );
  if (named) return [named, atom.slice(named.length)];
  const level = /[-\d.]+$/.exec(atom)?.[0] ?? "";
  const holding = Object.keys(columns).find((name) => columns[name]!.some((value) => typeof value === "number" && String(value) === level));
  if (!holding) throw new Error(`no column holds the level of ${atom}`);
  return [holding, level];
}

/** The column of subjects, named by the case or the usual words. */
export function subjectColumn({ expected }: GoldenQuestion, { columns }: ModelTable): string {
  const named = listOf<string>((expected.varcomp as { group?: unknown } | undefined)?.group)[0];
  const found = [named, "Subject", "subject", "id", "ID", "patient"].find((name) => name !== undefined && columns[name]);
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
