import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { OutsideError, UsageError } from "./usage-error.ts";

/** A file below a folder that is to be made. */
export interface FileBelow {
  readonly path: string; // relative, with forward slashes
  readonly text: string;
}

/** Makes a folder with files in it: beside its place first and then moved there, so that it is whole or not there at all. */
export function createFolder(path: string, files: readonly FileBelow[]): void {
  const place = resolve(path);
  checkFree(place, path);
  const beside = `${place}.${process.pid}.part`;
  try {
    for (const file of files) {
      mkdirSync(dirname(join(beside, file.path)), { recursive: true });
      writeFileSync(join(beside, file.path), file.text, { flag: "wx" });
    }
    if (existsSync(place)) rmdirSync(place); // an empty one: not every system moves a folder over it
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw new OutsideError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** What somebody keeps there is never written over. */
export function checkFree(place: string, path: string): void {
  if (existsSync(place) && !isEmptyFolder(place)) throw new UsageError(`${path}: exists already; expected a new folder`);
}

function isEmptyFolder(place: string): boolean {
  try {
    return readdirSync(place).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return false;
    throw error;
  }
}
