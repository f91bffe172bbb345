import type { Db, Tx } from "./db.ts";

/**
 * Runs one transaction as the app's own role, seeing one site only. Every read and write of the record goes
 * through here: row-level security hides the rows of other sites, and the role may not rewrite history.
 *
 * @param site 1 to 63 lower-case letters, digits and hyphens
 */
export function inSite<R>(db: Db, site: string, work: (tx: Tx) => Promise<R>): Promise<R> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(site)) throw new TypeError("A site is 1 to 63 lower-case letters, digits and hyphens");
  return db.transaction(async (tx) => {
    await tx.query(`select set_config('role', 'calcar_app', true), set_config('calcar.site', $1, true)`, [site]);
    return work(tx);
  });
}
