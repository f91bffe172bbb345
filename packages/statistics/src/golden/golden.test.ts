import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareCase, type GoldenFile, OPERATIONS, referenceDefect } from "./index.ts";

const FOLDER = join(import.meta.dirname, "../../../../reference/statistics");

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as GoldenFile);

describe.each(files)("agrees with R on $id", (file) => {
  const cases = file.cases.filter((testCase) => !referenceDefect(testCase, file));

  it.each(cases)("$id", (testCase) => {
    const operation = OPERATIONS[testCase.op];
    if (!operation) throw new Error(`unknown op ${testCase.op}`);
    expect(compareCase(testCase, operation(testCase, file)).mismatches).toEqual([]);
  });
});

it("leaves out no more than the cases in which the reference is known to be wrong", () => {
  const left = files.flatMap((file) => file.cases.filter((testCase) => referenceDefect(testCase, file)).map(({ id }) => id));
  expect(left).toEqual(["norm-es-SMD-uncorrected"]);
});
