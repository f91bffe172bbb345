import type { Db, Opening } from "./db.ts";
import type { Native, Opened } from "./engine.ts";
import { guardedDb } from "./guarded-db.ts";
import { migrate } from "./migrations/migrate.ts";
import { type Migration, readMigrations } from "./migrations/migration-files.ts";
import { openPGlite } from "./pglite/pglite-db.ts";
import { openPostgresql } from "./postgresql/postgresql-db.ts";

/** Where the database is: a server when there is an address, else a folder of our own. */
export type Where = { readonly url: string } | { readonly folder: string };

/** An open database that has been through every migration. */
export interface OpenDb extends Db {
  /** The handle of the engine for a library that brings its own queries (the accounts). Never for the record. */
  readonly native: Native;
}

/**
 * Opens the database and brings it up to date.
 *
 * @refuses as `openPGlite`, `openPostgresql` and `migrate`; every refusal has a sentence
 */
export async function openDb(where: Where, migrations: readonly Migration[] = readMigrations()): Promise<Opening<OpenDb>> {
  const opened = await ("url" in where ? openPostgresql(where.url) : openPGlite(where.folder));
  if (!opened.ok) return opened;
  return upToDate(opened.value, migrations);
}

async function upToDate({ engine, native }: Opened, migrations: readonly Migration[]): Promise<Opening<OpenDb>> {
  try {
    const migrated = await migrate(engine, migrations);
    if (migrated.ok) return { ok: true, value: { ...guardedDb(engine), native } };
    await engine.close();
    return migrated;
  } catch (error) {
    await engine.close();
    throw error;
  }
}
