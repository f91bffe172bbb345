import { expect, it } from "vitest";
import { convertReport } from "./convert-report.ts";
import type { Figure } from "./schema.ts";

const f = (value: string | number): Figure => ({ value });
const converted = (report: Parameters<typeof convertReport>[0]) => {
  const found = convertReport(report);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};

// Worked by hand or in R 4.2.2 (qt, qnorm); the two-arm p is the worked example of the Cochrane Handbook, chapter 6
it.each<[string, Parameters<typeof convertReport>[0], object, string]>([
  ["a standard error", { as: "mean-se", mean: f(12), se: f("1.2"), n: f(25) }, { mean: 12, sd: 6, n: 25 }, "1.2 × √25 = 6"],
  [
    "an interval of an arm",
    { as: "mean-interval", mean: f("21.5"), lower: f(15), upper: f(28), level: f(95), n: f(44) },
    { mean: 21.5, sd: 21.38, n: 44 },
    "√44 × (28 − 15) / (2 × 2.0167) with 43 df = 21.38",
  ],
  [
    "the p of a t test between arms",
    { as: "between-arms-p", mean: f("3.8"), otherMean: f(0), n: f(25), otherN: f(22), p: f("0.008") },
    { mean: 3.8, sd: 4.6835, n: 25 },
    "|3.8 − 0| / (2.7755 × √(1/25 + 1/22)) with 45 df = 4.6835",
  ],
  [
    "the interval of a difference",
    { as: "between-arms-interval", mean: f(10), n: f(25), otherN: f(22), lower: f("0.0610357"), upper: f("5.938964"), level: f(95) },
    { mean: 10, sd: 4.9917, n: 25 },
    "(5.938964 − 0.0610357) / (2 × 2.0141 × √(1/25 + 1/22)) with 45 df = 4.9917",
  ],
  [
    "the error of a difference",
    { as: "between-arms-se", mean: f(10), n: f(20), otherN: f(20), se: f(2) },
    { mean: 10, sd: 6.3246, n: 20 },
    "2 / √(1/20 + 1/20) = 6.3246",
  ],
  [
    "the p of a paired t test",
    { as: "within-arm-p", mean: f("-2.4"), p: f("0.004372823"), n: f(18) },
    { mean: -2.4, sd: 3.1, n: 18 },
    "|-2.4| × √18 / 3.2846 with 17 df = 3.1",
  ],
  ["a percentage", { as: "percent", percent: f("33.3"), total: f(24) }, { events: 8, total: 24 }, "33.3% of 24 = 8"],
])("%s comes to the numbers that a hand gives, with its working", (_what, report, result, worked) => {
  const found = converted(report);
  expect(found.result).toEqual(result);
  expect(found.steps.at(-1)?.worked).toBe(worked);
});

it("a median with quartiles and extremes is estimated as R does it", () => {
  const report = { as: "median" as const, median: f(20), q1: f(12), q3: f(29), min: f(3), max: f(41), n: f(57), use: "estimate" as const };
  const { result, steps } = converted(report);
  expect(result).toEqual({ mean: 20.503, sd: 10.338, n: 57 });
  expect(steps.map(({ sources }) => sources)).toEqual([
    ["luo-2018", "shi-2020", "shi-2023"],
    ["luo-2018", "shi-2020", "shi-2023"],
  ]);
  expect(steps[1]!.worked).toMatch(/^0\.\d{4} × \(41 − 3\) \/ 4\.5865 \+ 0\.\d{4} × \(29 − 12\) \/ 1\.3148 = 10\.338$/);
});

it("what is printed as it is wanted takes no step", () => {
  expect(converted({ as: "mean-sd", mean: f(12), sd: f(3), n: f(9) })).toEqual({ steps: [], result: { mean: 12, sd: 3, n: 9 } });
  expect(converted({ as: "count", events: f(0), total: f(9) })).toEqual({ steps: [], result: { events: 0, total: 9 } });
});

it("names everything that is wrong with the figures, and asks for no source", () => {
  const found = convertReport({ as: "mean-interval", mean: f("x"), lower: f(3), level: f(0.95), n: f(1.5) });
  expect(found.ok ? [] : found.problems.map(({ place }) => place)).toEqual([
    "report.mean.value",
    "report.n.value",
    "report.upper.value",
    "report.level.value",
  ]);
});
