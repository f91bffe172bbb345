import type { Result } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarise, twoSampleT } from "../sites/t-test.ts";
import { type ContrastEstimate, coefficientContrasts, contrasts, type DfMethod } from "./contrast.ts";
import { linearMixedModel, type MixedData, type MixedFit } from "./linear-mixed-model.ts";
import { randomEffects } from "./random-effects.ts";

const valued = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.refusal.kind}/${result.refusal.code}`);
  return result.value;
};
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Balanced groups of rows as a random-intercept problem with one mean. */
function oneWay(groups: readonly (readonly number[])[]): MixedData {
  const subject = groups.flatMap((group, g) => group.map(() => g));
  const ones = subject.map(() => 1);
  return { y: groups.flat(), subject, fixed: { mean: ones }, random: { intercept: ones } };
}
function anova(groups: readonly (readonly number[])[]) {
  const m = groups[0]!.length;
  const within =
    groups.flatMap((group) => group.map((value) => (value - mean(group)) ** 2)).reduce((a, b) => a + b, 0) / (groups.length * (m - 1));
  const between = (m * groups.map((group) => (mean(group) - mean(groups.flat())) ** 2).reduce((a, b) => a + b, 0)) / (groups.length - 1);
  return { within, between, m };
}
const test = (fit: MixedFit, method: DfMethod): ContrastEstimate[] => valued(contrasts(fit, coefficientContrasts(fit), method));

describe("balanced random intercepts are analysis of variance", () => {
  const groups = [
    [3, 5, 4],
    [8, 7, 9],
    [2, 1, 4],
    [6, 6, 5],
  ];
  const { within, between, m } = anova(groups);
  const fit = valued(linearMixedModel(oneWay(groups)));

  it("has the mean square within, and a third of the excess between", () => {
    expect(fit.residualVariance).toBeCloseTo(within, 9);
    expect(fit.randomCovariance[0]![0]).toBeCloseTo((between - within) / m, 9);
    expect(fit.singular).toBe(false);
  });
  it("has the standard error of the mean of four subjects", () => {
    expect(fit.fixed[0]!.estimate).toBeCloseTo(5, 12);
    expect(fit.fixed[0]!.se).toBeCloseTo(Math.sqrt(between / 12), 9);
  });
  it.each(["satterthwaite", "kenward-roger"] as const)("has three degrees of freedom by %s, and no wider error", (method) => {
    const [estimate] = test(fit, method);
    expect(estimate!.df).toBeCloseTo(3, 6);
    expect(estimate!.se).toBeCloseTo(Math.sqrt(between / 12), 9);
  });
  it("has the restricted likelihood of the definition", () => {
    // eigenvalues of V: `between` for each of 4 subjects, `within` for the other 8; X'V^-1 X = 12 / between
    const quadratic = 3 + 8; // sums of squares over their mean squares
    const logLik = -0.5 * (11 * Math.log(2 * Math.PI) + 4 * Math.log(between) + 8 * Math.log(within) + Math.log(12 / between) + quadratic);
    expect(fit.logLik).toBeCloseTo(logLik, 9);
  });
  it("has maximum likelihood with the between square over 4 rather than 3", () => {
    const ml = valued(linearMixedModel(oneWay(groups), { criterion: "ML" }));
    expect(ml.randomCovariance[0]![0]).toBeCloseTo(((between * 3) / 4 - within) / m, 8);
    expect(ml.residualVariance).toBeCloseTo(within, 9);
  });
  it("draws each subject's mean towards the common one by (1 - within/between)", () => {
    const effects = randomEffects(oneWay(groups), fit);
    effects.forEach(({ subject, effects: [effect] }) => {
      expect(effect).toBeCloseTo((1 - within / between) * (mean(groups[Number(subject)]!) - 5), 8);
    });
  });
});

it("says when the variance between subjects is estimated as 0", () => {
  const groups = [
    [1, 9],
    [2, 8],
    [0, 10],
    [4, 6.5],
  ];
  const fit = valued(linearMixedModel(oneWay(groups)));
  expect(fit.singular).toBe(true);
  expect(fit.randomCovariance[0]![0]).toBeCloseTo(0, 6);
  const all = groups.flat();
  expect(fit.residualVariance).toBeCloseTo(all.reduce((sum, value) => sum + (value - mean(all)) ** 2, 0) / 7, 8);
  expect(test(fit, "satterthwaite")[0]!.df).toBeCloseTo(7, 5); // nothing but the residual variance is left to vary
});

const spread = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 6, maxLength: 12 });
function twoArms(groups: readonly (readonly number[])[], unit = 1): MixedData {
  const base = oneWay(groups);
  const arm = Array.from(base.subject, (id) => Number(id) % 2);
  return { ...base, y: Array.from(base.y, (value) => value * unit), fixed: { ...base.fixed, arm } };
}

it("compares arms like a t test of subject means", () => {
  fc.assert(
    fc.property(spread, (groups) => {
      const result = linearMixedModel(twoArms(groups));
      const armMeans = [1, 0].map((arm) => groups.filter((_, i) => i % 2 === arm).map(mean));
      fc.pre(result.ok && !result.value.singular);
      const plain = twoSampleT(valued(summarise(armMeans[0]!)), valued(summarise(armMeans[1]!)), "equal");
      fc.pre(plain.ok && plain.value.se > 0.2);
      if (!result.ok || !plain.ok) return;
      const [, arm] = test(result.value, "kenward-roger");
      expect(arm!.estimate).toBeCloseTo(plain.value.estimate, 8);
      expect(arm!.se).toBeCloseTo(plain.value.se, 6);
      expect(arm!.df).toBeCloseTo(plain.value.df, 3);
      expect(arm!.p).toBeCloseTo(plain.value.p, 5);
    }),
    { numRuns: 60 },
  );
});

const course = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 1000 })), {
  minLength: 8,
  maxLength: 15,
});
/** Straight courses with noise; every third subject misses its last visit. */
function courses(list: readonly (readonly [number, number, number])[], unit = 1, shift = 0): MixedData {
  const rows = list.flatMap(([level, slope, seed], id) =>
    [0, 1, 2, 3].slice(0, id % 3 === 0 ? 3 : 4).map((time) => ({ id, time, y: level + slope * time + Math.sin(seed * (time + 1)) * 3 })),
  );
  const intercept = rows.map(() => 1);
  const time = rows.map((row) => row.time + shift);
  return { y: rows.map(({ y }) => y * unit), subject: rows.map(({ id }) => id), fixed: { intercept, time }, random: { intercept, time } };
}

describe("random intercept and slope", () => {
  it("is a maximum: moving any covariance parameter lowers the likelihood of the plain formula", () => {
    fc.assert(
      fc.property(course, (list) => {
        const data = courses(list);
        const result = linearMixedModel(data);
        fc.pre(result.ok && !result.value.singular);
        const fit = valued(result);
        const here = restrictedLogLik(data, fit.randomCovariance, fit.residualVariance);
        expect(fit.logLik).toBeCloseTo(here, 6);
        for (const [i, j, by] of [
          [0, 0, 1.02],
          [1, 1, 0.98],
          [1, 0, 1.03],
        ] as const) {
          const moved = fit.randomCovariance.map((line) => line.slice());
          moved[i]![j]! *= by;
          if (i !== j) moved[j]![i]! *= by;
          expect(restrictedLogLik(data, moved, fit.residualVariance)).toBeLessThanOrEqual(here + 1e-9);
        }
        expect(restrictedLogLik(data, fit.randomCovariance, fit.residualVariance * 1.02)).toBeLessThanOrEqual(here + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it("scales with the unit of the response and does not mind where time starts", () => {
    fc.assert(
      fc.property(course, fc.constantFrom(1e-4, 1e5), (list, unit) => {
        const one = linearMixedModel(courses(list));
        const other = linearMixedModel(courses(list, unit, 7));
        fc.pre(one.ok && other.ok && !one.value.singular && !other.value.singular);
        if (!one.ok || !other.ok) return;
        const slope = one.value.fixed[1]!;
        expect(other.value.fixed[1]!.estimate / unit).toBeCloseTo(slope.estimate, 6);
        expect(other.value.fixed[1]!.se / unit).toBeCloseTo(slope.se, 6);
        expect(other.value.residualVariance / unit ** 2).toBeCloseTo(one.value.residualVariance, 5);
        expect(test(other.value, "satterthwaite")[1]!.df).toBeCloseTo(test(one.value, "satterthwaite")[1]!.df, 3);
      }),
      { numRuns: 40 },
    );
  });

  it("can leave the correlation out", () => {
    const list = Array.from({ length: 10 }, (_, i): [number, number, number] => [(i * 7) % 11, (i * 3) % 5, i + 1]);
    const fit = valued(linearMixedModel(courses(list), { correlated: false }));
    expect(fit.randomCovariance[0]![1]).toBe(0);
    expect(fit.logLik).toBeLessThanOrEqual(valued(linearMixedModel(courses(list))).logLik + 1e-9);
  });
});

/** Straight from the definition, with two fixed effects and subjects one by one. */
function restrictedLogLik(data: MixedData, g: ArrayLike<ArrayLike<number>>, sigma2: number): number {
  const [a, b, c, u, v, w] = [0, 0, 0, 0, 0, 0];
  const sums = { a, b, c, u, v, w, logDet: 0 };
  const rows = Array.from(data.y, (y, i) => ({ y, t: data.fixed.time![i]!, id: data.subject[i]! }));
  for (const id of new Set(rows.map((row) => row.id))) {
    const own = rows.filter((row) => row.id === id);
    const cov = own.map((r, i) => own.map((s, j) => g[0]![0]! + g[0]![1]! * (r.t + s.t) + g[1]![1]! * r.t * s.t + (i === j ? sigma2 : 0)));
    const { inverse, logDet } = inverted(cov);
    sums.logDet += logDet;
    own.forEach((r, i) => {
      own.forEach((s, j) => {
        const k = inverse[i]![j]!;
        sums.a += k;
        sums.b += k * s.t;
        sums.c += r.t * k * s.t;
        sums.u += k * s.y;
        sums.v += r.t * k * s.y;
        sums.w += r.y * k * s.y;
      });
    });
  }
  const det = sums.a * sums.c - sums.b ** 2;
  const rss = sums.w - (sums.c * sums.u ** 2 - 2 * sums.b * sums.u * sums.v + sums.a * sums.v ** 2) / det;
  return -0.5 * (sums.logDet + Math.log(det) + rss + (rows.length - 2) * Math.log(2 * Math.PI));
}

/** Gauss and Jordan. */
function inverted(matrix: readonly (readonly number[])[]): { inverse: number[][]; logDet: number } {
  const work = matrix.map((line, i) => [...line, ...line.map((_, j) => (i === j ? 1 : 0))]);
  let logDet = 0;
  work.forEach((line, i) => {
    const pivot = line[i]!;
    logDet += Math.log(pivot);
    for (let k = 0; k < line.length; k++) line[k]! /= pivot;
    work.forEach((other, j) => {
      const factor = other[i]!;
      if (j !== i) for (let k = 0; k < other.length; k++) other[k]! -= factor * line[k]!;
    });
  });
  return { inverse: work.map((line) => line.slice(matrix.length)), logDet };
}

it.each<[string, MixedData, object]>([
  ["nobody", oneWay([]), { code: "no-rows" }],
  ["one subject", oneWay([[1, 2, 3]]), { code: "too-few-subjects" }],
  ["one row per subject", oneWay([[1], [2], [5]]), { code: "unidentified-covariance" }],
  [
    "a response without variation",
    oneWay([
      [4, 4],
      [4, 4],
    ]),
    { code: "no-residual-variation" },
  ],
  [
    "subjects without variation within",
    oneWay([
      [1, 1],
      [5, 5],
      [2, 2],
    ]),
    { code: "no-residual-variation" },
  ],
  [
    "NaN",
    oneWay([
      [1, Number.NaN],
      [2, 3],
    ]),
    { code: "y", missing: ["row 1"] },
  ],
  [
    "no random effect",
    {
      ...oneWay([
        [1, 2],
        [3, 5],
      ]),
      random: {},
    },
    { code: "no-random-effects" },
  ],
  [
    "no fixed effect",
    {
      ...oneWay([
        [1, 2],
        [3, 5],
      ]),
      fixed: {},
    },
    { code: "no-fixed-effects" },
  ],
  [
    "a fixed effect twice",
    {
      ...oneWay([
        [1, 2],
        [3, 5],
      ]),
      fixed: { a: [1, 1, 1, 1], b: [2, 2, 2, 2] },
    },
    { code: "collinear-fixed-effects", missing: ["b"] },
  ],
  [
    "a random effect that is no number",
    {
      ...oneWay([
        [1, 2],
        [3, 5],
      ]),
      random: { slope: [1, 2, Number.NaN, 1] },
    },
    { code: "random-slope" },
  ],
])("refuses %s", (_, data, refusal) => {
  expect(linearMixedModel(data)).toMatchObject({ ok: false, refusal });
});

it("refuses Kenward-Roger with maximum likelihood and an empty contrast, and throws at an unknown effect", () => {
  const fit = valued(
    linearMixedModel(
      oneWay([
        [1, 2],
        [5, 7],
        [3, 3],
      ]),
      { criterion: "ML" },
    ),
  );
  expect(contrasts(fit, coefficientContrasts(fit))).toMatchObject({ ok: false, refusal: { code: "needs-reml" } });
  expect(contrasts(fit, [{ label: "none", weights: {} }], "normal")).toMatchObject({ ok: false, refusal: { code: "empty-contrast" } });
  expect(() => contrasts(fit, [{ label: "what", weights: { arm: 1 } }], "normal")).toThrow(RangeError);
  expect(() =>
    linearMixedModel({
      ...oneWay([
        [1, 2],
        [3, 4],
      ]),
      random: { intercept: [1] },
    }),
  ).toThrow(RangeError);
});
