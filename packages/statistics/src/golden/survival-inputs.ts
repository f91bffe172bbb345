import { type FollowUp, followUpByGroup, type GroupLabel } from "../survival/follow-up.ts";
import type { GoldenQuestion } from "./question.ts";

export type Columns = Readonly<Record<string, readonly (number | string | null)[]>>;

/** A column of numbers that lacks none. */
export const columnOf = (column: unknown): Float64Array => Float64Array.from(column as readonly number[], Number);

/** A list whose single value the file's writer may have unwrapped. */
export const listOf = <T>(value: unknown): readonly T[] =>
  Array.isArray(value) ? (value as T[]) : value === undefined ? [] : [value as T];

/** The columns of the file's only data set, or of the one with a given column. */
export function datasetColumns({ dataset }: GoldenQuestion, needed: readonly string[] = []): Columns {
  const sets = dataset.columns ? [dataset] : Object.values(dataset as Readonly<Record<string, { columns?: Columns }>>);
  for (const { columns } of sets as readonly { columns?: Columns }[]) {
    if (columns && needed.every((name) => columns[name] !== undefined)) return columns;
  }
  throw new Error(`no data set with columns ${needed.join(", ")}`);
}

/** Follow-up by stratum, in the order the file names its strata. */
export function followUpByStratum(question: GoldenQuestion): { label: string; rows: FollowUp }[] {
  const input = question.input ?? {};
  const time = columnOf(input.time);
  const status = columnOf(input.status);
  if (!Array.isArray(input.strata)) return [{ label: "all", rows: { time, status } }];
  const groups = followUpByGroup({ time, status }, (input.strata as GroupLabel[]).map(String));
  const named = listOf<string>(question.expected.strata).map((label) => label.replace(/^[^=]*=/, "").trim());
  const place = (label: GroupLabel) => named.indexOf(String(label));
  return groups.toSorted((a, b) => place(a.label) - place(b.label)).map(({ label, data }) => ({ label: `strata=${label}`, rows: data }));
}
