import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainedImputation, type ImputationColumn } from "./chained-imputation.ts";
import { rubin } from "./rubin.ts";

/** The minimal standard generator: chance for tests that must come out the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647;
  };
}

describe("Rubin's rules", () => {
  it("by hand: estimates 1, 2, 3 with variance 1/2 each", () => {
    const result = rubin([1, 2, 3], [0.5, 0.5, 0.5]); // W = 1/2, B = 1, T = 1/2 + 4/3 = 11/6, share = 8/11
    expect(result).toMatchObject({ ok: true, value: { estimate: 2, within: 0.5, between: 1 } });
    expect(result.ok && result.value.se).toBeCloseTo(Math.sqrt(11 / 6), 13);
    expect(result.ok && result.value.missingShare).toBeCloseTo(8 / 11, 13);
    expect(result.ok && result.value.df).toBeCloseTo(2 * (11 / 8) ** 2, 12);
  });
  it("never has more degrees of freedom than complete data", () => {
    const result = rubin([1, 2, 3], [0.5, 0.5, 0.5], 20);
    const observed = (21 / 23) * 20 * (3 / 11);
    const old = 2 * (11 / 8) ** 2;
    expect(result.ok && result.value.df).toBeCloseTo((old * observed) / (old + observed), 12);
  });
  it("is the complete answer when nothing differs between imputations", () => {
    expect(rubin([2, 2], [0.25, 0.25])).toMatchObject({ ok: true, value: { estimate: 2, se: 0.5, df: Infinity, missingShare: 0 } });
  });
  it("takes a difference too small to square for none", () => {
    expect(rubin([0, 1e-160], [0.25, 0.25], 30)).toMatchObject({ ok: true, value: { se: 0.5 } });
  });
  it("does not mind the order, and has an error at least that within", () => {
    const answers = fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.01, max: 5, noNaN: true })), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(answers, (list) => {
        const [one, other] = [list, list.toReversed()].map((rows) =>
          rubin(
            rows.map(([e]) => e),
            rows.map(([, v]) => v),
            30,
          ),
        );
        if (!one!.ok || !other!.ok) return false;
        return Math.abs(one!.value.se - other!.value.se) < 1e-9 && one!.value.se ** 2 >= one!.value.within - 1e-12 && one!.value.df <= 30;
      }),
    );
  });
  it.each([
    [[1], [1], "too-few-imputations"],
    [[1, Number.NaN], [1, 1], "estimates"],
    [[1, 2], [1, 0], "variances"],
  ])("refuses %j with %j", (estimates, variances, code) => {
    expect(rubin(estimates, variances)).toMatchObject({ ok: false, refusal: { code } });
  });
  it("refuses degrees of freedom below any and throws at lists of different length", () => {
    expect(rubin([1, 2], [1, 1], 0)).toMatchObject({ ok: false, refusal: { code: "degrees-of-freedom" } });
    expect(() => rubin([1, 2], [1])).toThrow(RangeError);
  });
});

/** y follows x closely; y is missing where x is large, so the mean of what was seen is too low. */
function follows(count: number): { x: number[]; y: (number | undefined)[]; truth: number[] } {
  const noise = seeded(5);
  const x = Array.from({ length: count }, (_, i) => (i % 40) / 4);
  const truth = x.map((value) => 2 * value + noise());
  return { x, truth, y: truth.map((value, i) => (x[i]! > 4 && i % 3 !== 0 ? undefined : value)) };
}
const average = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

