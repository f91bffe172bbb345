import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edgeOperations } from "../../packages/statistics/src/golden/edge.ts";
import { compareCase, type GoldenFile, type Operations } from "../../packages/statistics/src/golden/index.ts";
import { metaOperations } from "../../packages/statistics/src/golden/meta.ts";
import { survivalOperations } from "../../packages/statistics/src/golden/survival.ts";

/** The golden cases that ask for the mutated families themselves; the families that build on them would only cost time. */
const OPERATIONS: Operations = { ...metaOperations, ...survivalOperations, ...edgeOperations };
const FOLDER = join(import.meta.dirname, "../../reference/statistics");

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as GoldenFile)
  .map((file) => ({ ...file, cases: file.cases.filter(({ op }) => op in OPERATIONS) }))
  .filter(({ cases }) => cases.length > 0);

describe.each(files)("agrees with R on $id", (file) => {
  it.each(file.cases)("$id", (testCase) => {
    expect(compareCase(testCase, OPERATIONS[testCase.op]!(testCase, file)).mismatches).toEqual([]);
  });
});
