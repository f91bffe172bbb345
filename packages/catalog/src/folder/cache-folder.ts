import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unlessRefusedBySystem } from "./system-error.ts";

/** A folder for cached catalogs that only this user can write to, or undefined when the machine offers none. */
export function cacheFolder(): string | undefined {
  const modules = fileURLToPath(new URL("../../../../node_modules", import.meta.url));
  const beside = existsSync(modules) ? [join(modules, ".cache", "calcar", "catalog")] : [];
  return [...beside, join(tmpdir(), `calcar-catalog-${userInfo().uid}`)].find(isOurs);
}

/** Makes the folder where it is missing. One that others may write to, or that is a link, could feed us a catalog of theirs. */
export function isOurs(folder: string): boolean {
  return (
    unlessRefusedBySystem(() => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { mode, uid } = lstatSync(folder);
      if (!lstatSync(folder).isDirectory()) return false;
      return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    }) ?? false
  );
}
