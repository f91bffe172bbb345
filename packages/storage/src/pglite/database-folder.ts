import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Opening, refuseToOpen } from "../db.ts";
import { lockFolder, type Unlock } from "./folder-lock.ts";

/** The PostgreSQL major inside PGlite 0.5.14. A test compares it with what the running engine says. */
export const PGLITE_MAJOR = "18";

export interface PreparedFolder {
  readonly cluster: string; // the folder that PGlite opens
  readonly unlock: Unlock;
}

/**
 * Makes the database folder ready for one PGlite of this process: made when absent, locked, filled once.
 *
 * @param folder ours to fill: `cluster/` for PGlite, `lock` and `holder` for the lock
 * @refuses conflict/database-in-use when another process has it
 * @refuses not-permitted/folder-unwritable when it cannot be made or written
 * @refuses not-applicable/database-major when another major version of PostgreSQL made it
 */
export async function prepareFolder(folder: string): Promise<Opening<PreparedFolder>> {
  const path = resolve(folder);
  const lock = lockWritable(path);
  if (!lock.ok) return lock;

  const cluster = join(path, "cluster");
  try {
    if (!existsSync(cluster)) await fill(cluster);
    const made = majorOf(cluster);
    if (made === PGLITE_MAJOR) return { ok: true, value: { cluster, unlock: lock.value } };
    lock.value();
    return refuseToOpen("not-applicable", "database-major", otherMajor(path, made));
  } catch (error) {
    lock.value();
    throw error;
  }
}

const majorOf = (cluster: string): string => {
  const file = join(cluster, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "of an unknown version";
};

const otherMajor = (path: string, made: string): string =>
  `The database folder ${path} was made by PostgreSQL ${made}; this version of Calcar opens folders of PostgreSQL ${PGLITE_MAJOR}. ` +
  "Start the version of Calcar that made it, or choose another folder.";

function lockWritable(path: string): Opening<Unlock> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return lockFolder(path);
  } catch (error) {
    const why = unwritable(error);
    if (why === undefined) throw error;
    return refuseToOpen("not-permitted", "folder-unwritable", `The database folder ${path} cannot be written (${why}).`);
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "read-only file system",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "it is a file",
  ENOENT: "the path cannot be made",
  ENOSPC: "no space left",
  EDQUOT: "no space left",
};

const SQLITE_UNWRITABLE: Readonly<Record<number, string>> = { 8: "permission denied", 13: "no space left", 14: "permission denied" };

function unwritable(error: unknown): string | undefined {
  const { code, errcode } = error as { code?: string; errcode?: number };
  return (errcode === undefined ? undefined : SQLITE_UNWRITABLE[errcode & 0xff]) ?? WHY[code ?? ""];
}

/** Fills beside and renames, so that a folder called `cluster` is never a half-made one. */
async function fill(cluster: string): Promise<void> {
  const beside = `${cluster}.new`;
  rmSync(beside, { recursive: true, force: true });
  const pglite = await PGlite.create({ dataDir: beside });
  await pglite.close();
  renameSync(beside, cluster);
}
