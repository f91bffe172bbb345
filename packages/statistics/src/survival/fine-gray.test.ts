import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cox } from "./cox.ts";
import { coxRobust } from "./cox-robust.ts";
import { arrange } from "./cox-rows.ts";
import { type FineGrayData, fineGray } from "./fine-gray.ts";
import { subdistributionInfluence } from "./fine-gray-influence.ts";
import { weighted } from "./subdistribution.ts";

const row = fc.record({ time: fc.integer({ min: 1, max: 9 }), cause: fc.constantFrom(0, 1, 2), x: fc.integer({ min: -3, max: 3 }) });
type Row = { time: number; cause: number; x: number };
const rows = fc.array(row, { minLength: 6, maxLength: 30 });
const dataOf = (list: readonly Row[], unit = 1): FineGrayData => ({
  time: list.map(({ time }) => time),
  cause: list.map(({ cause }) => cause),
  covariates: { x: list.map(({ x }) => x * unit) },
});

it("keeps a subject with another cause at risk in full when nobody is censored", () => {
  // causes 2, 1, 1 at times 1, 2, 3: every risk set still holds the first subject
  const fit = fineGray({ time: [1, 2, 3, 4], cause: [2, 1, 1, 2], covariates: { x: [0, 1, 2, 3] } }, 1);
  expect(fit.ok && fit.value.logLikNull).toBeCloseTo(-Math.log(4) - Math.log(3), 12);
});

it("weighs it down by the share still uncensored", () => {
  // censored at 2 out of three at risk: G falls to 2/3 before the event at 3
  const fit = fineGray({ time: [1, 2, 3, 4], cause: [2, 0, 1, 0], covariates: { x: [0, 1, 1, 3] } }, 1);
  expect(fit.ok && fit.value.logLikNull).toBeCloseTo(-Math.log(2 + 2 / 3), 12);
});

describe("any data", () => {
  it("is a Cox model with robust errors when nothing competes", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const single = list.map((line) => ({ ...line, cause: Math.min(line.cause, 1) }));
        const fit = fineGray(dataOf(single), 1);
        const data = { ...dataOf(single), status: single.map(({ cause }) => cause) };
        const plain = cox(data, { ties: "breslow" });
        fc.pre(fit.ok && plain.ok && plain.value.converged);
        if (!fit.ok || !plain.ok) return;
        const robust = coxRobust(data, plain.value);
        expect(fit.value.coefficients[0]!.coef).toBeCloseTo(plain.value.coefficients[0]!.coef, 8);
        if (robust.ok) expect(fit.value.vcov[0]![0]).toBeCloseTo(robust.value.vcov[0]![0]!, 7);
      }),
    );
  });

  it("has coefficients in the inverse unit of the covariate, whatever the order of rows", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1e-5, 1e4), (list, unit) => {
        const one = fineGray(dataOf(list), 1);
        const other = fineGray(dataOf(list.toReversed(), unit), 1);
        fc.pre(one.ok && other.ok);
        if (!one.ok || !other.ok) return;
        expect(other.value.coefficients[0]!.coef * unit).toBeCloseTo(one.value.coefficients[0]!.coef, 7);
        expect(other.value.coefficients[0]!.z).toBeCloseTo(one.value.coefficients[0]!.z, 6);
      }),
    );
  });

  it("yields numbers or says why not", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const fit = fineGray(dataOf(list), 1);
        if (!fit.ok) return ["no-events", "collinear-covariates", "monotone-likelihood", "no-variance"].includes(fit.refusal.code);
        return fit.value.coefficients.every(({ coef, se, p }) => Number.isFinite(coef) && se > 0 && p >= 0 && p <= 1);
      }),
    );
  });
});

it.each([
  ["no event of the cause", { time: [1, 2], cause: [2, 0], covariates: { x: [1, 2] } }, "incomplete", "no-events"],
  ["a constant covariate", { time: [1, 2], cause: [1, 1], covariates: { x: [1, 1] } }, "not-applicable", "collinear-covariates"],
  ["a cause that is no whole number", { time: [1, 2], cause: [1, 1.5], covariates: { x: [1, 2] } }, "invalid", "status"],
  ["nobody", { time: [], cause: [], covariates: { x: [] } }, "incomplete", "no-rows"],
])("refuses %s", (_, data, kind, code) => {
  expect(fineGray(data, 1)).toMatchObject({ ok: false, refusal: { kind, code } });
});

it("refuses an error that the events carry no information on, and a cause below 0", () => {
  expect(fineGray({ time: [1, 1], cause: [1, 1], covariates: { x: [1, 2] } }, 1)).toEqual({
    ok: false,
    refusal: { kind: "not-applicable", code: "no-variance" },
  });
  expect(fineGray({ time: [1, 2], cause: [1, -1], covariates: { x: [1, 2] } }, 1)).toMatchObject({ refusal: { code: "status" } });
});

it("counts the events of its cause, and has influences that add to nothing, those on the censoring among them", () => {
  // another cause before the first censoring, which comes before the events
  const time = [1, 2, 3, 4, 5, 6, 7, 8];
  const cause = [2, 0, 1, 2, 1, 0, 1, 0];
  const covariates = { x: [1, 0, 2, 3, 1, 0, 1, 2], z: [0, 1, 1, 2, 0, 3, 1, 0] };
  const fit = fineGray({ time, cause, covariates }, 1);
  if (!fit.ok) throw new Error(fit.refusal.code);
  expect([fit.value.n, fit.value.events]).toEqual([8, 3]);
  const rows = arrange({ time, status: cause.map((value) => (value === 1 ? 1 : 0)), covariates });
  const beta = Float64Array.from(fit.value.coefficients, ({ coef }, j) => coef * rows.scales[j]!);
  const influence = subdistributionInfluence(weighted(rows, cause, 1), beta);
  for (const j of [0, 1]) expect(influence.reduce((sum, line) => sum + line[j]!, 0)).toBeCloseTo(0, 9);
});

it("names the covariates that are collinear or separate the events", () => {
  const time = [1, 2, 3, 4];
  const cause = [1, 1, 0, 0];
  expect(fineGray({ time, cause, covariates: { x: [1, 2, 4, 1], y: [2, 4, 8, 2] } }, 1)).toEqual({
    ok: false,
    refusal: { kind: "not-applicable", code: "collinear-covariates", missing: ["y"] },
  });
  expect(fineGray({ time, cause, covariates: { x: [4, 3, 2, 1] } }, 1)).toEqual({
    ok: false,
    refusal: { kind: "not-applicable", code: "monotone-likelihood", missing: ["x"] },
  });
});

it("throws when causes are of another length", () => {
  expect(() => fineGray({ time: [1, 2], cause: [1], covariates: { x: [1, 2] } }, 1)).toThrow(
    new RangeError("cause has 1 values, time has 2"),
  );
});
