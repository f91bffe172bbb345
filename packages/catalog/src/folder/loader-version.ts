import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digest } from "../digest.ts";

/**
 * The version of the code that turns files into a catalog: a digest of its own sources.
 *
 * Any change of a schema, a check or a pinned parser makes every cached catalog foreign, and nobody has to remember a number.
 */
export function loaderVersion(): string {
  const catalog = join(dirname(fileURLToPath(import.meta.url)), "..");
  const vocabulary = dirname(fileURLToPath(import.meta.resolve("@calcar/vocabulary")));
  const files = [...sources(catalog, "catalog"), ...sources(vocabulary, "vocabulary")];
  return digest([...files, { path: "package.json", bytes: readFileSync(join(catalog, "..", "package.json")) }]);
}

const sources = (folder: string, name: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => ({ path: `${name}/${path}`, bytes: readFileSync(join(folder, path)) }));
