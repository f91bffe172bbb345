import type { Rows } from "./db.ts";

/** Runs one statement with its parameters already plain, or, when there is no list of parameters, a script of several. */
export type Run = (sql: string, params?: readonly unknown[]) => Promise<Rows<unknown>>;

/** What a driver gives: statements, transactions, an end. The guard makes a `Db` of it. */
export interface Engine {
  readonly run: Run;
  transaction<R>(work: (run: Run) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}
