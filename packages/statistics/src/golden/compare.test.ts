import { describe, expect, it } from "vitest";
import { compareCase } from "./compare.ts";
import type { GoldenCase } from "./operation.ts";
import { REFERENCE_LIMITS } from "./reference-limits.ts";

const caseOf = (expected: Record<string, unknown>): GoldenCase => ({
  id: "one",
  op: "made-up",
  args: {},
  expected,
  tolerance: { rel: 1e-6, abs: 1e-9 },
  tolerance_by_field: { loose: { rel: 0.1, abs: 0 } },
});

it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ["a number within its relative tolerance", { a: 1000 }, { a: 1000.0009 }],
  ["a number within its absolute tolerance", { a: 0 }, { a: 9e-10 }],
  ["a field with a tolerance of its own", { loose: 1 }, { loose: 1.09 }],
  ["missing as undefined", { a: null, b: [null, 1] }, { b: [undefined, 1] }],
  ["infinities as words", { a: "Inf", b: "-Inf" }, { a: Infinity, b: -Infinity }],
  ["typed arrays", { a: [1, 2] }, { a: Float64Array.of(1, 2) }],
  ["fields that are there beside the expected ones", { a: 1 }, { a: 1, b: 2 }],
  ["the wording of a warning", { warnings: ["R's words"], message: "R's words" }, {}],
])("accepts %s", (_, expected, got) => {
  expect(compareCase(caseOf(expected), got).mismatches).toEqual([]);
});

it.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
  ["a number beyond its tolerance", { a: 1000 }, { a: 1000.002 }, "a"],
  ["NaN for a number", { a: 1 }, { a: Number.NaN }, "a"],
  ["NaN for missing", { a: null }, { a: Number.NaN }, "a"],
  ["nothing for a number", { a: 1 }, {}, "a"],
  ["a number for missing", { a: null }, { a: 1 }, "a"],
  ["another word", { side: "left" }, { side: "right" }, "side"],
  ["a surplus value", { a: [1] }, { a: [1, 2] }, "a.length"],
  ["a wrong value deep inside", { a: { b: [1, 2] } }, { a: { b: [1, 3] } }, "a.b.1"],
])("refuses %s", (...[, expected, got, field]) => {
  expect(compareCase(caseOf(expected), got).mismatches.map((mismatch) => mismatch.field)).toEqual([field]);
});

it("reports the largest relative error of what passed", () => {
  expect(compareCase(caseOf({ a: 1000, b: 0 }), { a: 1000.0005, b: 1e-12 }).worst).toBeCloseTo(5e-7, 10);
});

it("takes the absolute tolerance that a note asks for", () => {
  const noted = {
    ...caseOf({ a: 1e-12, b: 0.5 }),
    note: "exact to 1e-12 only, so compare with abs 1e-10 in the far tail",
    tolerance: { rel: 1e-9, abs: 0 },
  };
  expect(compareCase(noted, { a: 3e-12, b: 0.5 }).mismatches).toEqual([]);
  expect(compareCase(noted, { a: 3e-10, b: 0.5 }).mismatches).toHaveLength(1);
});

describe("known limits of the reference", () => {
  const mmrm: GoldenCase = { ...caseOf({ coef: [1], logLik: -10 }), op: "mmrm", tolerance_by_field: {} };

  it("excuse a difference only where our likelihood is the higher one", () => {
    const near = { coef: [1.00002] };
    expect(compareCase(mmrm, { ...near, logLik: -9.9999999 })).toMatchObject({
      mismatches: [],
      excuses: [expect.stringContaining("stops")],
    });
    expect(compareCase(mmrm, { ...near, logLik: -10.0000001 }).mismatches).toHaveLength(1);
    expect(compareCase(mmrm, { coef: [1.01], logLik: -9.9999999 }).mismatches).toHaveLength(1);
  });

  it("say what to run or read to see them", () => {
    for (const { reason, proof } of REFERENCE_LIMITS) {
      expect(reason.length).toBeGreaterThan(20);
      expect(proof.length).toBeGreaterThan(20);
    }
  });
});
