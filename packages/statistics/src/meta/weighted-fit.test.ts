import { expect, it } from "vitest";
import { coefficients, fitAt, fittedValues, weightsAt } from "./weighted-fit.ts";

const y = Float64Array.of(1, 2, 4);
const v = Float64Array.of(1, 1, 2);
const rows = (...columns: number[][]) => [0, 1, 2].map((i) => Float64Array.from(columns, (column) => column[i]!));

it("has no weights where a variance is zero or the range of numbers ends", () => {
  expect(weightsAt({ y, v: Float64Array.of(1, 0, 2) }, 0)).toBeUndefined();
  expect(weightsAt({ y, v }, Infinity)).toBeUndefined();
  expect(weightsAt({ y, v }, 1)).toEqual(Float64Array.of(1 / 2, 1 / 2, 1 / 3));
});

it("has no fit under a singular design", () => {
  expect(fitAt({ y, v, x: rows([1, 1, 1], [2, 2, 2]) }, 0)).toBeUndefined();
});

it("gives the same mean with a design of ones as without one", () => {
  // Weights 1, 1, 1/2: the mean is 5 / 2.5.
  const plain = fitAt({ y, v }, 0)!;
  const ones = fitAt({ y, v, x: rows([1, 1, 1]) }, 0)!;
  expect([plain.beta[0], plain.covariance[0]![0], plain.rss]).toEqual([2, 0.4, 3]);
  expect(ones.beta[0]).toBeCloseTo(2, 12);
  expect(ones.rss).toBeCloseTo(3, 12);
  expect(ones.logDet).toBeCloseTo(plain.logDet, 12);
  expect(fittedValues({ y, v }, plain.beta)).toEqual(Float64Array.of(2, 2, 2));
  expect(coefficients({ y, v, x: rows([1, 1, 1], [1, 2, 3]) })).toBe(2);
});
