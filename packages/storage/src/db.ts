import type { Refusal } from "@calcar/vocabulary";

/** What a parameter of a statement may be. Objects go in as JSON text (`JSON.stringify`) with a cast to json. */
export type Param = string | number | boolean | bigint | Date | Uint8Array | readonly string[] | null;

export interface Rows<T> {
  readonly rows: T[];
}

/** What runs inside a transaction. It ends with the transaction; a statement sent later throws. */
export interface Tx {
  /**
   * Runs one statement. Both engines give the same types: bigint, numeric, date, timestamp and interval as
   * text, timestamptz as Date, json parsed, the rest as JavaScript has it.
   */
  query<T>(sql: string, params?: readonly Param[]): Promise<Rows<T>>;
}

/** The one port to the database, whichever engine answers. */
export interface Db {
  /** Runs one statement by itself. @throws inside a transaction of this Db, where only `tx` may be used */
  query<T>(sql: string, params?: readonly Param[]): Promise<Rows<T>>;
  /** Commits what `work` did when it returns, rolls all of it back when it throws. @throws inside another transaction */
  transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Ends every connection and frees the folder. */
  close(): Promise<void>;
}

/** Why the database did not open, with a sentence for the person at the console. No password is ever in it. */
export interface OpenRefusal extends Refusal {
  readonly sentence: string;
}

/** A `Result` whose refusal has a sentence. */
export type Opening<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: OpenRefusal };

export const refuseToOpen = (kind: Refusal["kind"], code: string, sentence: string): Opening<never> => ({
  ok: false,
  refusal: { kind, code, sentence },
});