describe("chained equations", () => {
  const { x, y, truth } = follows(400);
  const columns: Record<string, ImputationColumn> = { x: { values: x, kind: "continuous" }, y: { values: y, kind: "continuous" } };

  it("fill the gaps only, with values that somebody had", () => {
    const result = chainedImputation(columns, { imputations: 3, random: seeded(1) });
    if (!result.ok) throw new Error(result.refusal.code);
    const known = new Set(y.filter((value) => value !== undefined));
    for (const table of result.value.tables) {
      expect(Array.from(table.x!)).toEqual(x);
      expect(y.every((value, i) => (value === undefined ? known.has(table.y![i]!) : table.y![i] === value))).toBe(true);
    }
    expect(result.value.traces.y!.map((means) => means.length)).toEqual([10, 10, 10]);
    expect(result.value.traces.x).toBeUndefined();
  });

  it("undo the bias of looking at complete rows only", () => {
    const result = chainedImputation(columns, { imputations: 10, random: seeded(2) });
    if (!result.ok) throw new Error(result.refusal.code);
    const filled = average(result.value.tables.map((table) => average(table.y!)));
    const seen = average(y.filter((value) => value !== undefined));
    expect(Math.abs(filled - average(truth))).toBeLessThan(0.15);
    expect(average(truth) - seen).toBeGreaterThan(1.5);
  });

  it("differ between tables, and come out the same from the same chance", () => {
    const run = (seed: number) => chainedImputation(columns, { imputations: 2, rounds: 2, random: seeded(seed) });
    const [one, again, other] = [run(3), run(3), run(4)];
    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
    expect(one.ok && one.value.tables[0]!.y).not.toEqual(one.ok && one.value.tables[1]!.y);
  });

  it("draw 0 and 1 for a binary column with about the right share, even where x separates it", () => {
    const late = x.map((value) => (value > 5 ? 1 : 0));
    const gaps = late.map((value, i) => (i % 4 === 0 ? undefined : value));
    const result = chainedImputation({ ...columns, late: { values: gaps, kind: "binary" } }, { imputations: 5, random: seeded(6) });
    if (!result.ok) throw new Error(result.refusal.code);
    for (const table of result.value.tables) {
      expect(new Set(table.late)).toEqual(new Set([0, 1]));
      expect(Math.abs(average(table.late!) - average(late))).toBeLessThan(0.05);
    }
  });

  it("cover the truth about as often as they say", () => {
    const chance = seeded(77);
    let covered = 0;
    for (let trial = 0; trial < 60; trial++) {
      const z = Array.from({ length: 60 }, () => chance() * 6);
      const full = z.map((value) => value + 3 * (chance() + chance() + chance() - 1.5));
      const seen = full.map((value, i) => (chance() < (z[i]! > 3 ? 0.6 : 0.1) ? undefined : value));
      const result = chainedImputation(
        { z: { values: z, kind: "continuous" }, w: { values: seen, kind: "continuous" } },
        { imputations: 10, rounds: 3, random: chance },
      );
      if (!result.ok) throw new Error(result.refusal.code);
      const means = result.value.tables.map(({ w }) => average(w!));
      const variances = result.value.tables.map(({ w }, m) => average(w!.map((value) => (value - means[m]!) ** 2)) / 59);
      const pooled = rubin(means, variances, 59);
      if (pooled.ok && pooled.value.ci[0] <= 3 && pooled.value.ci[1] >= 3) covered++; // E(w) = E(z) = 3
    }
    expect(covered).toBeGreaterThanOrEqual(51); // 95% of 60 is 57; 51 has probability below 0.01
  });

  it.each<[string, Record<string, ImputationColumn>, number, object]>([
    ["one column", { x: columns.x! }, 2, { code: "too-few-columns" }],
    ["no rows", { a: { values: [], kind: "binary" }, b: { values: [], kind: "binary" } }, 2, { code: "no-rows" }],
    ["one imputation", columns, 1, { code: "imputations" }],
    [
      "a column never seen",
      { ...columns, z: { values: x.map(() => undefined), kind: "binary" } },
      2,
      { code: "nothing-observed", missing: ["z"] },
    ],
    [
      "a column seen twice",
      { ...columns, z: { values: x.map((_, i) => (i < 2 ? i : undefined)), kind: "continuous" } },
      2,
      { code: "too-few-observed", missing: ["z"] },
    ],
    ["a binary 2", { ...columns, z: { values: x.map(() => 2), kind: "binary" } }, 2, { code: "columns", missing: ["z"] }],
    ["NaN", { ...columns, z: { values: x.map(() => Number.NaN), kind: "continuous" } }, 2, { code: "columns", missing: ["z"] }],
  ])("refuse %s", (_, list, imputations, refusal) => {
    expect(chainedImputation(list, { imputations, random: seeded(1) })).toMatchObject({ ok: false, refusal });
  });

  it("refuse no rounds and throw at columns of different length", () => {
    expect(chainedImputation(columns, { imputations: 2, rounds: 0, random: seeded(1) })).toMatchObject({
      ok: false,
      refusal: { code: "rounds" },
    });
    expect(() => chainedImputation({ ...columns, z: { values: [1], kind: "continuous" } }, { imputations: 2, random: seeded(1) })).toThrow(
      RangeError,
    );
  });

  it("leave out a column that says nothing new", () => {
    const result = chainedImputation(
      {
        ...columns,
        twice: { values: x.map((value) => 2 * value), kind: "continuous" },
        flat: { values: x.map(() => 7), kind: "continuous" },
      },
      { imputations: 2, random: seeded(8) },
    );
    expect(result.ok).toBe(true);
  });

  it("fill a binary column of one value only with that value's chances, not with NaN", () => {
    const ones = x.map((_, i) => (i % 5 === 0 ? undefined : 1));
    const result = chainedImputation({ ...columns, ones: { values: ones, kind: "binary" } }, { imputations: 2, random: seeded(9) });
    expect(result.ok && result.value.tables.every((table) => table.ones!.every((value) => value === 0 || value === 1))).toBe(true);
  });
});
