import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GoldenFile } from "./operation.ts";
import { runCase } from "./run-case.ts";

const FOLDERS = ["statistics", "statistics-other"].map((name) => join(import.meta.dirname, "../../../../reference", name));

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as GoldenFile),
);

describe.each(files)("agrees with R on $id", (file) => {
  it.each(file.cases)("$id", (testCase) => {
    const { state, mismatches, reason } = runCase(testCase, file);
    expect(mismatches).toEqual([]);
    expect(state === "passed" || reason !== undefined).toBe(true);
  });
});
