import { ok, type Result, refuse } from "@calcar/vocabulary";
import { drawBinary, drawContinuous } from "./imputation-draw.ts";

/** A column in which `undefined` marks what was not recorded. */
export interface ImputationColumn {
  readonly values: readonly (number | undefined)[];
  /** `continuous` borrows the value of a subject with a close prediction; `binary` (0 and 1) draws from a logistic model. */
  readonly kind: "continuous" | "binary";
}

export interface ImputationPlan {
  /** Number of completed data sets, 2 or more; about as many as percent of rows are incomplete. */
  readonly imputations: number;
  /** Rounds through the columns before a data set is taken; 10 by default. */
  readonly rounds?: number;
  /** Source of chance: numbers from 0 up to 1. A seeded one gives the same answer again. */
  readonly random: () => number;
}

export interface Imputed {
  /** One completed table per imputation. */
  readonly tables: readonly Readonly<Record<string, Float64Array>>[];
  /** Mean of the filled-in values after each round, by column and imputation: level lines say that the chain has settled. */
  readonly traces: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/**
 * Multiple imputation by chained equations.
 *
 * Each incomplete column is drawn in turn given all the others, from a model whose coefficients are drawn as well, so that
 * the completed tables differ by as much as is not known. Analyse each table and join the answers with `rubin`. The tables
 * should hold everything the analysis uses, the outcome included. Values must be missing at random given the columns.
 *
 * @param columns by name, two or more
 * @refuses incomplete/no-rows, too-few-columns, nothing-observed and too-few-observed (fewer than 5) with column names;
 *   invalid/imputations, rounds; invalid/columns with the names whose values are not finite, or not 0 and 1 where binary
 * @throws RangeError when columns differ in length
 * @source van-buuren-2011, white-royston-wood-2011
 */
export function chainedImputation(columns: Readonly<Record<string, ImputationColumn>>, plan: ImputationPlan): Result<Imputed> {
  const problem = imputationProblem(columns, plan);
  if (problem) return problem;
  const chains = Array.from({ length: plan.imputations }, () => runChain(columns, plan));
  const traces = Object.fromEntries(incomplete(columns).map((name) => [name, chains.map(({ means }) => means[name]!)]));
  return ok({ tables: chains.map(({ table }) => table), traces });
}

function imputationProblem(
  columns: Readonly<Record<string, ImputationColumn>>,
  { imputations, rounds = 10 }: ImputationPlan,
): Result<never> | undefined {
  const entries = Object.entries(columns);
  const rows = entries[0]?.[1].values.length ?? 0;
  for (const [name, { values }] of entries)
    if (values.length !== rows) throw new RangeError(`${name} has ${values.length} values, not ${rows}`);
  if (entries.length < 2) return refuse("incomplete", "too-few-columns");
  if (rows === 0) return refuse("incomplete", "no-rows");
  if (!(Number.isInteger(imputations) && imputations >= 2)) return refuse("invalid", "imputations");
  if (!(Number.isInteger(rounds) && rounds >= 1)) return refuse("invalid", "rounds");
  const named = (test: (column: ImputationColumn) => boolean) => entries.filter(([, column]) => test(column)).map(([name]) => name);
  const bad = named((column) =>
    seen(column).some((value) => !Number.isFinite(value) || (column.kind === "binary" && value !== 0 && value !== 1)),
  );
  if (bad.length > 0) return refuse("invalid", "columns", bad);
  const empty = named((column) => seen(column).length === 0);
  if (empty.length > 0) return refuse("incomplete", "nothing-observed", empty);
  const thin = named((column) => seen(column).length < Math.min(5, rows));
  return thin.length > 0 ? refuse("incomplete", "too-few-observed", thin) : undefined;
}

const seen = ({ values }: ImputationColumn): number[] => values.filter((value) => value !== undefined);

/** Names of the columns to fill, fewest gaps first. */
function incomplete(columns: Readonly<Record<string, ImputationColumn>>): string[] {
  const gaps = (name: string) => columns[name]!.values.length - seen(columns[name]!).length;
  return Object.keys(columns)
    .filter((name) => gaps(name) > 0)
    .sort((a, b) => gaps(a) - gaps(b));
}

function runChain(columns: Readonly<Record<string, ImputationColumn>>, { rounds = 10, random }: ImputationPlan) {
  const table: Record<string, Float64Array> = {};
  for (const [name, column] of Object.entries(columns)) table[name] = startValues(column, random);
  const names = incomplete(columns);
  const means: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const { values, kind } = columns[name]!;
      const others = Object.keys(table)
        .filter((other) => other !== name)
        .map((other) => table[other]!);
      const missing = Uint32Array.from(values.flatMap((value, i) => (value === undefined ? [i] : [])));
      const drawn = (kind === "binary" ? drawBinary : drawContinuous)({ values, others, missing, random });
      missing.forEach((row, i) => {
        table[name]![row] = drawn[i]!;
      });
      means[name]!.push(drawn.reduce((sum, value) => sum + value / drawn.length, 0));
    }
  }
  return { table, means };
}

/** Gaps filled with values seen elsewhere in the column, drawn at random. */
function startValues(column: ImputationColumn, random: () => number): Float64Array {
  const pool = seen(column);
  return Float64Array.from(column.values, (value) => value ?? pool[Math.floor(random() * pool.length)]!);
}
