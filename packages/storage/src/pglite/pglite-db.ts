import { PGlite } from "@electric-sql/pglite";
import type { Opening } from "../db.ts";
import type { Engine, Run } from "../engine.ts";
import { KEPT_AS_TEXT } from "../value-types.ts";
import { prepareFolder } from "./database-folder.ts";

export const PGLITE_PARSERS: Readonly<Record<number, (text: string) => string>> = Object.fromEntries(
  KEPT_AS_TEXT.map((oid) => [oid, (text: string) => text]),
);

/**
 * Opens the embedded database in a folder of its own. For one process: trying out, small sites, tests.
 *
 * @refuses as `prepareFolder`
 */
export async function openPGlite(folder: string): Promise<Opening<Engine>> {
  const prepared = await prepareFolder(folder);
  if (!prepared.ok) return prepared;
  const { cluster, unlock } = prepared.value;
  try {
    const pglite = await PGlite.create({ dataDir: cluster, parsers: PGLITE_PARSERS });
    return { ok: true, value: pgliteEngine(pglite, unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The engine of a PGlite that is already open. @param closed runs after it was closed */
export function pgliteEngine(pglite: PGlite, closed: () => void = () => {}): Engine {
  return {
    run: runOn(pglite),
    transaction: <R>(work: (run: Run) => Promise<R>) => pglite.transaction((tx) => work(runOn(tx))),
    close: async () => {
      if (pglite.closed) return;
      await pglite.close();
      closed();
    },
  };
}

const runOn =
  (connection: Pick<PGlite, "query" | "exec">): Run =>
  async (sql, params) => {
    const result = params === undefined ? (await connection.exec(sql)).at(-1) : await connection.query<unknown>(sql, [...params]);
    return { rows: result?.rows ?? [] };
  };
