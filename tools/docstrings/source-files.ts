import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "..", "..");

/** The source files of each room that are under version control, tests left out, as the compiler reads them. */
export function roomSources(): ReadonlyMap<string, readonly ts.SourceFile[]> {
  const { stdout } = spawnSync("git", ["ls-files", "--", "packages/*/src/*.ts"], { cwd: root, encoding: "utf8" });
  const paths = stdout.split("\n").filter((path) => path !== "" && !path.endsWith(".test.ts") && existsSync(join(root, path)));
  const files = paths.map((path) => ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true));
  return Map.groupBy(files, ({ fileName }) => fileName.split("/")[1]!);
}

/** The ids that have a file in `knowledge/sources`. */
export const knownSources = (): ReadonlySet<string> =>
  new Set(readdirSync(join(root, "knowledge", "sources")).map((file) => basename(file, ".yaml")));
