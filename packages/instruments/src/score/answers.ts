import type { ValueSet } from "../value-sets/value-set.ts";

/** Item code to the number answered. An unanswered item is absent, never 0. */
export type Answers = Readonly<Record<string, number>>;

export interface ScoreOptions {
  /** The form of an instrument that has several ("lk-3.0"); without one, and without a default, every score is refused. */
  readonly form?: string | undefined;
  /** Score also what rests on something unconfirmed, and mark it provisional. */
  readonly allowUnconfirmed?: boolean | undefined;
  /** Country value set that a licensee supplied, for an index. */
  readonly valueSet?: ValueSet | undefined;
}
