import { describe, expect, it } from "vitest";
import type { Studies } from "./studies.ts";
import { type Likelihood, localMaxima, logLikelihood, scoreAt, tau2Likelihood } from "./tau2-likelihood.ts";

const studies = (y: number[], v: number[]): Studies => ({ y: Float64Array.from(y), v: Float64Array.from(v) });
const withOnes = (plain: Studies): Studies => ({ ...plain, x: Array.from(plain.y, () => Float64Array.of(1)) });

/** The log-likelihood straight from its definition, for a plain mean. */
function defined({ y, v }: Studies, tau2: number, kind: Likelihood): number {
  const spread = Array.from(v, (variance) => variance + tau2);
  const sumW = spread.reduce((sum, s) => sum + 1 / s, 0);
  const mu = spread.reduce((sum, s, i) => sum + y[i]! / s, 0) / sumW;
  const densities = spread.reduce((sum, s, i) => sum - Math.log(2 * Math.PI * s) / 2 - (y[i]! - mu) ** 2 / (2 * s), 0);
  return kind === "ML" ? densities : densities + (Math.log(2 * Math.PI) - Math.log(sumW) + Math.log(y.length)) / 2;
}

const KINDS = ["ML", "REML"] as const;
const SOME = studies([0.1, 0.5, -0.3, 0.9, 0.2, 0.6], [0.02, 0.05, 0.03, 0.08, 0.01, 0.04]);
/** A precise pair that is alike and a loose one that is not: two maxima, of which ML takes the lower tau2 and REML the higher. */
const TWO_TOPS = studies([0, 0.2, 5, -5], [0.01, 0.01, 3, 3]);

