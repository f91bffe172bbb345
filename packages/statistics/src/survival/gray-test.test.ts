import fc from "fast-check";
import { expect, it } from "vitest";
import { grayTest } from "./gray-test.ts";
import { logRank } from "./log-rank.ts";

const row = fc.record({ time: fc.integer({ min: 1, max: 9 }), cause: fc.constantFrom(0, 1, 2), group: fc.constantFrom("a", "b", "c") });
type Row = { time: number; cause: number; group: string };
const rows = fc.array(row, { minLength: 4, maxLength: 40 });
const dataOf = (list: readonly Row[]) => ({
  time: list.map(({ time }) => time),
  cause: list.map(({ cause }) => cause),
  group: list.map(({ group }) => group),
});

it("compares the same events as the log-rank test when nothing competes", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const data = dataOf(list.map((line) => ({ ...line, cause: Math.min(line.cause, 1) })));
      const gray = grayTest(data, 1);
      const rank = logRank({ ...data, status: data.cause });
      if (!gray.ok || !rank.ok) return;
      gray.value.score.forEach((score, g) => {
        expect(score).toBeCloseTo(rank.value.observed[g]! - rank.value.expected[g]!, 9);
      });
    }),
  );
});

it("sees no difference between a group and its copy", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const copies = [...list.map((line) => ({ ...line, group: "a" })), ...list.map((line) => ({ ...line, group: "b" }))];
      const test = grayTest(dataOf(copies), 1);
      return !test.ok || (Math.abs(test.value.chisq) < 1e-12 && test.value.p > 0.999);
    }),
  );
});

it("gives a probability or a refusal, whatever the order of rows and the unit of time", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(0, 1), (list, rho) => {
      const test = grayTest(dataOf(list), 1, rho);
      const turned = grayTest(dataOf(list.toReversed().map((line) => ({ ...line, time: line.time * 1e-6 }))), 1, rho);
      if (!test.ok || !turned.ok) return test.ok === turned.ok;
      const same = Math.abs(test.value.chisq - turned.value.chisq) < 1e-8 * (1 + test.value.chisq);
      return same && test.value.p >= 0 && test.value.p <= 1;
    }),
  );
});

it("weighs by one minus the pooled incidence before each event when rho is 1", () => {
  // a fails at 1 and 3, b at 2, and is censored at 4: weights 1, 3/4, 1/2; a is expected 1/2, 1/3 and 1/2
  const test = grayTest({ time: [1, 3, 2, 4], cause: [1, 1, 1, 0], group: ["a", "a", "b", "b"] }, 1, 1);
  expect(test.ok && test.value.score[0]).toBeCloseTo(1 / 2 + (3 / 4) * (0 - 1 / 3) + (1 / 2) * (1 - 1 / 2), 13);
});

it("goes on when nobody of a group is left", () => {
  const data = { time: [1, 2, 3, 4, 5, 6], cause: [1, 1, 1, 1, 0, 0], group: ["a", "a", "b", "b", "b", "b"] };
  const gray = grayTest(data, 1);
  const rank = logRank({ ...data, status: data.cause });
  if (!gray.ok || !rank.ok) throw new Error("refused");
  expect(gray.value.score[0]).toBeCloseTo(rank.value.observed[0]! - rank.value.expected[0]!, 12);
});

it("counts a row of weight 2 as two", () => {
  const data = { time: [1, 2, 2, 4, 5, 6], cause: [1, 2, 1, 0, 1, 2], group: ["a", "b", "b", "a", "b", "a"] };
  const twice = <T>(column: readonly T[]): T[] => [...column, ...column];
  const rows = grayTest({ time: twice(data.time), cause: twice(data.cause), group: twice(data.group) }, 1);
  const weighted = grayTest({ ...data, weights: data.time.map(() => 2) }, 1);
  if (!rows.ok || !weighted.ok) throw new Error("refused");
  expect(weighted.value.chisq).toBeCloseTo(rows.value.chisq, 12);
});

it("throws when groups are of another length, and has no event of a cause beyond all", () => {
  expect(() => grayTest({ time: [1, 2], cause: [1, 1], group: ["a"] }, 1)).toThrow(new RangeError("group has 1 values, time has 2"));
  expect(grayTest({ time: [1, 2], cause: [1, 1], group: ["a", "b"] }, 5)).toMatchObject({ refusal: { code: "no-events" } });
});

it.each([
  ["one group", { time: [1, 2], cause: [1, 1], group: ["a", "a"] }, "incomplete", "one-group"],
  ["no event of the cause", { time: [1, 2], cause: [2, 2], group: ["a", "b"] }, "incomplete", "no-events"],
  ["NaN", { time: [1, Number.NaN], cause: [1, 1], group: ["a", "b"] }, "invalid", "time"],
  ["groups never at risk together", { time: [1, 2], cause: [0, 1], group: ["a", "b"] }, "not-applicable", "no-variance"],
  ["a cause beyond those seen", { time: [1, 2], cause: [0, 0], group: ["a", "b"] }, "incomplete", "no-events"],
])("refuses %s", (_, data, kind, code) => {
  expect(grayTest(data, 1)).toMatchObject({ ok: false, refusal: { kind, code } });
});

it("has the log-rank variance where survival is still equal: all events tied at one time", () => {
  // By hand: 4 of 6 against 1 of 5 at time 1, n = 11, d = 5: expected 30/11, variance 5 * 6/11 * 5/11 * 6/10 = 90/121.
  const time = [...new Array<number>(11).fill(1)].map((one, i) => ([0, 1, 2, 3, 6].includes(i) ? one : 2));
  const cause = time.map((one) => (one === 1 ? 1 : 0));
  const group = time.map((_, i) => (i < 6 ? "a" : "b"));
  const test = grayTest({ time, cause, group }, 1);
  if (!test.ok) throw new Error(test.refusal.code);
  expect(test.value.score[0]).toBeCloseTo(4 - 30 / 11, 12);
  expect(test.value.chisq).toBeCloseTo((4 - 30 / 11) ** 2 / (90 / 121), 12);
});

it("never answers with a negative statistic, however far apart the groups' survival has moved before tied events", () => {
  const early = Array.from({ length: 40 }, () => ({ time: 1, cause: 2, group: "a" }));
  const late = ["a", "a", ...new Array<string>(8).fill("b")].map((group, i) => ({ time: i < 9 ? 2 : 3, cause: i < 9 ? 1 : 0, group }));
  const test = grayTest(dataOf([...early, ...late]), 1);
  expect(test.ok ? test.value.chisq >= 0 : test.refusal.code === "no-variance").toBe(true);
});
