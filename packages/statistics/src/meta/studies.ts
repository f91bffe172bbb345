import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Matrix } from "../numerics/matrix.ts";
import { qr } from "../numerics/qr.ts";

/** Effects and sampling variances as given: `undefined` means not recorded. */
export interface StudyInput {
  readonly yi: ArrayLike<number | undefined>;
  readonly vi: ArrayLike<number | undefined>;
  /** Moderator columns, each as long as yi, without the intercept. */
  readonly moderators?: readonly ArrayLike<number | undefined>[];
  /** What a negative sampling variance means; absent means it is refused. */
  readonly negativeVariances?: "as-zero";
}

/** Complete studies in typed arrays. */
export interface Studies {
  readonly y: Float64Array;
  readonly v: Float64Array;
  /** Design rows with the intercept first; absent for the plain mean. */
  readonly x?: Matrix;
}

/** What a reader of a result must be told about how it came about. */
export type Flag =
  | "studies-omitted" // an effect, a variance or a moderator was not recorded
  | "negative-variance-taken-as-zero"
  | "zero-variance" // Q, I2 and H2 do not exist
  | "redundant-moderators-dropped"
  | "single-study"
  | "standard-error-zero"; // the test statistic does not exist

export interface CleanStudies {
  readonly studies: Studies;
  /** Places of the kept studies in the input. */
  readonly kept: readonly number[];
  /** Places of the kept moderators in the input. */
  readonly keptModerators: readonly number[];
  readonly flags: readonly Flag[];
}

/**
 * Complete cases of a meta-analysis, with redundant moderators taken out.
 *
 * @refuses not-applicable/beyond-range for effects beyond 1e37, positive variances outside 1e-75 to 1e75 and a moderator whose largest
 *   value is beyond 1e37 or, not being 0, below 1e-37; invalid/lengths-differ; invalid/not-finite when a value is NaN or infinite; invalid/negative-variance;
 *   incomplete/no-studies when none is complete; incomplete/too-few-studies when there are more coefficients than studies
 */
export function cleanStudies(input: StudyInput): Result<CleanStudies> {
  const { yi, vi } = input;
  const columns = input.moderators ?? [];
  if (vi.length !== yi.length || columns.some((column) => column.length !== yi.length)) return refuse("invalid", "lengths-differ");
  const values = [yi, vi, ...columns];
  const kept = completeRows(values);
  if (!values.every((column) => allFinite(column, kept))) return refuse("invalid", "not-finite");
  if (kept.length === 0) return refuse("incomplete", "no-studies");
  if (!withinRange(yi, kept, LARGEST_EFFECT) || !withinRange(vi, kept, LARGEST_VARIANCE)) return refuse("not-applicable", "beyond-range");
  if (!columns.every((column) => hasUsableSize(column, kept))) return refuse("not-applicable", "beyond-range");
  const given = pick(vi, kept);
  const least = given.reduce((a, b) => Math.min(a, b), Infinity);
  if (least < 0 && input.negativeVariances !== "as-zero") return refuse("invalid", "negative-variance");
  const v = given.map((variance) => Math.max(variance, 0));
  const y = pick(yi, kept);
  const design = designOf(columns, kept);
  if (design.keptModerators.length + 1 > y.length) return refuse("incomplete", "too-few-studies");
  const flags = flagsOf({ omitted: kept.length < yi.length, least, dropped: design.keptModerators.length < columns.length });
  return ok({ studies: design.x ? { y, v, x: design.x } : { y, v }, kept, keptModerators: design.keptModerators, flags });
}

function flagsOf({ omitted, least, dropped }: { omitted: boolean; least: number; dropped: boolean }): Flag[] {
  const flags: Flag[] = [];
  if (omitted) flags.push("studies-omitted");
  if (least < 0) flags.push("negative-variance-taken-as-zero");
  if (least <= 0) flags.push("zero-variance");
  if (dropped) flags.push("redundant-moderators-dropped");
  return flags;
}

/** Beyond these the cubes of weights and the squares of effects leave the range of numbers. */
const LARGEST_EFFECT = 1e37;
const LARGEST_VARIANCE = 1e75;

/** Whether every value is 0 or of a size from 1 / largest to largest; for effects any smaller size will do. */
function withinRange(column: ArrayLike<number | undefined>, kept: readonly number[], largest: number): boolean {
  const least = largest === LARGEST_VARIANCE ? 1 / largest : 0;
  for (const i of kept) {
    const size = Math.abs(column[i]!);
    if (size > largest || (size > 0 && size < least)) return false;
  }
  return true;
}

/** Whether the squares of a moderator, times the cubes of weights, stay within the range of numbers. */
function hasUsableSize(column: ArrayLike<number | undefined>, kept: readonly number[]): boolean {
  const largest = kept.reduce((most, i) => Math.max(most, Math.abs(column[i]!)), 0);
  return largest === 0 || (largest <= LARGEST_EFFECT && largest >= 1 / LARGEST_EFFECT);
}

/** Places at which every column has a value. Plain loops: one fit of 100,000 studies spends most of its time here otherwise. */
function completeRows(columns: readonly ArrayLike<number | undefined>[]): number[] {
  const kept: number[] = [];
  const length = columns[0]!.length;
  rows: for (let i = 0; i < length; i++) {
    for (const column of columns) if (column[i] === undefined) continue rows;
    kept.push(i);
  }
  return kept;
}

function allFinite(column: ArrayLike<number | undefined>, kept: readonly number[]): boolean {
  for (const i of kept) if (!Number.isFinite(column[i])) return false;
  return true;
}

function pick(column: ArrayLike<number | undefined>, kept: readonly number[]): Float64Array {
  const out = new Float64Array(kept.length);
  for (let row = 0; row < kept.length; row++) out[row] = column[kept[row]!]!;
  return out;
}

/** Design rows with an intercept; a column that earlier ones already determine is left out. */
function designOf(columns: readonly ArrayLike<number | undefined>[], kept: readonly number[]): { x?: Matrix; keptModerators: number[] } {
  const keptModerators: number[] = [];
  if (columns.length === 0) return { keptModerators };
  let x: Matrix = kept.map(() => Float64Array.of(1));
  columns.forEach((column, j) => {
    const wider = x.map((row, i) => Float64Array.of(...row, column[kept[i]!]!));
    if (kept.length >= wider[0]!.length && qr(wider).rank < wider[0]!.length) return;
    x = wider;
    keptModerators.push(j);
  });
  return keptModerators.length > 0 ? { x, keptModerators } : { keptModerators };
}