describe.each(KINDS)("%s", (kind) => {
  it.each([0, 0.001, 0.1, 3])("has the likelihood of its definition at %d, with a design of ones too", (tau2) => {
    expect(logLikelihood(SOME, tau2, kind)).toBeCloseTo(defined(SOME, tau2, kind), 10);
    expect(logLikelihood(withOnes(SOME), tau2, kind)).toBeCloseTo(defined(SOME, tau2, kind), 10);
  });

  it("is at its highest at the estimate, and curves there as its error says", () => {
    const { tau2, se } = tau2Likelihood(SOME, kind)!;
    const height = (at: number) => defined(SOME, at, kind);
    const h = 1e-4 * tau2;
    expect((height(tau2 + h) - height(tau2 - h)) / (2 * h)).toBeCloseTo(0, 4);
    for (let at = 1e-6; at < 100; at *= 1.2) expect(height(tau2)).toBeGreaterThanOrEqual(height(at));
    expect(se).toBeGreaterThan(0);
    expect(tau2Likelihood(withOnes(SOME), kind)!.tau2 / tau2).toBeCloseTo(1, 10);
    expect(tau2Likelihood(withOnes(SOME), kind)!.se! / se!).toBeCloseTo(1, 10);
  });

  it.each([0.01, 0.1, 3])("has the slope and the curvature of its definition at %d, with a design of ones too", (tau2) => {
    const h = 1e-4 * tau2;
    const [before, here, after] = [tau2 - h, tau2, tau2 + h].map((at) => defined(SOME, at, kind));
    const { score, curvature } = scoreAt(SOME, tau2, kind)!;
    expect(score / ((after! - before!) / (2 * h))).toBeCloseTo(1, 5);
    expect(curvature! / ((2 * here! - before! - after!) / (h * h))).toBeCloseTo(1, 3);
    expect(scoreAt(withOnes(SOME), tau2, kind)!.score / score).toBeCloseTo(1, 10);
  });

  it("finds a maximum above the spread of the effects, where loose studies lie close and exact ones apart", () => {
    const loose = studies([0.31, 1.59, 0.18, 0.02, 0.04, -0.02], [753, 0.0173, 15819, 26709, 146, 0.00272]);
    const { tau2 } = tau2Likelihood(loose, kind)!;
    for (let at = 1e-6; at < 100; at *= 1.05) expect(defined(loose, tau2, kind)).toBeGreaterThanOrEqual(defined(loose, at, kind) - 1e-12);
  });

  it("finds both maxima, 0 itself and another, below the variance of a loose last study", () => {
    const tops = localMaxima(studies([0, 0.12, 5, -5, 0], [0.01, 0.01, 3, 3, 1e6]), kind)!;
    expect(tops[0]).toBe(0);
    expect(tops).toHaveLength(2);
    expect(tops[1]).toBeGreaterThan(5);
  });

  it("has no maximum at 0 itself where a weight is infinite there", () => {
    for (const exact of [studies([0, 0.1, 0.1], [0, 1, 1]), studies([0.1, 0.2, 0.7], [0.04, 0, 0.02])]) {
      expect(localMaxima(exact, kind)!.filter((tau2) => tau2 === 0)).toEqual([]);
      expect(scoreAt(exact, 0, kind)).toBeUndefined();
      expect(scoreAt(withOnes(exact), 0, kind)).toBeUndefined();
    }
  });

  it("is 0 for effects that differ less than their errors, and of equal effects", () => {
    expect(tau2Likelihood(studies([0.1, 0.11, 0.12], [1, 2, 1]), kind)!.tau2).toBe(0);
    expect(tau2Likelihood(studies([0.3, 0.3], [1, 2]), kind)!.tau2).toBe(0);
  });

  it("has the error of the expected information: two studies with variance 1 that differ by 4", () => {
    // ML: tau2 = 3, information k / (2 (v + tau2)^2) = 1 / 16. REML: tau2 = 7, information 1 / (2 * 64).
    const { se } = tau2Likelihood(studies([0, 4], [1, 1]), kind)!;
    expect(se).toBeCloseTo(kind === "ML" ? 4 : Math.sqrt(128), 8);
  });

  it("scales with the unit through a billion billion", () => {
    const one = tau2Likelihood(SOME, kind)!.tau2;
    for (const unit of [1e-9, 1e9]) {
      const other = studies(
        Array.from(SOME.y, (y) => y * unit),
        Array.from(SOME.v, (v) => v * unit * unit),
      );
      expect(tau2Likelihood(other, kind)!.tau2 / unit / unit / one).toBeCloseTo(1, 10);
    }
  });

  it("finds every local maximum that a fine grid shows, and takes the highest", () => {
    const grid = Array.from({ length: 4000 }, (_, n) => 1e-5 * 1.004 ** n);
    const heights = grid.map((tau2) => defined(TWO_TOPS, tau2, kind));
    const tops = grid.filter((_, n) => n > 0 && heights[n]! > heights[n - 1]! && heights[n]! > (heights[n + 1] ?? -Infinity));
    const inner = localMaxima(TWO_TOPS, kind)!;
    expect([inner.length, tops.length]).toEqual([2, 2]);
    inner.forEach((tau2, i) => {
      expect(Math.abs(tau2 / tops[i]! - 1)).toBeLessThan(0.01);
    });
    const best = Math.max(...heights, defined(TWO_TOPS, 0, kind));
    expect(defined(TWO_TOPS, tau2Likelihood(TWO_TOPS, kind)!.tau2, kind)).toBeGreaterThanOrEqual(best - 1e-9);
  });
});

it("has no likelihood where a weight is infinite, and REML still finds its maximum beside it", () => {
  const exact = studies([0.1, 0.2, 0.7], [0.04, 0, 0.02]);
  expect(logLikelihood(exact, 0, "REML")).toBeUndefined();
  const { tau2 } = tau2Likelihood(exact, "REML")!;
  for (let at = 1e-6; at < 100; at *= 1.2) expect(defined(exact, tau2, "REML")).toBeGreaterThanOrEqual(defined(exact, at, "REML"));
});

it("fits more studies than its scratch space holds at first", () => {
  const many = studies(
    Array.from({ length: 700 }, (_, i) => Math.sin(i)),
    Array.from({ length: 700 }, (_, i) => 0.1 + (i % 7) / 10),
  );
  const { tau2 } = tau2Likelihood(many, "REML")!;
  const h = 1e-4 * tau2;
  expect((defined(many, tau2 + h, "REML") - defined(many, tau2 - h, "REML")) / (2 * h)).toBeCloseTo(0, 3);
});
