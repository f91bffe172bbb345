import type { Db } from "../db.ts";
import type { Engine } from "../engine.ts";
import { guardedDb } from "../guarded-db.ts";
import { migrate } from "../migrations/migrate.ts";
import { readMigrations } from "../migrations/migration-files.ts";
import { pgliteEngine } from "../pglite/pglite-db.ts";
import { openPostgresql } from "../postgresql/postgresql-db.ts";
import { memoryPGlite } from "./pglite-template.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

export type EngineName = "PGlite" | "PostgreSQL";

/** One engine for the length of a test file. It starts with the first database that is asked for. */
export interface TestEngine {
  readonly name: EngineName;
  /** A migrated database without a row. The one given before is emptied: one at a time. */
  emptyDb(): Promise<Db>;
  /** The server itself, on PostgreSQL. */
  server(): PostgresServer | undefined;
  close(): Promise<void>;
}

export function testEngine(name: EngineName): TestEngine {
  let server: PostgresServer | undefined;
  let open: Promise<Db> | undefined;
  const start = async (): Promise<Db> => {
    server = name === "PostgreSQL" ? await startPostgres() : undefined;
    return migrated(name === "PGlite" ? pgliteEngine(await memoryPGlite()) : await opened(server));
  };
  return {
    name,
    emptyDb: async () => {
      open ??= start();
      return emptied(await open);
    },
    server: () => server,
    close: async () => {
      await (await open)?.close();
      await server?.stop();
    },
  };
}

async function opened(server: PostgresServer | undefined): Promise<Engine> {
  if (!server) throw new Error("This machine has no PostgreSQL");
  const opening = await openPostgresql(server.url());
  if (!opening.ok) throw new Error(opening.refusal.sentence);
  return opening.value;
}

async function migrated(engine: Engine): Promise<Db> {
  const result = await migrate(engine, readMigrations());
  if (!result.ok) throw new Error(result.refusal.sentence);
  return guardedDb(engine);
}

async function emptied(db: Db): Promise<Db> {
  const { rows } = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'calcar_migration'`,
  );
  await db.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
  return db;
}
