import { describe, expect, it } from "vitest";
import { estimateTau2, TAU2_METHODS, type Tau2Method } from "./tau2.ts";

const studies = (y: number[], v: number[]) => ({ y: Float64Array.from(y), v: Float64Array.from(v) });

const MOMENTS = ["DL", "HS", "HSk"] as const;
const ROOTS = ["PM", "DLIT", "SJIT", "EB"] as const;

/** The generalised Q of a mean at tau2. */
function q({ y, v }: ReturnType<typeof studies>, tau2: number): number {
  const w = Array.from(v, (variance) => 1 / (variance + tau2));
  const mu = w.reduce((sum, weight, i) => sum + weight * y[i]!, 0) / w.reduce((a, b) => a + b, 0);
  return w.reduce((sum, weight, i) => sum + weight * (y[i]! - mu) ** 2, 0);
}

it.each(TAU2_METHODS)("%s of a single study is 0 without an error", (method) => {
  expect(estimateTau2(studies([0.4], [0.04]), method)).toStrictEqual({ tau2: 0 });
});

it.each<[Tau2Method, number]>([
  // Effects 0 and 4, variances 1: Q = 8, sum w = 2, tr P = 1, and Q(t) = 8 / (1 + t).
  ["DL", 7],
  ["HE", 7],
  ["HS", 3],
  ["HSk", 7],
  ["SJ", 4 * (8 / 5)],
  ["PM", 7],
  ["REML", 7],
  ["ML", 3],
  ["PMM", 8 / 0.45493642311957283 - 1],
])("%s of two studies by hand", (method, expected) => {
  expect(estimateTau2(studies([0, 4], [1, 1]), method)!.tau2).toBeCloseTo(expected, 8);
});

it.each(TAU2_METHODS)("%s of equal effects is 0", (method) => {
  expect(estimateTau2(studies([0.3, 0.3, 0.3], [0.1, 0.2, 0.4]), method)!.tau2).toBe(0);
});

describe("beside a variance of zero", () => {
  const exact = studies([0.1, 0.2, 0.7], [0.04, 0, 0.02]);

  it.each(MOMENTS)("%s has no answer", (method) => {
    expect(estimateTau2(exact, method)).toBeUndefined();
  });

  it.each(ROOTS)("%s still brings Q to its degrees of freedom", (method) => {
    expect(q(exact, estimateTau2(exact, method)!.tau2)).toBeCloseTo(2, 9);
  });

  it("PM finds a root far below the spread of the effects", () => {
    const far = studies([0, 1, 1], [0, 0.99, 1]);
    expect(q(far, estimateTau2(far, "PM")!.tau2)).toBeCloseTo(2, 9);
  });

  it("PM has no answer where Q stays below its degrees of freedom, or the effects are equal", () => {
    expect(estimateTau2(studies([0, 0.1, 0.1], [0, 1, 1]), "PM")).toBeUndefined();
    expect(estimateTau2(studies([1, 1, 1], [0, 1, 1]), "PMM")).toBeUndefined();
  });

  it("SJ of equal effects has no answer", () => {
    expect(estimateTau2(studies([1, 1, 1], [0, 1, 1]), "SJ")).toBeUndefined();
  });
});

describe("scoring stopped by a rule", () => {
  const rule = { threshold: 1e-5 };

  it("gives 0 where the likelihood is higher there than at the maximum it came to, as rma() does", () => {
    expect(estimateTau2(studies([0, 0.12, 5, -5], [0.01, 0.01, 3, 3]), "ML", rule)!.tau2).toBe(0);
  });

  it("takes a single step where Hedges' estimate is the answer already, and none where none is allowed", () => {
    const alike = studies([0, 4, 1], [1, 1, 1]);
    expect(estimateTau2(alike, "REML", { ...rule, steps: 1 })!.tau2).toBeCloseTo(10 / 3, 9); // variance 13/3 less 1
    expect(estimateTau2(alike, "REML", { ...rule, steps: 0 })).toBeUndefined();
  });

  it("comes near the maximum beside a variance of zero too", () => {
    const exact = studies([0.1, 0.2, 0.7], [0.04, 0, 0.02]);
    const scored = estimateTau2(exact, "REML", { threshold: 1e-12 })!;
    expect(scored.tau2).toBeCloseTo(estimateTau2(exact, "REML")!.tau2, 9);
  });
});
