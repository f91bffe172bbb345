import { type Result, refuse } from "@calcar/vocabulary";
import type { Vector } from "../numerics/matrix.ts";

/** Follow-up of a group: one row per subject (or per spell at risk, when there is delayed entry). */
export interface FollowUp {
  /** Time of the event or of the end of follow-up, in any one unit. */
  readonly time: Vector;
  /** 1 when the event was seen at `time`, 0 when follow-up ended without it. */
  readonly status: Vector;
  /** Time from which the row was under observation; absent means from the beginning. */
  readonly entry?: Vector;
  /** How many subjects a row stands for; absent means one. */
  readonly weights?: Vector;
}

export type GroupLabel = string | number;

const LISTED = 20;

/**
 * What makes follow-up unusable, or undefined when nothing does.
 *
 * @refuses incomplete/no-rows; invalid/time, status, entry, weights with the rows when a value is not what its column promises
 * @throws RangeError when columns differ in length: the caller's mistake
 */
export function followUpProblem(data: FollowUp, isStatus: (value: number) => boolean = isZeroOrOne): Result<never> | undefined {
  const { time, status, entry, weights } = data;
  for (const [name, column] of Object.entries({ status, entry, weights })) requireLength(name, column, time.length);
  if (time.length === 0) return refuse("incomplete", "no-rows");
  return (
    badRows("time", time, Number.isFinite) ??
    badRows("status", status, isStatus) ??
    (entry && badRows("entry", entry, (value, i) => Number.isFinite(value) && value < time[i]!)) ??
    (weights && badRows("weights", weights, (value) => value > 0 && value < Infinity))
  );
}

const isZeroOrOne = (value: number): boolean => value === 0 || value === 1;

/** An `invalid` refusal that names the rows of a column which break its rule. */
export function badRows(code: string, column: Vector, isGood: (value: number, row: number) => boolean): Result<never> | undefined {
  const rows: string[] = [];
  for (let i = 0; i < column.length && rows.length < LISTED; i++) if (!isGood(column[i]!, i)) rows.push(`row ${i}`);
  return rows.length > 0 ? refuse("invalid", code, rows) : undefined;
}

export function requireLength(name: string, column: ArrayLike<unknown> | undefined, length: number): void {
  if (column && column.length !== length) throw new RangeError(`${name} has ${column.length} values, time has ${length}`);
}

/** Labels as whole numbers from 0, with the labels: numbers ascending, words in the order of first appearance. */
export interface Coded {
  readonly codes: Uint32Array;
  readonly labels: readonly GroupLabel[];
}

/** @throws RangeError for a numeric label that is not finite: a missing label is no group. */
export function codeLabels(values: ArrayLike<GroupLabel>): Coded {
  const seen = new Map<GroupLabel, number>();
  const codes = new Uint32Array(values.length);
  for (let i = 0; i < codes.length; i++) {
    const label = values[i]!;
    if (typeof label === "number" && !Number.isFinite(label)) throw new RangeError(`row ${i} has the label ${label}`);
    let code = seen.get(label);
    if (code === undefined) {
      code = seen.size;
      seen.set(label, code);
    }
    codes[i] = code;
  }
  const labels = [...seen.keys()];
  return labels.every((label) => typeof label === "number") ? ascending(codes, labels) : { codes, labels };
}

function ascending(codes: Uint32Array, labels: readonly number[]): Coded {
  const sorted = labels.toSorted((a, b) => a - b);
  const places = new Map(sorted.map((label, place) => [label, place]));
  const place = Uint32Array.from(labels, (label) => places.get(label)!);
  return { codes: codes.map((code) => place[code]!), labels: sorted };
}

/** The rows of one group, in their order. */
export function rowsOf({ codes }: Coded, code: number): Uint32Array {
  let count = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === code) count++;
  const rows = new Uint32Array(count);
  for (let i = 0, at = 0; i < codes.length; i++) if (codes[i] === code) rows[at++] = i;
  return rows;
}

export const takeRows = (column: Vector, rows: Uint32Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);

/**
 * Follow-up of each group apart, to be estimated one by one.
 *
 * @param group label of each row
 * @returns groups with numbers as labels ascending, else in the order of first appearance
 * @throws RangeError when columns differ in length
 */
export function followUpByGroup(
  { time, status, entry, weights }: FollowUp,
  group: ArrayLike<GroupLabel>,
): { readonly label: GroupLabel; readonly data: FollowUp }[] {
  requireLength("group", group, time.length);
  const coded = codeLabels(group);
  return coded.labels.map((label, code) => {
    const rows = rowsOf(coded, code);
    const data = {
      time: takeRows(time, rows),
      status: takeRows(status, rows),
      ...(entry && { entry: takeRows(entry, rows) }),
      ...(weights && { weights: takeRows(weights, rows) }),
    };
    return { label, data };
  });
}
