import { describe, expect, it } from "vitest";
import type { GoldenCase, GoldenFile } from "./operation.ts";
import { runCase } from "./run-case.ts";

const TIGHT = { rel: 1e-9, abs: 1e-12 };
const asked = (one: Partial<GoldenCase>): GoldenCase => ({ id: "one", op: "meta", args: {}, expected: {}, tolerance: TIGHT, ...one });
const fileOf = (file: Partial<GoldenFile>): GoldenFile => ({ id: "made-here", cases: [], ...file });
const EMPTY = fileOf({});

describe("a case of a stranger's file", () => {
  it("with an op nobody knows is left out without a reason", () => {
    expect(runCase(asked({ op: "astrology" }), EMPTY)).toEqual({ state: "skipped", mismatches: [], worst: 0 });
  });

  it("that cannot be computed fails and does not end the run", () => {
    expect(runCase(asked({ expected: { estimate: 1 } }), EMPTY)).toMatchObject({ state: "failed", mismatches: [{ field: "(all)" }] });
  });

  it("whose awkward input stands in words only is left out, with that as the reason", () => {
    const words = asked({ id: "edge-unheard-of", op: "edge", expected: { behaviour: "error" } });
    expect(runCase(words, EMPTY)).toMatchObject({ state: "skipped", reason: expect.stringContaining("words only") });
  });

  it("is computed from its args under any id", () => {
    // two studies with one variance: the mean is 0.25, its variance half of 0.04
    const args = { method: "EE", yi: [0.4, 0.1], vi: [0.04, 0.04] };
    const estimate = { estimate: 0.25, se: Math.sqrt(0.02) };
    expect(runCase(asked({ args, expected: estimate }), EMPTY).state).toBe("passed");
    const awkward = asked({ id: "edge-whatever", op: "edge", args, expected: { behaviour: "result", result: estimate } });
    expect(runCase(awkward, EMPTY).state).toBe("passed");
  });
});

describe("columns are found by what they hold", () => {
  it("in the table with as many rows as the answer, whatever its name", () => {
    const dataset = { first: { columns: { ri: [0.5], ni: [10] } }, second: { columns: { ri: [0, 0.6], ni: [4, 11] } } };
    const expected = { yi: [0, 0.6], vi: [1 / 3, 0.64 ** 2 / 10] };
    expect(runCase(asked({ op: "effect_size", args: { measure: "COR" }, expected }), fileOf({ dataset })).state).toBe("passed");
  });

  it("a row that lacks a value has no effect, and the others theirs", () => {
    const columns = { ri: [0.6, null], ni: [11, 20] };
    const expected = { yi: [0.6, null], vi: [0.64 ** 2 / 10, null] };
    expect(runCase(asked({ op: "effect_size", args: { measure: "COR" }, expected }), fileOf({ dataset: { columns } })).state).toBe(
      "passed",
    );
  });

  it("groups of the log-rank test under another name, status as 1 and 2", () => {
    // one death in each group: at 1 one of two at risk, at 2 one of one
    const columns = { futime: [1, 2], fustat: [2, 2], "arm.code": ["b", "a"] };
    const expected = { observed: [1, 1], expected: [1.5, 0.5], chisq: 1, df: 1 };
    const one = asked({ op: "logrank", args: { rho: 0, model: "code" }, expected });
    expect(runCase(one, fileOf({ dataset: { columns } })).state).toBe("passed");
  });
});

describe("a lesser maximum", () => {
  const yi = [
    -0.83, -1.11, -1.298, -0.043, -1.281, -2.305, -0.675, 0.223, -0.593, -0.298, -1.163, -0.793, -1.574, 0.058, -0.056, 1.099, -1.099,
    0.003, -1.792, -1.112, -0.443, -1.099,
  ];
  const vi = [
    1.555, 0.357, 0.666, 2.043, 1.425, 1.154, 0.285, 0.239, 0.85, 0.0215, 0.303, 0.392, 0.332, 0.001, 0.722, 2.732, 0.234, 0.005, 0.646,
    2.693, 0.0187, 1.356,
  ];
  const inputs = { set: { yi, vi, X: { s: vi.map(Math.sqrt) } } };
  const one = (expected: Record<string, unknown>) => asked({ op: "meta_regression", input: "set", args: { method: "ML" }, expected });

  it("of the reference is no failure of ours, when scoring as published ends there", () => {
    expect(runCase(one({ tau2: 0 }), fileOf({ inputs }))).toMatchObject({ state: "skipped", reason: expect.stringContaining("scoring") });
  });

  it("that scoring does not end at is one", () => {
    expect(runCase(one({ tau2: 0.2 }), fileOf({ inputs })).state).toBe("failed");
  });
});

it("leaves out a Cohen's d that is Hedges' g only where the file shows it", () => {
  const dataset = { columns: { m1i: [3], sd1i: [1], n1i: [5], m2i: [1], sd2i: [1], n2i: [5] } };
  const g = asked({ id: "g", op: "effect_size", args: { measure: "SMD" }, expected: { yi: [1.8] } });
  const d = (yi: number) => asked({ id: "d", op: "effect_size", args: { measure: "SMD", correct: false }, expected: { yi: [yi] } });
  const file = fileOf({ dataset, cases: [g] });
  expect(runCase(d(1.8), file)).toMatchObject({ state: "skipped", reason: expect.stringContaining("g; ours is Cohen's d") });
  expect(runCase(d(2), file).state).toBe("passed");
  expect(runCase(d(1.9), file).state).toBe("failed");
});
