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
