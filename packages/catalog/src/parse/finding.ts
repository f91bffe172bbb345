/** Keys and indexes that lead from the top of a file to one of its values. */
export type At = readonly (string | number)[];

/** Something wrong in one knowledge file, before its line is known. */
export interface Finding {
  readonly file: string; // relative to knowledge/
  readonly at: At;
  readonly line?: number; // known already when the YAML itself is broken
  readonly problem: string;
  readonly expected: string;
}

/** One parsed file: the id its path promises and what it holds. */
export interface Entry<T> {
  readonly file: string;
  readonly name: string;
  readonly value: T;
}
