import { expect, it } from "vitest";
import { hedgesJ } from "./hedges-j.ts";

const DIGITS = 40n;
const ONE = 10n ** DIGITS;

/**
 * J(m) squared of even m, in whole numbers of 40 digits: with r(m) = Gamma(m/2) / Gamma((m-1)/2) there are r(2) = 1 / sqrt(pi) and
 * r(m + 2) = r(m) m / (m - 1), and J(m)^2 = r(m)^2 / (m/2).
 */
function squareOfJ(m: number): bigint {
  const pi = 3141592653589793238462643383279502884197n * 10n;
  let squared = (ONE * ONE) / pi;
  for (let j = 2n; j < BigInt(m); j += 2n) squared = (squared * j * j) / ((j - 1n) * (j - 1n));
  return (squared * 2n) / BigInt(m);
}

it.each([2, 4, 10, 30, 100, 102, 1000, 100_000, 1_000_000])("is exact at %i degrees of freedom", (m) => {
  const exact = Math.sqrt(Number(squareOfJ(m) / 10n ** (DIGITS - 25n)) / 1e25);
  expect(Math.abs(hedgesJ(m) / exact - 1)).toBeLessThan(5e-15);
});

it.each([1, 0, Number.NaN])("has no value at %d", (m) => {
  expect(() => hedgesJ(m)).toThrow(RangeError);
});
