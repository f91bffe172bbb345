import type { Db, Opening } from "./db.ts";
import type { Engine } from "./engine.ts";
import { guardedDb } from "./guarded-db.ts";
import { migrate } from "./migrations/migrate.ts";
import { type Migration, readMigrations } from "./migrations/migration-files.ts";
import { openPGlite } from "./pglite/pglite-db.ts";
import { openPostgresql } from "./postgresql/postgresql-db.ts";

/** Where the database is: a server when there is an address, else a folder of our own. */
export type Where = { readonly url: string } | { readonly folder: string };

/**
 * Opens the database and brings it up to date.
 *
 * @refuses as `openPGlite`, `openPostgresql` and `migrate`; every refusal has a sentence
 */
export async function openDb(where: Where, migrations: readonly Migration[] = readMigrations()): Promise<Opening<Db>> {
  const opened = await ("url" in where ? openPostgresql(where.url) : openPGlite(where.folder));
  if (!opened.ok) return opened;
  return upToDate(opened.value, migrations);
}

async function upToDate(engine: Engine, migrations: readonly Migration[]): Promise<Opening<Db>> {
  try {
    const migrated = await migrate(engine, migrations);
    if (migrated.ok) return { ok: true, value: guardedDb(engine) };
    await engine.close();
    return migrated;
  } catch (error) {
    await engine.close();
    throw error;
  }
}
