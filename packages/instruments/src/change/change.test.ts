import { expect, it } from "vitest";
import { improvement, percentChange } from "./change.ts";

it("counts improvement towards the better end", () => {
  expect(improvement({ baseline: 40, followUp: 64, direction: "higher-better" })).toEqual({ ok: true, value: 24 });
  expect(improvement({ baseline: 60, followUp: 42, direction: "higher-worse" })).toEqual({ ok: true, value: 18 });
  expect(improvement({ baseline: 60, followUp: 75, direction: "higher-worse" })).toEqual({ ok: true, value: -15 });
});

it("takes per cent of the own baseline", () => {
  expect(percentChange({ baseline: 60, followUp: 42, direction: "higher-worse" })).toEqual({ ok: true, value: 30 });
  expect(percentChange({ baseline: 40, followUp: 60, direction: "higher-better" })).toEqual({ ok: true, value: 50 });
});

it("takes it of the size of a baseline below zero: an index may be worse than death", () => {
  const change = percentChange({ baseline: -0.2, followUp: 0.1, direction: "higher-better" });
  expect(change.ok && change.value).toBeCloseTo(150, 9);
});

it("refuses a percentage of nothing, and improvement where more is not better", () => {
  expect(percentChange({ baseline: 0, followUp: 5, direction: "higher-worse" })).toMatchObject({
    ok: false,
    refusal: { code: "baseline-zero" },
  });
  expect(improvement({ baseline: 4, followUp: 7, direction: "higher-more-active" })).toMatchObject({
    ok: false,
    refusal: { code: "no-better-end" },
  });
});
