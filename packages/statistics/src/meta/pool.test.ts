import fc from "fast-check";
import { expect, it } from "vitest";
import { tableEffects } from "../effect-sizes/index.ts";
import type { CiMethod, Tau2Method } from "./index.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { type Pooled, pool } from "./pool.ts";

/** Worked sets of the evidence on femoral head necrosis: events and totals, published counts, pooled by another program. */
const GANGJI = [3, 13, 8, 11];
const HERNIGOU_COLLAPSE = [35, 125, 90, 125];
const MA = [2, 25, 8, 24];
const RCT = [3, 26, 5, 24];
const KANG_PROGRESSION = [19, 53, 20, 53];
const HAUZEUR = [15, 23, 15, 23];
const JAYANKURA = [6, 25, 4, 29];
const HERNIGOU_THA = [30, 125, 95, 125];
const KANG_THA = [15, 53, 26, 53];
const LIM = [59, 128, 14, 31];

const PS1 = [GANGJI, HERNIGOU_COLLAPSE];
const PS2 = [GANGJI, MA, RCT, HERNIGOU_COLLAPSE];
const PS2B = [GANGJI, MA, RCT];
const PS2C = [...PS2, KANG_PROGRESSION];
const PS3 = [HAUZEUR, JAYANKURA, HERNIGOU_THA];
const PS3B = [HAUZEUR, JAYANKURA];
const PS3C = [...PS3, KANG_THA];
const PS3D = [...PS3C, LIM];

function riskRatios(rows: readonly number[][], measure: "RR" | "OR" = "RR") {
  const tables = rows.map(([a, n1, c, n2]) => ({ ai: a!, bi: n1! - a!, ci: c!, di: n2! - c! }));
  const effects = tableEffects(measure, tables, { add: 0.5, to: "only0", drop00: true });
  if (!effects.ok) throw new Error(effects.refusal.code);
  return { yi: effects.value.map((effect) => effect?.yi), vi: effects.value.map((effect) => effect?.vi) };
}

