import { levelsIn, type ModelTable, shifted } from "./model-table.ts";
import type { GoldenQuestion } from "./question.ts";
import { listOf } from "./survival-inputs.ts";

interface Design {
  readonly fixed: Record<string, Float64Array>;
  /** Columns of the table that the model uses. */
  readonly sources: Set<string>;
}

/** One fixed-effect column per coefficient name, read as R writes them: `(Intercept)`, `age`, `SexFemale`, `SexFemale:visit10`. */
export function designOf(question: GoldenQuestion, table: ModelTable): Design {
  const sources = new Set<string>();
  const fixed: Record<string, Float64Array> = {};
  const names = listOf<string>(question.expected.coef_names);
  const atoms = new Set(names.flatMap((name) => name.split(":")));
  const columnOf = new Map([...atoms].map((atom) => [atom, atomColumn(atom, { table, atoms, sources })]));
  for (const name of names) {
    const parts = name.split(":").map((atom) => columnOf.get(atom)!);
    fixed[name] = Float64Array.from({ length: table.rows }, (_, i) => parts.reduce((product, column) => product * column[i]!, 1));
  }
  return { fixed, sources };
}

interface Reading {
  readonly table: ModelTable;
  /** All atoms of the model: those of one factor name its levels together. */
  readonly atoms: ReadonlySet<string>;
  readonly sources: Set<string>;
}

function atomColumn(atom: string, { table, atoms, sources }: Reading): Float64Array {
  const { columns } = table;
  if (atom === "(Intercept)") return new Float64Array(table.rows).fill(1);
  if (columns[atom]?.every((value) => typeof value === "number")) {
    sources.add(table.derived.get(atom) ?? atom);
    return Float64Array.from(columns[atom] as readonly number[]);
  }
  const [, made, sign = "", amount] = /^I\(([\w.]+)\s*([-+*/^])\s*([\d.]+)\)$/.exec(atom) ?? [];
  if (made && columns[made]) {
    sources.add(made);
    return Float64Array.from(columns[made], (value) => shifted(Number(value), sign, Number(amount)));
  }
  const [source, level] = wordLevel(atom, table) ?? numberLevel(atom, table, atoms);
  sources.add(source);
  return Float64Array.from(columns[source]!, (value) => (String(value) === level ? 1 : 0));
}

/** A factor whose name is the start of the atom and whose level is the rest. */
function wordLevel(atom: string, { columns }: ModelTable): [source: string, level: string] | undefined {
  const named = Object.keys(columns).find(
    (name) => atom.startsWith(name) && columns[name]!.some((value) => String(value) === atom.slice(name.length)),
  );
  return named === undefined ? undefined : [named, atom.slice(named.length)];
}

const NUMBER_AT_END = /-?\d+(\.\d+)?$/;

/** A factor made from numbers under another name: the column that has all its levels and one more, the reference. */
function numberLevel(atom: string, { columns }: ModelTable, atoms: ReadonlySet<string>): [source: string, level: string] {
  const stem = atom.replace(NUMBER_AT_END, "");
  const levels = [...atoms]
    .filter((other) => other.replace(NUMBER_AT_END, "") === stem)
    .map((other) => NUMBER_AT_END.exec(other)?.[0] ?? "");
  const holding = Object.keys(columns).filter((name) => levels.every((level) => columns[name]!.some((value) => String(value) === level)));
  const found = holding.find((name) => levelsIn(columns[name]!) === levels.length + 1) ?? holding[0];
  if (!found) throw new Error(`no column holds the level of ${atom}`);
  return [found, NUMBER_AT_END.exec(atom)?.[0] ?? ""];
}
