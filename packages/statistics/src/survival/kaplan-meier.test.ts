import type { Result } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FollowUp, followUpByGroup } from "./follow-up.ts";
import { kaplanMeier } from "./kaplan-meier.ts";

const fitted = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.refusal.kind}/${result.refusal.code}`);
  return result.value;
};
const row = fc.record({ time: fc.integer({ min: 0, max: 12 }), status: fc.constantFrom(0, 1) });
const rows = fc.array(row, { minLength: 1, maxLength: 40 });
const columns = (list: readonly { time: number; status: number }[]): FollowUp => ({
  time: list.map(({ time }) => time),
  status: list.map(({ status }) => status),
});

describe("by hand", () => {
  // 6 subjects: events at 1 (two), 3, 6; censored at 3 and 5
  const curve = fitted(kaplanMeier({ time: [6, 1, 3, 1, 5, 3], status: [1, 1, 1, 1, 0, 0] }));

  it("counts who was at risk, failed and left", () => {
    expect(Array.from(curve.time)).toEqual([1, 3, 5, 6]);
    expect(Array.from(curve.atRisk)).toEqual([6, 4, 2, 1]);
    expect(Array.from(curve.events)).toEqual([2, 1, 0, 1]);
    expect(Array.from(curve.censored)).toEqual([0, 1, 1, 0]);
    expect([curve.n, curve.totalEvents]).toEqual([6, 4]);
  });

  it("multiplies the conditional survivals: 4/6, then 3/4, then nothing", () => {
    [2 / 3, 1 / 2, 1 / 2, 0].forEach((s, i) => {
      expect(curve.survival[i]).toBeCloseTo(s, 14);
    });
  });

  it("sums Greenwood's terms 2/(6*4) and 1/(4*3), without bound at zero", () => {
    [2 / 24, 2 / 24 + 1 / 12, 2 / 24 + 1 / 12, Infinity].forEach((variance, i) => {
      expect(curve.seLog[i]! ** 2).toBeCloseTo(variance, 14);
    });
  });

  it("sums the hazards 2/6, 1/4, 1", () => {
    expect(curve.cumulativeHazard[3]).toBeCloseTo(2 / 6 + 1 / 4 + 1, 14);
  });
});

it("lets a subject with delayed entry into the risk set only after entry", () => {
  const curve = fitted(kaplanMeier({ time: [2, 3, 5], status: [1, 1, 1], entry: [0, 2, 2.5] }));
  expect(Array.from(curve.atRisk)).toEqual([1, 2, 1]);
});

it("ties times that differ by rounding only", () => {
  expect(fitted(kaplanMeier({ time: [0.3, 0.1 + 0.2], status: [1, 1] })).time.length).toBe(1);
});

it("comes down to 0 exactly when weights leave a rounding remainder", () => {
  // 0.1 + 0.2 + 0.3 is not 0.6 in doubles: some 1e-16 of a subject seems to be left
  const curve = fitted(kaplanMeier({ time: [1, 2, 3], status: [1, 1, 1], weights: [0.1, 0.2, 0.3] }));
  expect(curve.survival[2]).toBe(0);
  expect(curve.seLog[2]).toBe(Infinity);
});

it("keeps survival at 1 when nobody has the event", () => {
  expect(Array.from(fitted(kaplanMeier({ time: [1, 2, 3], status: [0, 0, 0] })).survival)).toEqual([1, 1, 1]);
});

it.each<[string, FollowUp, object]>([
  ["nobody", { time: [], status: [] }, { kind: "incomplete", code: "no-rows" }],
  ["a time that is not a number", { time: [1, Number.NaN], status: [1, 1] }, { kind: "invalid", code: "time", missing: ["row 1"] }],
  ["an unknown status", { time: [1], status: [2] }, { kind: "invalid", code: "status" }],
  ["entry after exit", { time: [1], status: [1], entry: [1] }, { kind: "invalid", code: "entry" }],
  ["a negative weight", { time: [1], status: [1], weights: [-1] }, { kind: "invalid", code: "weights" }],
])("refuses %s", (_, data, refusal) => {
  expect(kaplanMeier(data)).toMatchObject({ ok: false, refusal });
});

it("throws at columns of different length", () => {
  expect(() => kaplanMeier({ time: [1, 2], status: [1] })).toThrow(RangeError);
});

describe("any follow-up", () => {
  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(rows, (list) => {
        expect(kaplanMeier(columns(list.toReversed()))).toEqual(kaplanMeier(columns(list)));
      }),
    );
  });

  it("scales with the unit of time", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1e-9, 0.5, 365.25, 1e12), (list, unit) => {
        const scaled = fitted(kaplanMeier(columns(list.map(({ time, status }) => ({ time: time * unit, status })))));
        expect(scaled.survival).toEqual(fitted(kaplanMeier(columns(list))).survival);
      }),
    );
  });

  it("gives the same curve when every subject is doubled, by rows or by weight", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const once = fitted(kaplanMeier(columns(list)));
        const twice = fitted(kaplanMeier(columns([...list, ...list])));
        const weighted = fitted(kaplanMeier({ ...columns(list), weights: list.map(() => 2) }));
        expect(weighted).toEqual(twice);
        once.survival.forEach((s, i) => {
          expect(twice.survival[i]).toBeCloseTo(s, 12);
        });
      }),
    );
  });

  it("never rises, stays within 0 and 1, and has no NaN", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { survival, seLog } = fitted(kaplanMeier(columns(list)));
        expect(survival.every((s, i) => s >= 0 && s <= (survival[i - 1] ?? 1))).toBe(true);
        expect(seLog.some(Number.isNaN)).toBe(false);
      }),
    );
  });
});

it("is estimated group by group, entry and weights carried along", () => {
  const data = { time: [3, 1, 2], status: [1, 0, 1], entry: [1, 0, 0], weights: [1, 2, 3] };
  expect(followUpByGroup(data, ["b", "a", "b"])).toEqual([
    {
      label: "b",
      data: { time: Float64Array.of(3, 2), status: Float64Array.of(1, 1), entry: Float64Array.of(1, 0), weights: Float64Array.of(1, 3) },
    },
    { label: "a", data: { time: Float64Array.of(1), status: Float64Array.of(0), entry: Float64Array.of(0), weights: Float64Array.of(2) } },
  ]);
  expect(followUpByGroup({ time: [1, 2], status: [1, 1] }, [10, 9]).map(({ label }) => label)).toEqual([9, 10]);
  expect(() => followUpByGroup(data, ["a"])).toThrow(RangeError);
});
