import { expect, it } from "vitest";
import { cox } from "./cox.ts";
import type { CoxData } from "./cox-rows.ts";
import { proportionalHazards, type TimeTransform } from "./proportional-hazards.ts";

/** Made-up follow-up; the expected values are from cox.zph() of survival 3.5-3 on R 4.2.2. */
const TEN: CoxData = {
  time: [5, 8, 3, 12, 9, 15, 2, 11, 7, 14],
  status: [1, 1, 1, 0, 1, 1, 1, 1, 0, 1],
  covariates: { x: [1, 0, 2, 1, 3, 0, 2, 1, 1, 2], z: [0.5, 1.5, 0.2, 2.2, 1.1, 0.4, 1.9, 0.7, 1.3, 0.1] },
};
const ENTRY = [0, 2.5, 0, 4, 1, 6, 0, 3.5, 0, 5];

function tested(data: CoxData, transform?: TimeTransform) {
  const fit = cox(data);
  if (!fit.ok) throw new Error(fit.refusal.code);
  const test = proportionalHazards(data, fit.value, transform);
  if (!test.ok) throw new Error(test.refusal.code);
  return test.value;
}

it.each<[TimeTransform, number[]]>([
  ["km", [0.111768241954, 0.150758721504, 0.217176893065]],
  ["identity", [0.0353429879144, 0.0393951370009, 0.0612052362869]],
  ["log", [0.0133159112522, 0.1177876467715, 0.1486149121279]],
])("tests two covariates and both along %s", (transform, [x, z, both]) => {
  const { byCovariate, global } = tested(TEN, transform);
  expect(byCovariate.map(({ name, df }) => [name, df])).toEqual([
    ["x", 1],
    ["z", 1],
  ]);
  expect(byCovariate[0]!.chisq).toBeCloseTo(x!, 7);
  expect(byCovariate[1]!.chisq).toBeCloseTo(z!, 7);
  expect(global.df).toBe(2);
  expect(global.chisq).toBeCloseTo(both!, 7);
});

it("takes delayed entry into the Kaplan-Meier estimate, which it uses unless told otherwise", () => {
  const { byCovariate, global } = tested({ ...TEN, entry: ENTRY });
  expect(byCovariate[0]!.chisq).toBeCloseTo(0.204733601258, 7);
  expect(byCovariate[1]!.chisq).toBeCloseTo(0.289792939082, 7);
  expect(global.chisq).toBeCloseTo(0.458786317273, 7);
});

it("takes an event at time 0 along every clock but log", () => {
  const early: CoxData = { time: [0, 1, 2, 3, 4, 5, 6, 7], status: [1, 1, 0, 1, 1, 1, 0, 1], covariates: { x: [1, 0, 1, 1, 0, 0, 1, 0] } };
  expect(tested(early, "identity").global.chisq).toBeCloseTo(0.567412091167543, 7);
  expect(tested(early, "km").global.chisq).toBeCloseTo(0.987073450320275, 7);
  const fit = cox(early);
  if (!fit.ok) throw new Error(fit.refusal.code);
  expect(proportionalHazards(early, fit.value, "log")).toMatchObject({ refusal: { kind: "not-applicable", code: "non-positive-time" } });
});

it("refuses data that could not be fitted", () => {
  const fit = cox(TEN);
  if (!fit.ok) throw new Error(fit.refusal.code);
  expect(proportionalHazards({ ...TEN, status: Array.from(TEN.time, () => 0) }, fit.value)).toEqual({
    ok: false,
    refusal: { kind: "incomplete", code: "no-events" },
  });
});
