import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Reported, rescale, type ScaleOf } from "./rescale.ts";

const carry = (id: string, scales: { subscale: string; from: ScaleOf | undefined; to: ScaleOf }, reported: Reported) => {
  const result = rescale(catalog.instruments.get(id)!, scales, reported);
  return result.ok ? result.value : `${result.refusal.kind}/${result.refusal.code}`;
};
const LIKERT: ScaleOf = { form: "lk-3.0" };
const HUNDRED: ScaleOf = { range: [0, 100], direction: "higher-worse" };
const HUNDRED_BEST: ScaleOf = { range: [0, 100], direction: "higher-better" };

it("carries WOMAC from 0-96 to 0-100, mean and spread, and says what it did", () => {
  // by hand: 48 / 96 = 50 / 100; an SD of 9.6 is a tenth of either range
  expect(carry("womac", { subscale: "total", from: LIKERT, to: HUNDRED }, { mean: 48, sd: 9.6 })).toEqual({
    mean: 50,
    sd: 10,
    from: { range: [0, 96], direction: "higher-worse" },
    to: { range: [0, 100], direction: "higher-worse" },
    factor: 100 / 96,
    offset: 0,
    did: "0-96 (higher worse) to 0-100 (higher worse): 0 + 1.0417 x",
  });
});

it("turns the direction with a negative factor and leaves the spread positive", () => {
  expect(carry("womac", { subscale: "pain", from: LIKERT, to: HUNDRED_BEST }, { mean: 5, sd: 4 })).toMatchObject({
    mean: 75,
    sd: 20,
    factor: -5,
    offset: 100,
  });
});

it("carries the old Oxford Hip Score: 60 minus the old score", () => {
  for (const old of [12, 38, 60])
    expect(carry("ohs", { subscale: "total", from: { form: "1996" }, to: { form: "2007" } }, { mean: old })).toMatchObject({
      mean: 60 - old,
    });
});

it("leaves out a spread that was not reported", () => {
  expect(carry("womac", { subscale: "total", from: LIKERT, to: HUNDRED }, { mean: 48 })).not.toHaveProperty("sd");
});

it.each<[string, string, { subscale: string; from: ScaleOf | undefined; to: ScaleOf }, Reported, string]>([
  ["a form there is not", "womac", { subscale: "total", from: { form: "vas" }, to: HUNDRED }, { mean: 1 }, "invalid/form-unknown"],
  [
    "a scale that a report does not state",
    "womac",
    { subscale: "total", from: undefined, to: HUNDRED },
    { mean: 45 },
    "incomplete/scale-not-known",
  ],
  [
    "activity turned into health",
    "ucla",
    { subscale: "level", from: { range: [1, 10], direction: "higher-more-active" }, to: HUNDRED },
    { mean: 5 },
    "not-applicable/no-better-end",
  ],
  ["a subscale there is not", "womac", { subscale: "sum", from: LIKERT, to: HUNDRED }, { mean: 1 }, "not-found/subscale"],
  [
    "an empty range",
    "womac",
    { subscale: "total", from: { range: [0, 0], direction: "higher-worse" }, to: HUNDRED },
    { mean: 0 },
    "invalid/scale",
  ],
  ["a mean beyond its scale", "womac", { subscale: "total", from: LIKERT, to: HUNDRED }, { mean: 97 }, "invalid/mean-out-of-range"],
  ["no number", "womac", { subscale: "total", from: LIKERT, to: HUNDRED }, { mean: Number.NaN }, "invalid/mean-out-of-range"],
  ["a negative spread", "womac", { subscale: "total", from: LIKERT, to: HUNDRED }, { mean: 1, sd: -1 }, "invalid/negative-sd"],
  ["a health state", "eq-5d-5l", { subscale: "state", from: HUNDRED, to: HUNDRED }, { mean: 50 }, "not-applicable/not-a-quantity"],
])("refuses %s", (...[, id, scales, reported, refusal]) => expect(carry(id, scales, reported)).toBe(refusal));

it("comes back where it started, and never leaves the new scale", () => {
  const forms = fc.constantFrom("lk-3.0", "vas-100", "nrs-11");
  fc.assert(
    fc.property(forms, forms, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
      const most = { "lk-3.0": 96, "vas-100": 2400, "nrs-11": 240 };
      const mean = share * most[from as keyof typeof most];
      const there = carry("womac", { subscale: "total", from: { form: from }, to: { form: to } }, { mean, sd: mean });
      if (typeof there === "string") return false;
      const back = carry(
        "womac",
        { subscale: "total", from: { form: to }, to: { form: from } },
        { mean: Math.min(there.mean, there.to.range[1]), sd: there.sd },
      );
      return (
        typeof back !== "string" &&
        Math.abs(back.mean - mean) < 1e-9 &&
        Math.abs(back.sd! - mean) < 1e-9 &&
        there.mean <= there.to.range[1] + 1e-9
      );
    }),
  );
});
