import fc from "fast-check";
import { expect, it } from "vitest";
import { type ConcordanceData, concordance } from "./concordance.ts";

const row = fc.record({
  time: fc.integer({ min: 2, max: 9 }),
  status: fc.constantFrom(0, 1),
  risk: fc.integer({ min: 0, max: 3 }),
  entry: fc.integer({ min: 0, max: 6 }),
  weight: fc.constantFrom(1, 2, 0.5),
  stratum: fc.constantFrom("a", "b"),
});
type Row = { time: number; status: number; risk: number; entry: number; weight: number; stratum: string };
const rows = fc.array(row, { minLength: 2, maxLength: 25 });
const dataOf = (list: readonly Row[]): ConcordanceData => ({
  time: list.map(({ time }) => time),
  status: list.map(({ status }) => status),
  risk: list.map(({ risk }) => risk),
  entry: list.map(({ entry, time }) => Math.min(entry, time - 1)),
  weights: list.map(({ weight }) => weight),
  strata: list.map(({ stratum }) => stratum),
});

/** Whether i failed while j was under observation and went on longer. */
function comparable({ time, status, entry, strata }: ConcordanceData, i: number, j: number): boolean {
  const later = time[j]! > time[i]! || (time[j] === time[i] && status[j] === 0);
  return status[i] === 1 && later && entry![j]! < time[i]! && strata![i] === strata![j];
}

/** Every ordered pair, straight from the definition. */
function byPairs(data: ConcordanceData): { good: number; pairs: number } {
  const { time, risk, weights } = data;
  let good = 0;
  let pairs = 0;
  for (let i = 0; i < time.length; i++) {
    for (let j = 0; j < time.length; j++) {
      if (!comparable(data, i, j)) continue;
      const weight = weights![i]! * weights![j]!;
      pairs += weight;
      good += risk[i]! > risk[j]! ? weight : risk[i] === risk[j] ? weight / 2 : 0;
    }
  }
  return { good, pairs };
}

it("counts the pairs that the definition counts, with entry, weights and strata", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const data = dataOf(list);
      const { good, pairs } = byPairs(data);
      const result = concordance(data);
      if (!result.ok) expect(pairs).toBe(0);
      if (!result.ok) return;
      expect(result.value.pairs).toBeCloseTo(pairs, 9);
      expect(result.value.concordance).toBeCloseTo(good / pairs, 9);
    }),
  );
});

it("has the jackknife error of the definition: the slope of C in each weight", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const data = dataOf(list);
      const { good, pairs } = byPairs(data);
      fc.pre(pairs > 0);
      const step = 1e-5;
      const weights = data.weights as number[];
      const slopes = weights.map((weight, i) => {
        const up = byPairs({ ...data, weights: weights.with(i, weight + step) });
        return (weight * (up.good / up.pairs - good / pairs)) / step;
      });
      const result = concordance(data);
      expect(result.ok && result.value.se).toBeCloseTo(Math.hypot(...slopes), 3);
    }),
    { numRuns: 50 },
  );
});

it("refuses when no two rows can be compared, and a risk that is not a number", () => {
  expect(concordance({ time: [1, 1], status: [1, 1], risk: [1, 2] })).toEqual({
    ok: false,
    refusal: { kind: "incomplete", code: "no-pairs" },
  });
  expect(concordance({ time: [1, 2], status: [1, 1], risk: [1, Number.NaN] })).toEqual({
    ok: false,
    refusal: { kind: "invalid", code: "risk", missing: ["row 1"] },
  });
  expect(concordance({ time: [1, Infinity], status: [1, 1], risk: [1, 2] })).toMatchObject({ refusal: { code: "time" } });
});

it.each(["risk", "strata", "cluster"])("throws when %s is of another length", (name) => {
  const data = { time: [1, 2], status: [1, 1], risk: [1, 2], [name]: [1] };
  expect(() => concordance(data)).toThrow(new RangeError(`${name} has 1 values, time has 2`));
});

it("needs neither entry, weights nor strata: three rows by hand", () => {
  // pairs: 1 before 2 (right), 1 before 3 (tied risk), 2 before 3 (wrong)
  const result = concordance({ time: [1, 2, 3], status: [1, 1, 0], risk: [2, 1, 2] });
  expect(result.ok && [result.value.concordance, result.value.pairs]).toEqual([0.5, 3]);
});

it("sums the influence of a cluster before it squares: one cluster has no error", () => {
  const data = { time: [1, 2, 3], status: [1, 1, 0], risk: [3, 1, 2] };
  const one = concordance({ ...data, cluster: ["a", "a", "a"] });
  expect(one.ok && one.value.se).toBeCloseTo(0, 12);
  // each row is in two of the three pairs, of which 2, 1 and 1 are right; C = 2/3
  const each = concordance(data);
  expect(each.ok && each.value.se).toBeCloseTo(Math.hypot(2 - 4 / 3, 1 - 4 / 3, 1 - 4 / 3) / 3, 12);
});
