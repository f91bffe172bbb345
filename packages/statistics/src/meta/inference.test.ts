import { expect, it } from "vitest";
import { CI_METHODS, TAU2_METHODS } from "./index.ts";
import { waldInference, wider } from "./inference.ts";

it("names every kind of interval and every estimator once", () => {
  expect(CI_METHODS).toEqual(["z", "t", "hksj", "adhoc", "mhksj"]);
  expect(TAU2_METHODS).toEqual(["EE", "DL", "DLIT", "HE", "HS", "HSk", "SJ", "SJIT", "ML", "REML", "EB", "PM", "PMM"]);
});

it("tests a normal estimate without degrees of freedom and a t estimate with them", () => {
  // 1.959964 and 2.570582 (5 df) are the printed two-sided 5 percent points.
  const normal = waldInference(1.959964, 1, 0.95);
  expect(normal).not.toHaveProperty("df");
  expect(normal.p).toBeCloseTo(0.05, 6);
  const t = waldInference(2.570582, 1, 0.95, 5);
  expect(t.df).toBe(5);
  expect(t.p).toBeCloseTo(0.05, 6);
});

it("has no statistic without an error: the test is certain, either way", () => {
  expect(waldInference(0, 0, 0.95)).toStrictEqual({ estimate: 0, se: 0, ci: [0, 0], p: 1 });
  expect(waldInference(2, 0, 0.95)).toStrictEqual({ estimate: 2, se: 0, ci: [2, 2], p: 0 });
});

it("takes the wider of two inferences, and the first of two as wide", () => {
  const narrow = { estimate: 1, se: 1, p: 0.5, ci: [0, 2] } as const;
  const wide = { ...narrow, ci: [-1, 3] } as const;
  const other = { ...narrow, se: 2 };
  expect(wider(narrow, wide)).toBe(wide);
  expect(wider(wide, narrow)).toBe(wide);
  expect(wider(narrow, other)).toBe(narrow);
});
