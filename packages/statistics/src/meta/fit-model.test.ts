import { expect, it } from "vitest";
import { fitModel, type ModelChoice } from "./fit-model.ts";

const refusal = (y: number[], v: number[], choice: Partial<ModelChoice> = {}) => {
  const result = fitModel({ y: Float64Array.from(y), v: Float64Array.from(v) }, { tau2: "EE", ci: "z", ...choice });
  return result.ok ? undefined : `${result.refusal.kind}/${result.refusal.code}`;
};

it.each([0, 1, -0.1, 1.1, Number.NaN])("refuses a level of %d", (level) => {
  expect(refusal([1, 2], [1, 1], { level })).toBe("invalid/level");
});

it("refuses a t test without degrees of freedom, not a normal one", () => {
  expect(refusal([1], [1], { ci: "t" })).toBe("incomplete/no-degrees-of-freedom");
  expect(refusal([1], [1])).toBeUndefined();
});

it("refuses an estimator that has no answer where a variance is zero", () => {
  expect(refusal([1, 2, 5], [0, 1, 1], { tau2: "DL" })).toBe("not-applicable/no-finite-tau2");
});

it("refuses an infinite weight", () => {
  expect(refusal([1, 2, 5], [0, 1, 1])).toBe("not-applicable/infinite-weight");
});

it("refuses sums that leave the range of numbers", () => {
  expect(refusal([1e200, -1e200], [1, 1])).toBe("not-applicable/beyond-range");
});
