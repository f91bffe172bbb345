import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomial } from "../distributions/binomial.ts";
import { PROPORTION_METHODS, proportionInterval } from "./proportion-interval.ts";

const limits = (x: number, n: number, method: (typeof PROPORTION_METHODS)[number], level = 0.95) => {
  const result = proportionInterval(x, n, method, level);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.ci;
};
const count = fc.integer({ min: 1, max: 300 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("agrees with Newcombe 1998, Statistics in Medicine 17:857-872, Table I", () => {
  it.each([
    [81, 263, "wilson", [0.2553, 0.3662]],
    [81, 263, "wilson-cc", [0.2535, 0.3682]],
    [81, 263, "clopper-pearson", [0.2527, 0.3676]],
    [15, 148, "wilson", [0.0624, 0.1605]],
    [15, 148, "wilson-cc", [0.0598, 0.1644]],
    [15, 148, "clopper-pearson", [0.0578, 0.1617]],
    [0, 20, "wilson", [0, 0.1611]],
    [0, 20, "clopper-pearson", [0, 0.1684]],
    [1, 29, "wilson", [0.0061, 0.1718]],
    [1, 29, "clopper-pearson", [0.0009, 0.1776]],
  ] as const)("%i of %i, %s", (x, n, method, printed) => {
    const [low, high] = limits(x, n, method);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(printed.map((limit) => limit.toFixed(4)));
  });
});

it("has Wilson limits at which the score test just rejects", () => {
  fc.assert(
    fc.property(count, ([x, n]) => {
      for (const p of limits(x, n, "wilson"))
        if (p > 0 && p < 1) expect(Math.abs(x / n - p) / Math.sqrt((p * (1 - p)) / n)).toBeCloseTo(1.959963984540054, 8);
    }),
  );
});

it("has Clopper-Pearson limits under which the count is just in the tail", () => {
  fc.assert(
    fc.property(count, ([x, n]) => {
      const [low, high] = limits(x, n, "clopper-pearson");
      if (x > 0) expect(binomial(n, low).upper(x - 1)).toBeCloseTo(0.025, 9);
      if (x < n) expect(binomial(n, high).lower(x)).toBeCloseTo(0.025, 9);
    }),
  );
});

it("keeps every interval in order, around the share, mirrored for the complement and wider for a higher level", () => {
  fc.assert(
    fc.property(count, fc.constantFrom(...PROPORTION_METHODS), ([x, n], method) => {
      const [low, high] = limits(x, n, method);
      const [wideLow, wideHigh] = limits(x, n, method, 0.99);
      const [mirrorLow, mirrorHigh] = limits(n - x, n, method);
      expect(low).toBeLessThanOrEqual(x / n + 1e-12);
      expect(high).toBeGreaterThanOrEqual(x / n - 1e-12);
      // uncut Agresti-Coull limits beyond 0 and 1 move with the level both ways
      expect(Math.max(0, wideLow)).toBeLessThanOrEqual(Math.max(0, low) + 1e-12);
      expect(Math.min(1, wideHigh)).toBeGreaterThanOrEqual(Math.min(1, high) - 1e-12);
      expect(1 - mirrorHigh).toBeCloseTo(low, 10);
      expect(1 - mirrorLow).toBeCloseTo(high, 10);
    }),
  );
});

it.each([
  [0, 0, "no-subjects"],
  [-1, 5, "events"],
  [6, 5, "events"],
  [1.5, 5, "events"],
  [1, 5.5, "subjects"],
  [Number.NaN, 5, "events"],
  [1, Infinity, "subjects"],
])("refuses %s of %s", (x, n, code) => {
  expect(proportionInterval(x, n)).toMatchObject({ ok: false, refusal: { code } });
});

it("throws at a level outside 0 to 1", () => {
  expect(() => proportionInterval(1, 2, "wilson", 95)).toThrow(RangeError);
});
