import { describe, expect, it } from "vitest";
import {
  binomial,
  chiSquare,
  gamma,
  hypergeometric,
  noncentralChiSquare,
  noncentralHypergeometric,
  noncentralT,
  normal,
  studentT,
  weightedChiSquareTail,
} from "./index.ts";

describe("binomial", () => {
  it("has the textbook probabilities of four coins", () => {
    const coins = binomial(4, 0.5);
    expect([0, 1, 2, 3, 4].map((x) => coins.probability(x) * 16)).toEqual([1, 4, 6, 4, 1].map((value) => expect.closeTo(value, 13)));
    expect(coins.upper(3)).toBeCloseTo(1 / 16, 15);
    expect([coins.quantile(0.0625), coins.quantile(0.07), coins.upperQuantile(0.0625)]).toEqual([0, 1, 3]);
  });

  it("keeps the tail at a chance of a billionth", () => {
    expect(binomial(3, 1e-9).upper(2) / 1e-27).toBeCloseTo(1, 12);
  });

  it("is certain at 0 and at 1, and nowhere between whole numbers", () => {
    expect([binomial(5, 0).probability(0), binomial(5, 1).probability(5), binomial(5, 0.5).probability(2.5)]).toEqual([1, 1, 0]);
    expect(() => binomial(2.5, 0.5)).toThrow(RangeError);
  });
});

describe("hypergeometric", () => {
  it("is Fisher's lady tasting tea", () => {
    const tea = hypergeometric({ n1: 4, n2: 4, events: 4 });
    expect(tea.upper(3)).toBeCloseTo(1 / 70, 14);
    expect(tea.probability(3)).toBeCloseTo(16 / 70, 14);
  });

  it("leans with the odds ratio: weights 1, 16 psi, 36 psi^2, 16 psi^3, psi^4", () => {
    const psi = 3;
    const weights = [1, 16 * psi, 36 * psi ** 2, 16 * psi ** 3, psi ** 4];
    const total = weights.reduce((a, b) => a + b, 0);
    const leaning = noncentralHypergeometric({ n1: 4, n2: 4, events: 4 }, Math.log(psi));
    weights.forEach((weight, x) => {
      expect(leaning.probability(x)).toBeCloseTo(weight / total, 13);
    });
  });

  it("refuses impossible margins", () => {
    expect(() => hypergeometric({ n1: 1, n2: 1, events: 3 })).toThrow(RangeError);
    expect(() => noncentralHypergeometric({ n1: 1, n2: 1, events: 1 }, Infinity)).toThrow(RangeError);
  });
});

describe("noncentral", () => {
  it("both tails of noncentral t add up, and turn with the sign", () => {
    for (const x of [-3, 0.4, 5]) {
      const { lower, upper } = noncentralT(7, 1.3).tails(x);
      expect(lower + upper).toBeCloseTo(1, 14);
      expect(noncentralT(7, -1.3).upper(-x) / lower).toBeCloseTo(1, 11);
    }
  });

  it.each([
    [-2, 10, 3],
    [-2, 60, 3],
    [-2, 2, 0.5],
    [-5, 10, 3],
  ])("has the tail of noncentral t at %d with %d df about %d that the integral over the spread gives", (x, df, ncp) => {
    // all terms are positive, so the sum keeps its digits where a difference of series loses them
    const steps = 200_000;
    const far = 6 + 20 / df;
    let sum = 0;
    for (let i = 1; i < steps; i++) {
      const s = (far * i) / steps; // T = (Z + ncp) / S, S^2 = chi-square / df
      sum += (i % 2 === 1 ? 4 : 2) * normal.lower(x * s - ncp) * chiSquare(df).density(df * s * s) * 2 * df * s;
    }
    expect(noncentralT(df, ncp).lower(x) / ((sum * far) / steps / 3)).toBeCloseTo(1, 9);
  });

  it("brings probabilities back through quantiles", () => {
    for (const p of [1e-8, 0.2, 0.999]) {
      expect(noncentralT(4, 2).lower(noncentralT(4, 2).quantile(p)) / p).toBeCloseTo(1, 9);
      expect(noncentralChiSquare(3, 9).lower(noncentralChiSquare(3, 9).quantile(p)) / p).toBeCloseTo(1, 9);
    }
  });

  it("is central when nothing is off centre", () => {
    expect(noncentralT(5, 0).lower(1)).toBe(studentT(5).lower(1));
    expect(noncentralChiSquare(5, 0).lower(1)).toBe(chiSquare(5).lower(1));
  });

  it("densities are the slopes of the tails", () => {
    const h = 1e-5;
    for (const family of [noncentralT(6, 1.5), noncentralChiSquare(4, 3), gamma(2.5, 1.7)]) {
      expect((family.lower(1.2 + h) - family.lower(1.2 - h)) / (2 * h)).toBeCloseTo(family.density(1.2), 7);
    }
  });
});

describe("weighted sum of chi-squares", () => {
  it("is a scaled chi-square when the weights are equal", () => {
    for (const q of [0.5, 6, 30]) expect(weightedChiSquareTail([2, 2, 2, 2], q)).toBeCloseTo(chiSquare(4).upper(q / 2), 8);
  });

  it("of two pairs is the two-exponential mixture", () => {
    // Weights a, a, b, b: the sum of two exponentials with means 2a and 2b.
    const [a, b, q] = [3, 1, 9];
    const exact = (a * Math.exp(-q / (2 * a)) - b * Math.exp(-q / (2 * b))) / (a - b);
    expect(weightedChiSquareTail([a, a, b, b], q)).toBeCloseTo(exact, 9);
  });
});
