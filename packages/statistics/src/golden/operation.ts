/** One case of a golden file: what was asked of the reference program and what it answered. */
export interface GoldenCase {
  readonly id: string;
  readonly op: string;
  readonly call?: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly input?: string;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Tolerance;
  readonly tolerance_by_field?: Readonly<Record<string, Tolerance>>;
  readonly note?: string;
}

export interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}

/** A table of columns, or several named tables. */
export interface GoldenTable {
  readonly name?: string;
  readonly n_rows?: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

export interface GoldenFile {
  readonly id: string;
  readonly title?: string;
  /** Versions of the reference programs, by name. */
  readonly tools?: Readonly<Record<string, string>>;
  readonly dataset?: GoldenTable | Readonly<Record<string, GoldenTable>> | null;
  readonly inputs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly cases: readonly GoldenCase[];
}

/** Computes the fields of a case under the golden file's own names; a field left out counts as not there. */
export type Operation = (testCase: GoldenCase, file: GoldenFile) => Readonly<Record<string, unknown>>;

/** Operations of one family, by the `op` of the cases. */
export type Operations = Readonly<Record<string, Operation>>;

/** The vectors of a case's input. */
export function inputOf(testCase: GoldenCase, file: GoldenFile): Readonly<Record<string, unknown>> {
  const input = testCase.input === undefined ? undefined : file.inputs?.[testCase.input];
  if (!input) throw new Error(`case ${testCase.id} names no input of ${file.id}`);
  return input;
}

/** A column of numbers, missing values as undefined. */
export const numbers = (column: unknown): (number | undefined)[] => {
  if (!Array.isArray(column)) throw new Error(`expected a column of numbers, found ${typeof column}`);
  return column.map((value: unknown) => (typeof value === "number" ? value : undefined));
};

/** A column without missing values. */
export const complete = (column: unknown): number[] =>
  numbers(column).map((value, i) => {
    if (value === undefined) throw new Error(`row ${i + 1} is missing`);
    return value;
  });