function pooled(rows: readonly number[][], tau2: Tau2Method, ci: CiMethod, measure: "RR" | "OR" = "RR"): Pooled {
  const result = pool({ ...riskRatios(rows, measure), tau2, ci });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const PRINTED: readonly (readonly [string, number[][], Tau2Method, CiMethod, number[]])[] = [
  ["PS1", PS1, "REML", "z", [0.383, 0.2866, 0.5118]],
  ["PS1", PS1, "REML", "hksj", [0.383, 0.1936, 0.7577]],
  ["PS2", PS2, "REML", "z", [0.3826, 0.2898, 0.5052]],
  ["PS2", PS2, "REML", "hksj", [0.3826, 0.3016, 0.4854]],
  ["PS2b", PS2B, "REML", "z", [0.3491, 0.1706, 0.7145]],
  ["PS2b", PS2B, "REML", "hksj", [0.3491, 0.1325, 0.9201]],
  ["PS2c", PS2C, "DL", "z", [0.4834, 0.2831, 0.8256]],
  ["PS2c", PS2C, "REML", "z", [0.4849, 0.2878, 0.817]],
  ["PS2c", PS2C, "REML", "hksj", [0.4849, 0.2507, 0.938]],
  ["PS3", PS3, "EE", "z", [0.5177, 0.4023, 0.6662]],
  ["PS3", PS3, "DL", "z", [0.7475, 0.277, 2.0175]],
  ["PS3", PS3, "REML", "z", [0.7457, 0.2805, 1.9824]],
  ["PS3", PS3, "REML", "hksj", [0.7457, 0.0879, 6.3236]],
  ["PS3b", PS3B, "REML", "z", [1.0683, 0.7189, 1.5876]],
  ["PS3b", PS3B, "REML", "hksj", [1.0683, 0.1091, 10.4625]],
  ["PS3c", PS3C, "DL", "z", [0.6788, 0.3404, 1.3537]],
  ["PS3c", PS3C, "REML", "z", [0.676, 0.3452, 1.3239]],
  ["PS3c", PS3C, "REML", "hksj", [0.676, 0.2228, 2.051]],
  ["PS3d", PS3D, "DL", "z", [0.738, 0.4111, 1.3249]],
  ["PS3d", PS3D, "REML", "z", [0.7322, 0.424, 1.2644]],
  ["PS3d", PS3D, "REML", "hksj", [0.7322, 0.3373, 1.5894]],
];

it.each(PRINTED)("reproduces %s %#", (...[, rows, tau2, ci, printed]) => {
  const { estimate, ci: limits } = pooled(rows, tau2, ci);
  [estimate, ...limits].forEach((value, i) => {
    expect(Math.exp(value)).toBeCloseTo(printed[i]!, 4);
  });
});

it("reproduces the odds ratio of PS1", () => {
  const { estimate, ci } = pooled(PS1, "REML", "z", "OR");
  expect([estimate, ...ci].map((value) => Math.exp(value).toFixed(4))).toEqual(["0.1476", "0.0870", "0.2506"]);
});

it("reproduces the printed variances between studies and I2", () => {
  expect(pooled(PS1, "REML", "z")).toMatchObject({ tau2: 0, i2: 0 });
  expect(pooled(PS2C, "DL", "z").tau2).toBeCloseTo(0.1942, 4);
  expect(pooled(PS2C, "REML", "z").tau2).toBeCloseTo(0.1793, 4);
  expect(pooled(PS2C, "DL", "z").i2).toBeCloseTo(62.1, 1);
  expect(pooled(PS3, "REML", "z").tau2).toBeCloseTo(0.6316, 4);
  expect(pooled(PS3C, "REML", "z").tau2).toBeCloseTo(0.3753, 4);
  expect(pooled(PS3D, "REML", "z").tau2).toBeCloseTo(0.3061, 4);
});

it("takes the wider of Knapp-Hartung and normal intervals under mhksj", () => {
  expect(pooled(PS2, "REML", "mhksj").ci).toEqual(pooled(PS2, "REML", "z").ci);
  expect(pooled(PS3, "REML", "mhksj").ci).toEqual(pooled(PS3, "REML", "hksj").ci);
});

it("answers a single study with its own interval and says so", () => {
  expect(pool({ yi: [0.4], vi: [0.04], tau2: "REML", ci: "z" })).toMatchObject({
    ok: true,
    value: { estimate: 0.4, se: 0.2, tau2: 0, i2: 0, flags: ["single-study"] },
  });
});

it("says what was left out, and nothing where nothing was", () => {
  const choice = { tau2: "REML", ci: "z" } as const;
  const whole = pool({ yi: [0.1, 0.2, 0.5], vi: [0.04, 0.02, 0.02], ...choice });
  const part = pool({ yi: [0.1, undefined, 0.5], vi: [0.04, 0.02, 0.02], ...choice });
  expect(whole).toMatchObject({ ok: true, value: { kept: [0, 1, 2], flags: [] } });
  expect(part).toMatchObject({ ok: true, value: { kept: [0, 2], flags: ["studies-omitted"] } });
});

it("has neither prediction interval nor error of tau2 in the equal-effects model", () => {
  const { value } = pool({ yi: [0.1, 0.2, 0.5], vi: [0.04, 0.02, 0.02], tau2: "EE", ci: "z" }) as { value: object };
  for (const absent of ["pi", "piSameCritical", "tau2Se"]) expect(value).not.toHaveProperty(absent);
});

it.each([
  [{ yi: [], vi: [] }, "no-studies"],
  [{ yi: [1, Number.NaN], vi: [1, 1] }, "not-finite"],
  [{ yi: [1, 2], vi: [1, -1] }, "negative-variance"],
  [{ yi: [1, 2], vi: [1] }, "lengths-differ"],
  [{ yi: [undefined], vi: [1] }, "no-studies"],
])("refuses %j", (input, code) => {
  expect(pool({ ...input, tau2: "REML", ci: "z" })).toMatchObject({ ok: false, refusal: { code } });
});

it("refuses a t interval without degrees of freedom and an infinite weight", () => {
  expect(pool({ yi: [1], vi: [1], tau2: "REML", ci: "hksj" })).toMatchObject({ refusal: { code: "no-degrees-of-freedom" } });
  expect(pool({ yi: [0.1, 0.2, 0.5], vi: [0.04, 0, 0.02], tau2: "EE", ci: "z" })).toMatchObject({ refusal: { code: "infinite-weight" } });
  expect(pool({ yi: [1, 2], vi: [1, 1], tau2: "DL", ci: "z", level: 95 })).toMatchObject({ refusal: { code: "level" } });
});

it("leaves out each study of PS3 as pooling the others does", () => {
  const { yi, vi } = riskRatios(PS3);
  const rows = leaveOneOut({ yi, vi, tau2: "REML", ci: "z" });
  expect(rows).toMatchObject({ ok: true, value: [{ without: 0 }, { without: 1 }, { without: 2, ci: pooled(PS3B, "REML", "z").ci }] });
});

const study = fc.record({ y: fc.double({ min: -5, max: 5, noNaN: true }), v: fc.double({ min: 1e-4, max: 4, noNaN: true }) });

it("gives the equal-effects weights that sum to 100 percent", () => {
  fc.assert(
    fc.property(fc.array(study, { minLength: 1, maxLength: 30 }), (list) => {
      const result = pool({ yi: list.map(({ y }) => y), vi: list.map(({ v }) => v), tau2: "EE", ci: "z" });
      return result.ok && Math.abs(result.value.weights.reduce((sum, weight) => sum + weight, 0) - 100) < 1e-9;
    }),
  );
});
