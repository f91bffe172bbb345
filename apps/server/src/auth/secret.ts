import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SHORTEST = 32;

/**
 * The key that signs session cookies: CALCAR_SECRET, else one made at the first start and kept in the data folder,
 * readable by its owner only. Whoever changes it signs everybody out.
 *
 * @param given the value of CALCAR_SECRET; absent means that the data folder keeps one
 * @returns the key, or one sentence that says what is wrong with it
 */
export function readSecret(folder: string, given: string | undefined): { secret: string } | { sentence: string } {
  if (given !== undefined)
    return given.length >= SHORTEST
      ? { secret: given }
      : { sentence: `CALCAR_SECRET is too short: it needs ${SHORTEST} characters or more.` };
  const path = join(folder, "secret");
  const secret = whereWritable(() => readIfThere(path) ?? make(folder, path));
  if (secret === undefined)
    return { sentence: `The folder ${folder} must be writable, to keep the key of the sessions; or set CALCAR_SECRET.` };
  return secret.length >= SHORTEST
    ? { secret }
    : { sentence: `The key in ${path} is damaged: remove the file, and everybody signs in again.` };
}

const CANNOT_WRITE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOSPC"]);

function whereWritable<R>(work: () => R): R | undefined {
  try {
    return work();
  } catch (error) {
    if (CANNOT_WRITE.has((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

/** Written whole beside and linked into place: of two starters at once one makes it and both use the same. */
function make(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(beside, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(beside);
  }
  return readFileSync(path, "utf8");
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
