import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareCase } from "../../packages/statistics/src/golden/compare.ts";
import type { GoldenCase, GoldenFile, Operations } from "../../packages/statistics/src/golden/operation.ts";

const FOLDER = join(import.meta.dirname, "../../reference/statistics");

/** A test for each golden case that asks for one family; the families that build on it would only cost time. */
export function agreesWithR(operations: Operations, isWanted: (testCase: GoldenCase) => boolean = () => true): void {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as GoldenFile)
    .map((file) => ({ ...file, wanted: file.cases.filter((one) => one.op in operations && isWanted(one)) }))
    .filter(({ wanted }) => wanted.length > 0);
  describe.each(files)("agrees with R on $id", (file) => {
    it.each(file.wanted)("$id", (testCase) => {
      expect(compareCase(testCase, operations[testCase.op]!(testCase, file)).mismatches).toEqual([]);
    });
  });
}
