import { expect, it } from "vitest";
import { cochranQ, inconsistency, typicalVariance } from "./heterogeneity.ts";

const studies = (y: number[], v: number[]) => ({ y: Float64Array.from(y), v: Float64Array.from(v) });

it("measures two studies as by hand", () => {
  // Weights 1 and 1, mean 2: Q = 1 + 1 = 2 on 1 df, I2 = 1 - 1/2; a typical variance is 1 / (2 - 2/2) = 1.
  const two = studies([1, 3], [1, 1]);
  expect(cochranQ(two)).toMatchObject({ q: 2, df: 1 });
  expect(typicalVariance(two)).toBe(1);
  expect(inconsistency(two, 0, "EE")).toEqual({ i2: 50, h2: 2 });
  expect(inconsistency(two, 3, "DL")).toEqual({ i2: 75, h2: 4 });
});

it("finds none between effects that are equal, nor in a single study", () => {
  expect(inconsistency(studies([1, 1], [1, 2]), 0, "EE")).toEqual({ i2: 0, h2: 0 });
  expect(inconsistency(studies([1], [1]), 0, "DL")).toEqual({ i2: 0, h2: 1 });
  expect(cochranQ(studies([1], [1]))).toEqual({ q: 0, df: 0, p: 1 });
  expect(typicalVariance(studies([1], [1]))).toBeUndefined();
});

it("has no answer where a variance is zero", () => {
  const exact = studies([1, 3], [0, 1]);
  expect(cochranQ(exact)).toBeUndefined();
  expect(typicalVariance(exact)).toBeUndefined();
  expect(inconsistency(exact, 0.5, "DL")).toBeUndefined();
  expect(inconsistency(exact, 0, "EE")).toBeUndefined();
});
