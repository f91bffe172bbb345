import { existsSync, globSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FoundFile } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** The file at a path; of a folder, every file below it with one of the endings; of a glob, those it matches. In the order of names. */
export function findFiles(path: string, endings: readonly string[]): readonly FoundFile[] {
  const hasEnding = (name: string) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return [sized(path)];
    const below = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => hasEnding(name) && !isHidden(name));
    return below
      .map((name) => join(path, name))
      .filter(isFile)
      .sort()
      .map(sized);
  }
  if (!/[*?[{]/.test(path)) throw new UsageError(`${path}: no such file; expected a page, a folder, a glob, or -`);
  return globSync(path)
    .filter((name) => hasEnding(name) && isFile(name))
    .sort()
    .map(sized);
}

const sized = (path: string): FoundFile => ({ path, bytes: statSync(path).size });

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What lies in hidden folders and in those of packages is nobody's page. */
const isHidden = (name: string): boolean => name.split(/[\\/]/).some((part) => part.startsWith(".") || part === "node_modules");
