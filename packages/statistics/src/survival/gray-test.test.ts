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

it.each([
  ["one group", { time: [1, 2], cause: [1, 1], group: ["a", "a"] }, "incomplete", "one-group"],
  ["no event of the cause", { time: [1, 2], cause: [2, 2], group: ["a", "b"] }, "incomplete", "no-events"],
  ["NaN", { time: [1, Number.NaN], cause: [1, 1], group: ["a", "b"] }, "invalid", "time"],
  ["groups never at risk together", { time: [1, 2], cause: [0, 1], group: ["a", "b"] }, "not-applicable", "no-variance"],
  ["a cause beyond those seen", { time: [1, 2], cause: [0, 0], group: ["a", "b"] }, "incomplete", "no-events"],
])("refuses %s", (_, data, kind, code) => {
  expect(grayTest(data, 1)).toMatchObject({ ok: false, refusal: { kind, code } });
});
