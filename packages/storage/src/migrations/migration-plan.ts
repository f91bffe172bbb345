import { type Opening, refuseToOpen } from "../db.ts";
import type { Migration } from "./migration-files.ts";

export interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Compares what a database has been through with what this version knows.
 *
 * @param known in the order of their numbers
 * @param applied in the order of their numbers
 * @returns the migrations still to apply, in order
 * @refuses conflict/migration-missing when the database has one that this version does not know
 * @refuses conflict/migration-edited when an applied one has other words now
 * @refuses conflict/migration-out-of-order when one not yet applied comes before an applied one
 */
export function planMigrations(known: readonly Migration[], applied: readonly Applied[]): Opening<readonly Migration[]> {
  const byNumber = new Map(known.map((migration) => [migration.number, migration]));
  const missing = applied.find(({ number, name }) => byNumber.get(number)?.name !== name);
  if (missing) return refuseToOpen("conflict", "migration-missing", sentences.missing(missing.name));
  const edited = applied.find(({ number, checksum }) => byNumber.get(number)?.checksum !== checksum);
  if (edited) return refuseToOpen("conflict", "migration-edited", sentences.edited(edited.name));

  const last = applied.at(-1)?.number ?? 0;
  const pending = known.filter(({ number }) => !applied.some((done) => done.number === number));
  const late = pending.find(({ number }) => number < last);
  if (late) return refuseToOpen("conflict", "migration-out-of-order", sentences.late(late.name));
  return { ok: true, value: pending };
}

const sentences = {
  missing: (name: string) =>
    `The database has been through migration ${name}, which this version of Calcar does not have. Start the version that made it, or a newer one.`,
  edited: (name: string) =>
    `Migration ${name} was edited after the database had been through it. Restore the file; a change goes into a new migration.`,
  late: (name: string) => `Migration ${name} comes before one that the database has already been through. Give it the next free number.`,
};
