import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExact } from "./fisher-exact.ts";
import { pairedProportions } from "./paired-proportions.ts";
import { proportionDifference, proportionTest, type TwoProportions } from "./proportion-difference.ts";

const groups = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .chain(([m, n]) =>
    fc.record({ a: fc.integer({ min: 0, max: m }), m: fc.constant(m), b: fc.integer({ min: 0, max: n }), n: fc.constant(n) }),
  );
const swap = ({ a, m, b, n }: TwoProportions): TwoProportions => ({ a: b, m: n, b: a, n: m });

describe("agrees with Newcombe 1998, Statistics in Medicine 17:873-890, Table II, method 10", () => {
  it.each([
    [{ a: 56, m: 70, b: 48, n: 80 }, 0.0524, 0.3339],
    [{ a: 9, m: 10, b: 3, n: 10 }, 0.1705, 0.809],
    [{ a: 6, m: 7, b: 2, n: 7 }, 0.0582, 0.8062],
    [{ a: 5, m: 56, b: 0, n: 29 }, -0.0381, 0.1926],
  ])("%o", (counts, lower, upper) => {
    const result = proportionDifference(counts);
    expect(result.ok && result.value.ci.map((limit) => limit.toFixed(4))).toEqual([lower.toFixed(4), upper.toFixed(4)]);
  });
});

it("turns round when the groups are swapped", () => {
  fc.assert(
    fc.property(groups, fc.constantFrom("newcombe", "agresti-caffo", "wald"), (counts, method) => {
      const one = proportionDifference(counts, method);
      const other = proportionDifference(swap(counts), method);
      if (!one.ok || !other.ok) return false;
      return one.value.ci.every((limit, i) => Math.abs(limit + other.value.ci[1 - i]!) < 1e-12);
    }),
  );
});

it("is by hand for Agresti and Caffo: one event and one other added to each group", () => {
  const result = proportionDifference({ a: 1, m: 2, b: 0, n: 2 }, "agresti-caffo");
  expect(result.ok && result.value.ci[1]).toBeCloseTo(1 / 4 + 1.959963984540054 * Math.sqrt(1 / 4 / 4 + 3 / 16 / 4), 12);
});

describe("chi-square test", () => {
  it("is n (ad - bc)^2 over the margins", () => {
    // 8 of 10 against 3 of 10: 20 (8*7 - 2*3)^2 / (10 10 11 9)
    const test = proportionTest({ a: 8, m: 10, b: 3, n: 10 });
    expect(test.ok && test.value.chisq).toBeCloseTo((20 * 50 ** 2) / 9900, 12);
  });
  it("takes half the total off |ad - bc| for continuity, but never past 0", () => {
    const test = proportionTest({ a: 8, m: 10, b: 3, n: 10 }, true);
    expect(test.ok && test.value.chisq).toBeCloseTo((20 * 40 ** 2) / 9900, 12);
    expect(proportionTest({ a: 5, m: 10, b: 5, n: 10 }, true)).toMatchObject({ ok: true, value: { chisq: 0, p: 1 } });
  });
});

describe("Fisher's exact test", () => {
  it("adds the tables no more likely than the lady's eight cups: 2 (1 + 16) / 70", () => {
    const result = fisherExact({ a: 3, m: 4, b: 1, n: 4 });
    expect(result.ok && result.value.p).toBeCloseTo(34 / 70, 12);
  });
  it("has the odds ratio under which 3 correct cups are expected: sum x C(4,x)^2 r^x = 3 sum C(4,x)^2 r^x", () => {
    const result = fisherExact({ a: 3, m: 4, b: 1, n: 4 });
    const r = result.ok ? result.value.oddsRatio : Number.NaN;
    const ways = [1, 16, 36, 16, 1];
    expect(ways.reduce((sum, way, x) => sum + way * (x - 3) * r ** x, 0) / r ** 4).toBeCloseTo(0, 9);
  });
  it("is 0 or without bound at the edge of the margins", () => {
    expect(fisherExact({ a: 0, m: 5, b: 3, n: 5 })).toMatchObject({ ok: true, value: { oddsRatio: 0 } });
    expect(fisherExact({ a: 3, m: 5, b: 0, n: 5 })).toMatchObject({ ok: true, value: { oddsRatio: Infinity } });
  });
  it("gives a probability that does not mind which group comes first", () => {
    fc.assert(
      fc.property(groups, (counts) => {
        const one = fisherExact(counts);
        const other = fisherExact(swap(counts));
        if (!one.ok || !other.ok) return one.ok === other.ok;
        return one.value.p > 0 && one.value.p <= 1 && Math.abs(one.value.p - other.value.p) < 1e-10;
      }),
    );
  });
});

describe("pairs", () => {
  it("have McNemar's exact p of the discordant ones: 2 (1 + 10) / 2^10 for 1 against 9", () => {
    const result = pairedProportions({ both: 20, firstOnly: 9, secondOnly: 1, neither: 20 });
    expect(result.ok && result.value.estimate).toBeCloseTo(8 / 50, 14);
    expect(result.ok && result.value.exactP).toBeCloseTo(22 / 1024, 12);
    expect(result.ok && result.value.midP).toBeCloseTo(12 / 1024, 12);
  });
  it("have the interval of independent groups when the table shows no correlation", () => {
    const paired = pairedProportions({ both: 12, firstOnly: 8, secondOnly: 18, neither: 12 });
    const apart = proportionDifference({ a: 20, m: 50, b: 30, n: 50 });
    expect(paired.ok && apart.ok && paired.value.ci[0]).toBeCloseTo(apart.ok ? apart.value.ci[0] : Number.NaN, 12);
  });
  it("have an interval around the difference, between -1 and 1, and p = 1 without discordance", () => {
    const cell = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (both, firstOnly, secondOnly, neither) => {
        const result = pairedProportions({ both, firstOnly, secondOnly, neither });
        if (!result.ok) return both + firstOnly + secondOnly + neither === 0;
        const { estimate, ci, exactP, midP } = result.value;
        const ordered = [-1, ci[0], estimate, ci[1], 1].every((value, i, list) => i === 0 || value >= list[i - 1]! - 1e-12);
        return ordered && midP <= exactP && exactP <= 1 && (firstOnly + secondOnly > 0 || exactP === 1);
      }),
    );
  });
});

it.each([
  [{ a: 1, m: 0, b: 1, n: 2 }, "events"],
  [{ a: 0, m: 0, b: 1, n: 2 }, "no-subjects"],
  [{ a: 3, m: 2, b: 1, n: 2 }, "events"],
  [{ a: 1, m: 2, b: Number.NaN, n: 2 }, "events"],
])("refuses %o everywhere", (counts, code) => {
  for (const result of [proportionDifference(counts), proportionTest(counts), fisherExact(counts)])
    expect(result).toMatchObject({ ok: false, refusal: { code } });
});

it("refuses to test what could not differ, and pairs that are no counts", () => {
  const nobody = { a: 0, m: 3, b: 0, n: 4 };
  expect(proportionTest(nobody)).toMatchObject({ ok: false, refusal: { code: "no-events" } });
  expect(fisherExact(nobody)).toMatchObject({ ok: false, refusal: { code: "no-events" } });
  expect(pairedProportions({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 })).toMatchObject({
    ok: false,
    refusal: { code: "no-pairs" },
  });
  expect(pairedProportions({ both: -1, firstOnly: 0, secondOnly: 0, neither: 0 })).toMatchObject({ ok: false, refusal: { code: "pairs" } });
});
