import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logRank, type RankTestData } from "./log-rank.ts";

const subject = fc.record({
  time: fc.integer({ min: 1, max: 9 }),
  status: fc.constantFrom(0, 1),
  group: fc.constantFrom("a", "b", "c"),
  strata: fc.constantFrom(1, 2),
});
const subjects = fc.array(subject, { minLength: 2, maxLength: 40 });
type Subject = { time: number; status: number; group: string; strata: number };
const columns = (list: readonly Subject[], stratified = false): RankTestData => ({
  time: list.map(({ time }) => time),
  status: list.map(({ status }) => status),
  group: list.map(({ group }) => group),
  ...(stratified && { strata: list.map(({ strata }) => strata) }),
});

describe("by hand", () => {
  // a fails at 1 and 3; b fails at 2, is censored at 4. E(a) = 2/4 + 1/3 + 1/2
  const data = { time: [1, 3, 2, 4], status: [1, 1, 1, 0], group: ["a", "a", "b", "b"] };
  const test = logRank(data);
  const variance = 1 / 4 + 2 / 9 + 1 / 4;

  it("compares seen and expected events", () => {
    expect(test).toMatchObject({ ok: true, value: { groups: ["a", "b"], observed: [2, 1], df: 1 } });
    expect(test.ok && test.value.expected[0]).toBeCloseTo(4 / 3, 14);
    expect(test.ok && test.value.variance[0]![1]).toBeCloseTo(-variance, 14);
    expect(test.ok && test.value.chisq).toBeCloseTo((2 / 3) ** 2 / variance, 13);
  });

  it("weighs by pooled survival just before each event when rho is 1", () => {
    const weighted = logRank(data, 1); // weights 1, 3/4, 1/2
    expect(weighted.ok && weighted.value.expected[0]).toBeCloseTo(1 / 2 + (3 / 4) * (1 / 3) + (1 / 2) * (1 / 2), 14);
    expect(weighted.ok && weighted.value.variance[0]![0]).toBeCloseTo(1 / 4 + (9 / 16) * (2 / 9) + (1 / 4) * (1 / 4), 14);
  });
});

it.each<[string, RankTestData, number, object]>([
  ["one group", { time: [1, 2], status: [1, 1], group: ["a", "a"] }, 0, { kind: "incomplete", code: "one-group" }],
  ["no events", { time: [1, 2], status: [0, 0], group: ["a", "b"] }, 0, { kind: "incomplete", code: "no-events" }],
  [
    "groups never at risk together",
    { time: [1, 2], status: [0, 1], group: ["a", "b"] },
    0,
    { kind: "not-applicable", code: "no-variance" },
  ],
  ["a negative rho", { time: [1, 2], status: [0, 1], group: ["a", "b"] }, -1, { kind: "invalid", code: "rho" }],
  ["an endless rho", { time: [1, 2], status: [0, 1], group: ["a", "b"] }, Infinity, { kind: "invalid", code: "rho" }],
  ["NaN", { time: [1, Number.NaN], status: [0, 1], group: ["a", "b"] }, 0, { kind: "invalid", code: "time" }],
])("refuses %s", (_, data, rho, refusal) => {
  expect(logRank(data, rho)).toMatchObject({ ok: false, refusal });
});

it.each(["group", "strata"])("throws when %s is of another length", (name) => {
  const data = { time: [1, 2], status: [1, 1], group: ["a", "b"], [name]: ["a"] };
  expect(() => logRank(data)).toThrow(new RangeError(`${name} has 1 values, time has 2`));
});

it("has nobody at risk at the very time of entry", () => {
  // b's second row enters at 2, where b's first fails: at 2 there are a and one b, at 3 a and the second b
  const test = logRank({ time: [3, 2, 4], status: [1, 1, 0], entry: [0, 0, 2], group: ["a", "b", "b"] });
  expect(test.ok && test.value.expected).toEqual([1 / 2 + 1 / 2, 1 / 2 + 1 / 2]);
});

it("leaves out of the test a group that was never expected an event", () => {
  // c leaves before the first event: a against b as if it were not there, on 1 df
  const two = logRank({ time: [1, 3, 2, 4], status: [1, 1, 1, 0], group: ["a", "a", "b", "b"] });
  const three = logRank({ time: [0.5, 1, 3, 2, 4], status: [0, 1, 1, 1, 0], group: ["c", "a", "a", "b", "b"] });
  if (!two.ok || !three.ok) throw new Error("refused");
  expect(three.value.df).toBe(1);
  expect(three.value.chisq).toBeCloseTo(two.value.chisq, 12);
});

describe("any groups", () => {
  it("expect in total as many events as were seen, and give a probability", () => {
    fc.assert(
      fc.property(subjects, fc.constantFrom(0, 0.5, 1), fc.boolean(), (list, rho, stratified) => {
        const test = logRank(columns(list, stratified), rho);
        if (!test.ok) return ["one-group", "no-events", "no-variance"].includes(test.refusal.code);
        const { observed, expected, p, chisq } = test.value;
        const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        return Math.abs(total(observed) - total(expected)) < 1e-9 && p >= 0 && p <= 1 && chisq >= 0;
      }),
    );
  });

  it("do not depend on the order of rows or the unit of time", () => {
    fc.assert(
      fc.property(subjects, (list) => {
        const one = logRank(columns(list, true), 1);
        const other = logRank(
          columns(
            list.toReversed().map((row) => ({ ...row, time: row.time * 1e-7 })),
            true,
          ),
          1,
        );
        return (
          one.ok === other.ok && (!one.ok || !other.ok || Math.abs(one.value.chisq - other.value.chisq) <= 1e-9 * (1 + one.value.chisq))
        );
      }),
    );
  });

  it("see nothing new in a second, identical stratum but twice the evidence", () => {
    fc.assert(
      fc.property(subjects, (list) => {
        const one = logRank(columns(list));
        const double = [...list.map((row) => ({ ...row, strata: 1 })), ...list.map((row) => ({ ...row, strata: 2 }))];
        const two = logRank(columns(double, true));
        return !one.ok || !two.ok || Math.abs(two.value.chisq - 2 * one.value.chisq) < 1e-8 * (1 + one.value.chisq);
      }),
    );
  });

  it("do not notice when a spell of follow-up is cut in two", () => {
    fc.assert(
      fc.property(subjects, fc.constantFrom(0, 1), (list, rho) => {
        const cut = list.flatMap((row) => [
          { ...row, entry: 0, time: row.time - 0.5, status: 0 },
          { ...row, entry: row.time - 0.5 },
        ]);
        const one = logRank(columns(list, true), rho);
        const two = logRank({ ...columns(cut, true), entry: cut.map(({ entry }) => entry) }, rho);
        if (!one.ok || !two.ok) return one.ok === two.ok;
        return Math.abs(one.value.chisq - two.value.chisq) <= 1e-9 * (1 + one.value.chisq);
      }),
    );
  });

  it("count a row of weight 2 as two", () => {
    fc.assert(
      fc.property(subjects, (list) => {
        const one = logRank(columns([...list, ...list]));
        const two = logRank({ ...columns(list), weights: list.map(() => 2) });
        if (!one.ok || !two.ok) return one.ok === two.ok;
        return Math.abs(one.value.chisq - two.value.chisq) <= 1e-9 * (1 + one.value.chisq);
      }),
    );
  });
});
