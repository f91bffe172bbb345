import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier, type SurvivalCurve } from "./kaplan-meier.ts";
import { LIMIT_SCALES, survivalLimits } from "./survival-limits.ts";
import { restrictedMean, survivalAt, survivalQuantile } from "./survival-reading.ts";

function curveOf(time: readonly number[], status: readonly number[]): SurvivalCurve {
  const curve = kaplanMeier({ time, status });
  if (!curve.ok) throw new Error(curve.refusal.code);
  return curve.value;
}

const four = curveOf([1, 2, 3, 4], [1, 1, 1, 1]);
const z = 1.959963984540054;

describe("limits", () => {
  const se = Math.sqrt(1 / 12); // Greenwood after the first of four
  it.each([
    ["log", 0.75 * Math.exp(-z * se), 1],
    ["plain", 0.75 - z * 0.75 * se, 1],
    ["log-log", 0.75 ** Math.exp((z * se) / -Math.log(0.75)), 0.75 ** Math.exp((-z * se) / -Math.log(0.75))],
    ["logit", 1 / (1 + Math.exp(-(Math.log(3) - (z * se) / 0.25))), 1 / (1 + Math.exp(-(Math.log(3) + (z * se) / 0.25)))],
    ["arcsin", Math.sin(Math.PI / 3 - (z / 2) * se * Math.sqrt(3)) ** 2, Math.sin(Math.PI / 3 + (z / 2) * se * Math.sqrt(3)) ** 2],
  ] as const)("follow the %s formula", (scale, lower, upper) => {
    const limits = survivalLimits(four, scale);
    expect(limits.lower[0]).toBeCloseTo(lower, 12);
    expect(limits.upper[0]).toBeCloseTo(upper, 12);
  });

  it("are not defined where survival is 0", () => {
    expect(survivalLimits(four).lower.length).toBe(3);
  });

  it("surround the curve on every scale and widen with the level", () => {
    const times = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, fc.constantFrom(...LIMIT_SCALES), (list, scale) => {
        const curve = curveOf(
          list,
          list.map((t) => t % 2),
        );
        const narrow = survivalLimits(curve, scale, 0.5);
        const wide = survivalLimits(curve, scale, 0.99);
        narrow.lower.forEach((low, i) => {
          const s = curve.survival[i]!;
          const ordered = [0, wide.lower[i]!, low, s, narrow.upper[i]!, wide.upper[i]!, 1];
          expect(ordered.every((value, k) => k === 0 || value >= ordered[k - 1]! - 1e-12)).toBe(true);
        });
      }),
    );
  });
});

describe("quantiles", () => {
  it("take the middle of a stretch that lies level at exactly the target", () => {
    expect(survivalQuantile(four, survivalLimits(four)).time).toBe(2.5);
  });

  it("end a level stretch at the last follow-up when the curve never drops again", () => {
    const curve = curveOf([1, 2, 5, 9], [1, 1, 0, 0]);
    expect(survivalQuantile(curve, survivalLimits(curve)).time).toBe(5.5);
  });

  it("are absent when too few had the event", () => {
    const curve = curveOf([1, 2, 3], [1, 0, 0]);
    expect(survivalQuantile(curve, survivalLimits(curve)).time).toBeUndefined();
  });

  it("need a share between 0 and 1", () => {
    for (const share of [0, 1, -1, Number.NaN]) {
      expect(() => survivalQuantile(four, survivalLimits(four), share)).toThrow(
        new RangeError(`a share must lie between 0 and 1, got ${share}`),
      );
    }
  });
});

describe("survival at a time", () => {
  const [before, at, after] = survivalAt(four, survivalLimits(four), [0.5, 2, 7]);

  it("is 1 with everybody at risk before the first event", () => {
    expect(before).toMatchObject({ survival: 1, se: 0, lower: 1, upper: 1, atRisk: 4, cumulativeHazard: 0 });
  });
  it("includes the event at that very time, and counts who was at risk there", () => {
    expect(at).toMatchObject({ survival: 0.5, atRisk: 3 });
    expect(at!.se).toBeCloseTo(0.25, 14); // sqrt(.5 * .5 / 4)
  });
  it("has no standard error where nobody is left", () => {
    expect(after).toMatchObject({ survival: 0, se: undefined, lower: undefined, atRisk: 0 });
  });
});

it("throws when a time asked for is NaN, one of several", () => {
  expect(() => survivalAt(four, survivalLimits(four), [1, Number.NaN])).toThrow(new RangeError("survival was asked at a time that is NaN"));
});

describe("restricted mean", () => {
  it("is the mean of min(time, tau) without censoring", () => {
    const result = restrictedMean(four, 3.5);
    // variance: 2.375 - ... areas to the right of 1, 2, 3 are 1.375, .625, .125
    const variance = 1.375 ** 2 / 12 + 0.625 ** 2 / 6 + 0.125 ** 2 / 2;
    expect(result).toMatchObject({ ok: true, value: { extrapolatedFrom: undefined } });
    expect(result.ok && result.value.mean).toBeCloseTo((1 + 2 + 3 + 3.5) / 4, 14);
    expect(result.ok && result.value.se).toBeCloseTo(Math.sqrt(variance), 14);
  });

  it("is tau itself before the first event", () => {
    expect(restrictedMean(four, 0.25)).toMatchObject({ ok: true, value: { mean: 0.25, se: 0, tau: 0.25 } });
  });

  it("starts from what is left after events at time 0", () => {
    expect(restrictedMean(curveOf([0, 2], [1, 1]), 2)).toMatchObject({ ok: true, value: { mean: 1 } });
  });

  it.each([
    // rmean and se(rmean) of survfit(), survival 3.5-3 on R 4.2.2
    [[0, 2, 3], [1, 1, 1], 1.5, 0.6236096],
    [[0, 1, 2, 3], [1, 1, 1, 0], 1.375, 0.4800716],
  ])("counts events at time 0 in its error: %j", (time, status, mean, se) => {
    const result = restrictedMean(curveOf(time, status), 2.5);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.mean).toBeCloseTo(mean, 12);
    expect(result.value.se).toBeCloseTo(se, 7);
  });

  it("begins at 0 even where times are negative", () => {
    // S is 2/3 from -1 on, 1/3 from 1 on
    const result = restrictedMean(curveOf([-1, 1, 3], [1, 1, 1]), 2);
    expect(result.ok && result.value.mean).toBeCloseTo(1, 12);
  });

  it("needs no extrapolation to the very last follow-up, nor where nobody is left", () => {
    for (const [time, status, tau] of [
      [[1, 2], [1, 0], 2],
      [[1, 2], [1, 1], 5],
      [[1, 9], [1, 0], 5],
    ] as const)
      expect(restrictedMean(curveOf(time, status), tau)).toMatchObject({ ok: true, value: { extrapolatedFrom: undefined } });
  });

  it("says from where it had to extrapolate", () => {
    expect(restrictedMean(curveOf([1, 2], [1, 0]), 5)).toMatchObject({ ok: true, value: { extrapolatedFrom: 2 } });
  });

  it.each([0, -1, Number.NaN, Infinity])("refuses the horizon %s", (tau) => {
    expect(restrictedMean(four, tau)).toMatchObject({ ok: false, refusal: { kind: "invalid", code: "horizon" } });
  });
});
