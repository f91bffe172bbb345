import type { Result } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedT, summarise, twoSampleT } from "../sites/t-test.ts";
import { contrasts } from "./contrast.ts";
import { mmrm, type VisitMeasures } from "./mmrm.ts";
import { type TrialVisits, visitEstimates } from "./visit-estimates.ts";

const valued = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.refusal.kind}/${result.refusal.code}`);
  return result.value;
};
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Subjects by visits, a mean at each visit; an absent value is a missed visit. */
function visits(table: readonly (readonly (number | undefined)[])[], unit = 1): VisitMeasures {
  const rows = table.flatMap((line, subject) => line.flatMap((y, visit) => (y === undefined ? [] : [{ subject, visit, y: y * unit }])));
  const at = (k: number) => rows.map(({ visit }) => (visit === k ? 1 : 0));
  return {
    y: rows.map(({ y }) => y),
    subject: rows.map(({ subject }) => subject),
    visit: rows.map(({ visit }) => visit),
    fixed: Object.fromEntries(Array.from(table[0] ?? [], (_, k) => [`v${k}`, at(k)])),
  };
}

const table = [
  [3, 5, 9],
  [1, 4, 4],
  [6, 6, 8],
  [2, 7, 5],
  [5, 3, 9],
];

describe("complete visits", () => {
  it("have the sample covariance and the plain means", () => {
    const fit = valued(mmrm(visits(table)));
    const means = [0, 1, 2].map((k) => mean(table.map((line) => line[k]!)));
    [0, 1, 2].forEach((a) => {
      expect(fit.fixed[a]!.estimate).toBeCloseTo(means[a]!, 10);
      [0, 1, 2].forEach((b) => {
        const covariance = table.reduce((sum, line) => sum + (line[a]! - means[a]!) * (line[b]! - means[b]!), 0) / 4;
        expect(fit.covariance[a]![b]).toBeCloseTo(covariance, 9);
      });
    });
  });

  it("compare two visits like a paired t test", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), { minLength: 4, maxLength: 15 });
    fc.assert(
      fc.property(pairs, fc.constantFrom("satterthwaite", "kenward-roger"), (list, method) => {
        const fit = mmrm(visits(list));
        const plain = pairedT(
          list.map(([, b]) => b),
          list.map(([a]) => a),
        );
        fc.pre(fit.ok && plain.ok);
        if (!fit.ok || !plain.ok) return;
        const [change] = valued(contrasts(fit.value, [{ label: "change", weights: { v1: 1, v0: -1 } }], method));
        expect(change!.estimate).toBeCloseTo(plain.value.estimate, 8);
        expect(change!.se).toBeCloseTo(plain.value.se, 6);
        expect(change!.df).toBeCloseTo(plain.value.df, 4);
        expect(change!.p).toBeCloseTo(plain.value.p, 6);
      }),
    );
  });
});

describe("missed visits", () => {
  // monotone: the mean at the second visit is regression-adjusted: m2 = mean(y2) + slope (mean of all y1 - mean of y1 seen twice)
  const partial = [
    [3, 5],
    [1, 4],
    [6, 9],
    [2, undefined],
    [9, undefined],
  ];
  it("are made up for by regression on what was seen", () => {
    const fit = valued(mmrm(visits(partial), "ML"));
    const both = partial.filter((line): line is number[] => line[1] !== undefined);
    const [m1, m2] = [0, 1].map((k) => mean(both.map((line) => line[k]!)));
    const slope = both.reduce((sum, [a, b]) => sum + (a! - m1!) * (b! - m2!), 0) / both.reduce((sum, [a]) => sum + (a! - m1!) ** 2, 0);
    expect(fit.fixed[0]!.estimate).toBeCloseTo(4.2, 8);
    expect(fit.fixed[1]!.estimate).toBeCloseTo(m2! + slope * (4.2 - m1!), 7);
    expect(fit.covariance[0]![0]).toBeCloseTo(mean(partial.map(([a]) => (a! - 4.2) ** 2)), 7);
  });

  it("change neither with the unit nor with the order of rows", () => {
    const cell = fc.option(fc.integer({ min: -9, max: 9 }), { nil: undefined, freq: 6 });
    const tables = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), cell, cell), { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(tables, fc.constantFrom(1e-5, 1e4), (list, unit) => {
        const one = mmrm(visits(list));
        const other = mmrm(visits(list.toReversed(), unit));
        fc.pre(one.ok && other.ok);
        if (!one.ok || !other.ok) return;
        one.value.fixed.forEach(({ estimate, se }, j) => {
          expect(other.value.fixed[j]!.estimate / unit).toBeCloseTo(estimate, 5);
          expect(other.value.fixed[j]!.se / unit).toBeCloseTo(se, 5);
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe("a trial", () => {
  const arms = table.flatMap((line, s) => line.map((y, visit) => ({ y, visit, subject: s, arm: s < 2 ? "a" : "b" })));
  const extra = [
    [7, 1, 2],
    [4, 4, 3],
  ].flatMap((line, s) => line.map((y, visit) => ({ y, visit, subject: s + 5, arm: "a" })));
  const rows = [...arms, ...extra];
  const trial: TrialVisits = {
    y: rows.map(({ y }) => y),
    subject: rows.map(({ subject }) => subject),
    visit: rows.map(({ visit }) => visit),
    arm: rows.map(({ arm }) => arm),
  };
  it("compares arms at a visit like a pooled t test when nothing is missing", () => {
    const { differences, means } = valued(visitEstimates(trial, "a"));
    const at = (arm: string) => rows.filter((row) => row.visit === 2 && row.arm === arm).map(({ y }) => y);
    const plain = valued(twoSampleT(valued(summarise(at("b"))), valued(summarise(at("a"))), "equal"));
    const last = differences.find(({ visit }) => visit === 2)!;
    expect(last).toMatchObject({ arm: "b" });
    expect(last.estimate).toBeCloseTo(plain.estimate, 9);
    expect(last.se).toBeCloseTo(plain.se, 8);
    expect(last.df).toBeCloseTo(plain.df, 5);
    expect(means.find(({ visit, arm }) => visit === 2 && arm === "a")!.estimate).toBeCloseTo(mean(at("a")), 9);
  });
  it("takes means at the average baseline of subjects", () => {
    const baseline = { age: rows.map(({ subject }) => [40, 52, 61, 47, 55, 38, 66][subject]!) };
    const moved = { age: baseline.age.map((value) => value + 100) };
    const [here, there] = [baseline, moved].map((covariates) => valued(visitEstimates({ ...trial, baseline: covariates }, "a")));
    here!.means.forEach(({ estimate }, i) => {
      expect(there!.means[i]!.estimate).toBeCloseTo(estimate, 7);
    });
  });
  it("is analysis of covariance when there is one visit: by hand, slope 3/2, residual variance 5/9 on 3 degrees of freedom", () => {
    const once: TrialVisits = {
      y: [2, 3, 5, 5, 5, 8],
      subject: [1, 2, 3, 4, 5, 6],
      visit: [1, 1, 1, 1, 1, 1],
      arm: ["a", "a", "a", "b", "b", "b"],
      baseline: { x: [1, 2, 3, 3, 4, 5] },
    };
    const { means, differences } = valued(visitEstimates(once, "a"));
    expect(means.map(({ estimate }) => estimate.toFixed(9))).toEqual([(10 / 3 + 1.5).toFixed(9), (6 - 1.5).toFixed(9)]);
    const [difference] = differences;
    const se = Math.sqrt((5 / 9) * (1 / 3 + 1 / 3 + 1));
    expect(difference!.estimate).toBeCloseTo(-1 / 3, 9);
    expect(difference!.se).toBeCloseTo(se, 8);
    expect(difference!.df).toBeCloseTo(3, 6);
    expect(difference!.ci[0]).toBeCloseTo(-1 / 3 - 3.182446305284263 * se, 6);
    expect(difference!.ci[1]).toBeCloseTo(-1 / 3 + 3.182446305284263 * se, 6);
  });
  it("refuses an unknown reference arm and a baseline that is no number", () => {
    expect(visitEstimates(trial, "c")).toMatchObject({ ok: false, refusal: { kind: "not-found", code: "reference-arm" } });
    expect(visitEstimates({ ...trial, baseline: { age: rows.map(() => Number.NaN) } }, "a")).toMatchObject({
      ok: false,
      refusal: { code: "baseline-age" },
    });
  });
});

it.each<[string, VisitMeasures, object]>([
  ["nobody", visits([]), { code: "no-rows" }],
  ["one subject", visits([[1, 2, 4]]), { code: "too-few-subjects" }],
  [
    "too few subjects for the covariance",
    visits([
      [1, 2],
      [2, 5],
    ]),
    { kind: "not-applicable" },
  ],
  [
    "visits never made by one subject",
    visits([
      [1, undefined],
      [3, undefined],
      [2, undefined],
      [undefined, 4],
      [undefined, 6],
    ]),
    { code: "unidentified-covariance" },
  ],
  ["two rows at one visit", { ...visits(table), visit: visits(table).visit && new Array<number>(15).fill(1) }, { code: "visit" }],
  [
    "visits that move in lock step",
    visits([
      [1, 2],
      [2, 3],
      [5, 6],
      [7, 8],
    ]),
    {},
  ],
  [
    "NaN",
    visits([
      [1, Number.NaN],
      [2, 3],
      [3, 3],
    ]),
    { code: "y" },
  ],
])("refuses %s", (_, data, refusal) => {
  expect(mmrm(data)).toMatchObject({ ok: false, refusal });
});

it("throws when the visits are not as many as the rows", () => {
  expect(() => mmrm({ ...visits(table), visit: [1] })).toThrow(RangeError);
});
