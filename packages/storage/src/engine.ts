import type { PGlite } from "@electric-sql/pglite";
import type { Pool } from "pg";
import type { Rows } from "./db.ts";

/** Runs one statement with its parameters already plain, or, when there is no list of parameters, a script of several. */
export type Run = (sql: string, params?: readonly unknown[]) => Promise<Rows<unknown>>;

/** What a driver gives: statements, transactions, an end. The guard makes a `Db` of it. */
export interface Engine {
  readonly run: Run;
  transaction<R>(work: (run: Run) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

/** What a driver opens. */
export interface Opened {
  readonly engine: Engine;
  readonly native: Native;
}

/** The engine's own handle, for a library that brings its own queries. The record is never touched through it. */
export type Native = { readonly engine: "pglite"; readonly pglite: PGlite } | { readonly engine: "postgresql"; readonly pool: Pool };
