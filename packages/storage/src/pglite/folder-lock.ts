import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Opening, refuseToOpen } from "../db.ts";

const SQLITE_BUSY = 5;

/** Gives the folder back. Dying does the same: the operating system ends the lock with the process. */
export type Unlock = () => void;

/**
 * Takes the folder for this process alone. PGlite has no lock of its own, and two processes on one folder
 * lose rows without a word.
 *
 * The lock is SQLite's exclusive lock on an empty file, which is a lock of the operating system: it cannot
 * outlive the process, so there is never a stale one to judge, and of two starters one gets it. Who holds it
 * stands in a second file, because reading the locked file from this process would end the lock (POSIX).
 *
 * @refuses conflict/database-in-use when another process, or another Db of this one, has the folder
 */
export function lockFolder(folder: string): Opening<Unlock> {
  const holder = join(folder, "holder");
  const lock = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
    writeFileSync(holder, `${process.pid}\n`);
    return { ok: true, value: () => unlock(lock, holder) };
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    return refuseToOpen("conflict", "database-in-use", `The database folder ${folder} is in use by ${readHolder(holder)}.`);
  }
}

function unlock(lock: DatabaseSync, holder: string): void {
  rmSync(holder, { force: true });
  lock.close();
}

const isBusy = (error: unknown): boolean => error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;

/** Another starter may hold the lock and not have written its number yet over the one of a dead process, or be about to leave. */
function readHolder(holder: string): string {
  try {
    const pid = Number(readFileSync(holder, "utf8"));
    return Number.isInteger(pid) && isAlive(pid) ? `process ${pid}` : "another process";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return "another process";
  }
}

/** Signal 0 is not sent, only tried; a process of another account answers EPERM, and lives. */
function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
