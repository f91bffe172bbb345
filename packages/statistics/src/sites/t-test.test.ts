import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneSampleT, pairedT, summarise, twoSampleT } from "./t-test.ts";

// Student 1908, additional hours of sleep under two drugs
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const summary = (values: readonly number[]) => {
  const result = summarise(values);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe("Student's sleep data, as printed in the R documentation", () => {
  it("paired: t = -4.0621, p = 0.002833", () => {
    const test = pairedT(first, second);
    expect(test.ok && [test.value.t.toFixed(4), test.value.p.toFixed(6), test.value.df]).toEqual(["-4.0621", "0.002833", 9]);
  });
  it("Welch: t = -1.8608, df = 17.776, p = 0.07939", () => {
    const test = twoSampleT(summary(first), summary(second));
    expect(test.ok && [test.value.t.toFixed(4), test.value.df.toFixed(3), test.value.p.toFixed(5)]).toEqual([
      "-1.8608",
      "17.776",
      "0.07939",
    ]);
  });
  it("pooled: the same t with 18 degrees of freedom", () => {
    const test = twoSampleT(summary(first), summary(second), "equal");
    expect(test.ok && [test.value.t.toFixed(4), test.value.df]).toEqual(["-1.8608", 18]);
  });
});

it("is by hand for 1, 2, 3: mean 2, standard error 1/sqrt(3), p = 1 - sqrt(6/7) with 2 degrees of freedom", () => {
  const test = oneSampleT([1, 2, 3]);
  expect(test).toMatchObject({ ok: true, value: { df: 2 } });
  expect(test.ok && test.value.se).toBeCloseTo(1 / Math.sqrt(3), 14);
  expect(test.ok && test.value.p).toBeCloseTo(1 - Math.sqrt(12 / 14), 12); // P(|T| > t) = 1 - t/sqrt(2 + t^2), t^2 = 12
});

it("keeps its digits far from 0 and scales with the unit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 }),
      fc.constantFrom(1e-9, 1e6),
      (values, unit) => {
        const here = oneSampleT(values);
        const scaled = oneSampleT(values.map((value) => value * unit));
        if (!here.ok || !scaled.ok) return here.ok === scaled.ok || Math.abs(summary(values).mean) < 1e-12;
        expect(summary(values.map((value) => value + 1e8)).sd).toBeCloseTo(summary(values).sd, 6);
        return Math.abs(scaled.value.t - here.value.t) <= 1e-9 * (1 + Math.abs(here.value.t));
      },
    ),
  );
});

it.each([
  ["one value", oneSampleT([1]), "too-few-values"],
  ["NaN", oneSampleT([1, Number.NaN, 2]), "values"],
  ["equal values", oneSampleT([3, 3, 3]), "no-variation"],
  ["a group of one", twoSampleT({ n: 1, mean: 0, sd: 1 }, { n: 5, mean: 0, sd: 1 }), "summary"],
  ["a negative SD", twoSampleT({ n: 5, mean: 0, sd: -1 }, { n: 5, mean: 0, sd: 1 }), "summary"],
  ["two groups without spread", twoSampleT({ n: 5, mean: 0, sd: 0 }, { n: 5, mean: 1, sd: 0 }), "no-variation"],
])("refuses %s", (_, result, code) => {
  expect(result).toMatchObject({ ok: false, refusal: { code } });
});

it("throws at pairs of different length", () => {
  expect(() => pairedT([1, 2], [1])).toThrow(RangeError);
});
