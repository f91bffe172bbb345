import type { Result } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LogisticData, type LogisticFit, logistic } from "./logistic.ts";

const valued = (result: Result<LogisticFit>): LogisticFit => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
/** a of m with x = 1, b of n with x = 0. */
function table(a: number, m: number, b: number, n: number): LogisticData {
  const y = [...Array.from({ length: m }, (_, i) => (i < a ? 1 : 0)), ...Array.from({ length: n }, (_, i) => (i < b ? 1 : 0))];
  return { y, covariates: { x: y.map((_, i) => (i < m ? 1 : 0)) } };
}

describe("one binary covariate: the 2x2 table", () => {
  const fit = valued(logistic(table(12, 20, 5, 25)));
  it("has the log odds ratio and its Woolf error", () => {
    const x = fit.coefficients[1]!;
    expect(x.coef).toBeCloseTo(Math.log((12 * 20) / (8 * 5)), 10);
    expect(x.se).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 8 + 1 / 5 + 1 / 20), 10);
    expect(fit.coefficients[0]!.coef).toBeCloseTo(Math.log(5 / 20), 10);
  });
  it("has the binomial likelihoods", () => {
    const logLik = 12 * Math.log(0.6) + 8 * Math.log(0.4) + 5 * Math.log(0.2) + 20 * Math.log(0.8);
    expect(fit.logLik).toBeCloseTo(logLik, 10);
    expect(fit.logLikNull).toBeCloseTo(17 * Math.log(17 / 45) + 28 * Math.log(28 / 45), 10);
    expect([fit.n, fit.events, fit.separated]).toEqual([45, 17, false]);
  });
});

it.each([
  ["all events in one group", table(5, 5, 0, 6)],
  ["no event in one group", table(3, 6, 0, 6)],
  ["a threshold that tells all apart", { y: [0, 0, 0, 1, 1, 1], covariates: { x: [1, 2, 3, 4, 5, 6] } }],
])("says that %s have no finite estimate", (_, data) => {
  expect(logistic(data)).toMatchObject({ ok: true, value: { separated: true } });
});

it.each<[string, LogisticData, object]>([
  ["nobody", { y: [], covariates: {} }, { code: "no-rows" }],
  ["no event", { y: [0, 0], covariates: {} }, { code: "no-events" }],
  ["only events", { y: [1, 1], covariates: {} }, { code: "no-non-events" }],
  ["an outcome of 2", { y: [0, 2], covariates: {} }, { code: "y", missing: ["row 1"] }],
  ["NaN", { y: [0, 1, 1], covariates: { x: [0, Number.NaN, 1] } }, { code: "covariate-x" }],
  ["a constant covariate", { y: [0, 1, 1], covariates: { x: [2, 2, 2] } }, { code: "collinear-covariates", missing: ["x"] }],
  ["a weight of 0", { y: [0, 1], covariates: {}, weights: [1, 0] }, { code: "weights" }],
  ["fewer rows than coefficients", { y: [0, 1], covariates: { a: [1, 2], b: [2, 1] } }, { code: "too-few-rows" }],
])("refuses %s", (_, data, refusal) => {
  expect(logistic(data)).toMatchObject({ ok: false, refusal });
});

const row = fc.record({ y: fc.constantFrom(0, 1), x: fc.integer({ min: -4, max: 4 }), z: fc.integer({ min: -4, max: 4 }) });
const rows = fc.array(row, { minLength: 8, maxLength: 40 });
type Row = { y: number; x: number; z: number };
const dataOf = (list: readonly Row[], unit = 1, shift = 0): LogisticData => ({
  y: list.map(({ y }) => y),
  covariates: { x: list.map(({ x }) => x * unit + shift), z: list.map(({ z }) => z) },
});

describe("any data", () => {
  it("leaves residuals that add to nothing against every covariate, or says why there is no fit", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const data = dataOf(list);
        const result = logistic(data);
        if (!result.ok) return ["no-events", "no-non-events", "collinear-covariates"].includes(result.refusal.code);
        if (result.value.separated) return true;
        const [c, x, z] = result.value.coefficients.map(({ coef }) => coef);
        const residual = list.map((line) => line.y - 1 / (1 + Math.exp(-(c! + x! * line.x + z! * line.z))));
        const sums = [residual, residual.map((r, i) => r * list[i]!.x), residual.map((r, i) => r * list[i]!.z)];
        return sums.every((values) => Math.abs(values.reduce((a, b) => a + b, 0)) < 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it("does not mind the unit or the zero of a covariate, nor rows given as weights", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1e-5, 1e4), (list, unit) => {
        const plain = logistic(dataOf([...list, ...list]));
        const moved = logistic({ ...dataOf(list, unit, 50 * unit), weights: list.map(() => 2) });
        fc.pre(plain.ok && moved.ok && !plain.value.separated && !moved.value.separated);
        if (!plain.ok || !moved.ok) return;
        expect(moved.value.coefficients[1]!.coef * unit).toBeCloseTo(plain.value.coefficients[1]!.coef, 6);
        expect(moved.value.coefficients[2]!.se).toBeCloseTo(plain.value.coefficients[2]!.se, 6);
        expect(moved.value.logLik).toBeCloseTo(plain.value.logLik, 6);
      }),
    );
  });
});
