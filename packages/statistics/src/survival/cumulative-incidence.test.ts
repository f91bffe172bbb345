import type { Result } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompetingFollowUp, type CumulativeIncidence, cumulativeIncidence } from "./cumulative-incidence.ts";
import { aalenVariance, jackknifeErrors } from "./incidence-errors.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { type Spell, stateProbabilities } from "./multistate.ts";

const valued = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const row = fc.record({ time: fc.integer({ min: 1, max: 9 }), cause: fc.constantFrom(0, 1, 2) });
type Row = { time: number; cause: number };
const rows = fc.array(row, { minLength: 1, maxLength: 25 });
const dataOf = (list: readonly Row[]): CompetingFollowUp => ({ time: list.map(({ time }) => time), cause: list.map(({ cause }) => cause) });
const curveOf = (list: readonly Row[]): CumulativeIncidence => valued(cumulativeIncidence(dataOf(list), 2));
const close = (got: ArrayLike<number>, expected: ArrayLike<number>, digits = 10) =>
  Array.from(expected).forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, digits);
  });

describe("by hand: causes 1, 2, none, 1 at times 1 to 4", () => {
  const curve = valued(cumulativeIncidence({ time: [4, 3, 2, 1], cause: [1, 0, 2, 1] }));

  it("adds S(t-) d/n to each cause", () => {
    close(curve.incidence[0]!, [1 / 4, 1 / 4, 1 / 4, 3 / 4]);
    close(curve.incidence[1]!, [0, 1 / 4, 1 / 4, 1 / 4]);
    close(curve.free, [3 / 4, 1 / 2, 1 / 2, 0]);
  });
  it("has Aalen's variance: first 1/16, then less what the rise of the other cause takes from the risk set", () => {
    const first = aalenVariance(curve)[0]!;
    // after time 4: delta from time 1 is 1/2, from time 2 is 1/2; S after them 3/4 and 1/2; at time 4 S(t-) = 1/2, n = 1
    close(first, [1 / 16, 1 / 16, 1 / 16, (1 / 16) * (1 - 1 / 2 / (3 / 4)) ** 2 + (3 / 4 / (1 / 2)) ** 2 * (1 / 9) * (1 / 2) ** 2 + 1 / 4]);
  });
});

it("leaves nobody free when weights leave a rounding remainder", () => {
  const curve = valued(cumulativeIncidence({ time: [1, 2, 3], cause: [1, 1, 1], weights: [0.1, 0.2, 0.3] }));
  expect(curve.free[2]).toBe(0);
});

it("is binomial without censoring: p (1 - p) / n", () => {
  const curve = curveOf([1, 2, 3, 4, 5].map((time) => ({ time, cause: 1 + (time % 2) })));
  close(
    jackknifeErrors(curve).incidence[0]!,
    Array.from(curve.incidence[0]!, (p) => Math.sqrt((p * (1 - p)) / 5)),
  );
});

it.each<[string, CompetingFollowUp, object]>([
  ["nobody", { time: [], cause: [] }, { kind: "incomplete", code: "no-rows" }],
  ["a cause that is no whole number", { time: [1], cause: [0.5] }, { kind: "invalid", code: "status" }],
  ["a cause beyond those announced", { time: [1], cause: [3] }, { kind: "invalid", code: "status" }],
  ["a cause below 0", { time: [1], cause: [-1] }, { kind: "invalid", code: "status" }],
  ["NaN", { time: [Number.NaN], cause: [1] }, { kind: "invalid", code: "time" }],
  ["a negative weight", { time: [1, 2], cause: [1, 0], weights: [1, -1] }, { kind: "invalid", code: "weights", missing: ["row 1"] }],
])("refuses %s", (_, data, refusal) => {
  expect(cumulativeIncidence(data, 2)).toMatchObject({ ok: false, refusal });
});

describe("any follow-up", () => {
  it("adds to one, rises only, and errs by no NaN", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const curve = curveOf(list);
        const errors = jackknifeErrors(curve);
        curve.free.forEach((free, i) => {
          expect(free + curve.incidence[0]![i]! + curve.incidence[1]![i]!).toBeCloseTo(1, 12);
        });
        const all = [errors.free, ...errors.incidence, ...aalenVariance(curve)];
        expect(all.every((column) => column.every((value) => value >= 0 && value < Infinity))).toBe(true);
      }),
    );
  });

  it("has the jackknife of the definition, subject by subject through the multistate walk", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const curve = curveOf(list);
        const { free, incidence } = jackknifeErrors(curve);
        const spells = list.map(({ time, cause }, subject): Spell => {
          const to = ["", "one", "two"][cause]!;
          return { subject, from: "free", entry: 0, time, ...(to && { to }) };
        });
        const walk = valued(stateProbabilities(spells, ["free", "one", "two"]));
        close(
          Array.from(walk.probability, (line) => line[1]!),
          curve.incidence[0]!,
        );
        close(
          Array.from(walk.se, (line) => line[0]!),
          free,
          8,
        );
        close(
          Array.from(walk.se, (line) => line[1]!),
          incidence[0]!,
          8,
        );
        close(
          Array.from(walk.se, (line) => line[2]!),
          incidence[1]!,
          8,
        );
      }),
    );
  });

  it("is Kaplan-Meier with Greenwood's error when there is one cause", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const status = list.map(({ cause }) => Math.min(cause, 1));
        const time = list.map((line) => line.time);
        const curve = valued(cumulativeIncidence({ time, cause: status }));
        const single = valued(kaplanMeier({ time, status }));
        close(curve.free, single.survival);
        const { free } = jackknifeErrors(curve);
        single.survival.forEach((s, i) => {
          if (s > 0) expect(free[i]).toBeCloseTo(s * single.seLog[i]!, 10);
        });
      }),
    );
  });

  it("gives a row of weight 2 the say of two rows", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const twice = curveOf([...list, ...list]);
        const weighted = valued(cumulativeIncidence({ ...dataOf(list), weights: list.map(() => 2) }, 2));
        expect(weighted).toEqual(twice);
      }),
    );
  });
});

it("gives a cause the same errors however the other causes are told apart", () => {
  const three = fc.array(fc.record({ time: fc.integer({ min: 1, max: 6 }), cause: fc.constantFrom(0, 1, 2, 3) }), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(three, (list) => {
      const apart = valued(cumulativeIncidence(dataOf(list), 3));
      const together = curveOf(list.map(({ time, cause }) => ({ time, cause: Math.min(cause, 2) })));
      close(aalenVariance(apart)[0]!, aalenVariance(together)[0]!, 12);
      close(jackknifeErrors(apart).incidence[0]!, jackknifeErrors(together).incidence[0]!, 12);
    }),
  );
});
