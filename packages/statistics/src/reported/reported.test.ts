import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grim } from "./grim.ts";
import { pFromGroups } from "./p-from-groups.ts";
import { isSymmetric, pFromInterval } from "./p-from-interval.ts";
import { overlap, readPrinted, windowOf } from "./printed-number.ts";
import { sdLimits } from "./sd-limits.ts";
import { countsOfShare, isShareOf } from "./share.ts";

const printed = (text: string) => readPrinted(text)!;
const window = (text: string) => windowOf(printed(text));

describe("a printed number", () => {
  it.each([
    ["3.10", 3.1, 2],
    ["-0.5", -0.5, 1],
    ["\u22120.5", -0.5, 1],
    [".05", 0.05, 2],
    ["12", 12, 0],
    ["1e3", 1000, -3],
  ])("reads %s as %d with %d decimals", (text, value, decimals) => expect(readPrinted(text)).toEqual({ value, decimals }));

  it.each(["", ".", "-", "1.2.3", "ten", "1,5", "Infinity", "NaN", "0x10"])("reads no number in %j", (text) =>
    expect(readPrinted(text)).toBeUndefined(),
  );

  it("stands for everything that rounds to it, halves included", () => {
    const [low, high] = window("0.05");
    expect(low).toBeCloseTo(0.045, 9);
    expect(high).toBeCloseTo(0.055, 9);
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const [from, to] = window(value.toFixed(digits));
        return from <= value && value <= to;
      }),
    );
  });
});

describe("GRIM", () => {
  it("finds the mean of 20 dice impossible at 3.48, as in the published example", () => {
    expect(grim(printed("3.48"), 20)).toEqual({ possible: false, telling: true, nearest: [3.45, 3.5] });
  });

  it("takes a mean rounded either way at a half", () => {
    expect(grim(printed("1.12"), 8).possible).toBe(true); // 9 / 8 = 1.125
    expect(grim(printed("1.13"), 8).possible).toBe(true);
  });

  it("says that it cannot tell where so many were averaged that every mean is possible", () => {
    expect(grim(printed("3.48"), 200)).toMatchObject({ possible: true, telling: false });
  });

  it("never calls the mean of real whole numbers impossible", () => {
    const values = fc.array(fc.integer({ min: 0, max: 96 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (list, digits) => {
        const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
        return grim(printed(mean.toFixed(digits)), list.length).possible;
      }),
    );
  });

  it("throws for half a person", () => expect(() => grim(printed("1.0"), 2.5)).toThrow(RangeError));
});

describe("the standard deviations that a mean allows", () => {
  it("reach from all alike to all at the ends", () => {
    const [low, high] = sdLimits({ mean: printed("5"), n: 10, range: [0, 10], whole: false })!;
    expect(low).toBe(0);
    expect(high).toBeCloseTo(Math.sqrt(250 / 9), 12);
  });

  it("are never 0 for whole numbers whose mean is not whole", () => {
    const limits = sdLimits({ mean: printed("2.50"), n: 4, range: [0, 4], whole: true })!;
    expect(limits[0]).toBeCloseTo(Math.sqrt(1 / 3), 12); // 2, 2, 3, 3
  });

  it("do not exist for a mean outside the range", () => {
    expect(sdLimits({ mean: printed("12"), n: 4, range: [0, 10], whole: false })).toBeUndefined();
  });

  it("hold the standard deviation of any real data", () => {
    const values = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, (list) => {
        const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
        const sd = Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1));
        const limits = sdLimits({ mean: printed(mean.toFixed(2)), n: list.length, range: [0, 10], whole: true })!;
        return limits[0] <= sd + 1e-9 && sd <= limits[1] + 1e-9;
      }),
    );
  });
});

describe("p from an interval", () => {
  it("agrees with the printed 0.032 of the published example: 17 points, 1.4 to 32.6", () => {
    const p = pFromInterval({ estimate: window("17"), lower: window("1.4"), upper: window("32.6") }, { noEffect: 0, level: 0.95 })!;
    expect(overlap(p, window("0.032"))).toBe(true);
    expect(p[1] - p[0]).toBeLessThan(0.002);
  });

  it("is 1 at most, when the estimate may be no effect at all", () => {
    const p = pFromInterval({ estimate: window("0"), lower: window("-1.0"), upper: window("1.0") }, { noEffect: 0, level: 0.95 })!;
    expect(p[1]).toBe(1);
  });

  it("is larger with few degrees of freedom when it is small", () => {
    const rounded = { estimate: window("17"), lower: window("1.4"), upper: window("32.6") };
    const z = pFromInterval(rounded, { noEffect: 0, level: 0.95 })!;
    const t = pFromInterval(rounded, { noEffect: 0, level: 0.95, df: 4 })!;
    expect(t[0]).toBeGreaterThan(z[0]);
  });

  it("does not exist when the interval cannot be symmetric about the estimate", () => {
    const rounded = { estimate: window("-10.92"), lower: window("-21.41"), upper: window("-4.03") };
    expect(isSymmetric(rounded)).toBe(false);
    expect(pFromInterval(rounded, { noEffect: 0, level: 0.95 })).toBeUndefined();
  });

  it("holds the p of the figures before they were rounded", () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 0.2, max: 3, noNaN: true }), fc.integer({ min: 1, max: 3 }), (estimate, se, digits) => {
        const rounded = (value: number) => window(value.toFixed(digits));
        const reach = 1.959963984540054 * se;
        const found = pFromInterval(
          { estimate: rounded(estimate), lower: rounded(estimate - reach), upper: rounded(estimate + reach) },
          { noEffect: 0, level: 0.95 },
        );
        const exact = pFromInterval(
          { estimate: [estimate, estimate], lower: [estimate - reach, estimate - reach], upper: [estimate + reach, estimate + reach] },
          { noEffect: 0, level: 0.95 },
        );
        return exact === undefined || (found !== undefined && found[0] <= exact[0] + 1e-9 && exact[1] <= found[1] + 1e-9);
      }),
    );
  });
});

describe("p from two groups", () => {
  it("is that of the pooled and the Welch test alike when groups and spreads are equal", () => {
    // t = 2 / (2 sqrt(2 / 8)) = 2 with 14 degrees of freedom: 0.0653
    const group = (mean: number) => ({ mean: [mean, mean] as const, sd: [2, 2] as const, n: 8 });
    const p = pFromGroups(group(5), group(3))!;
    expect(p[0]).toBeCloseTo(0.0653, 4);
    expect(p[1]).toBeCloseTo(p[0], 12);
  });

  it("is 1 at most when the means may be equal", () => {
    expect(pFromGroups({ mean: [4, 6], sd: [1, 1], n: 5 }, { mean: [5, 5], sd: [1, 1], n: 5 })?.[1]).toBe(1);
  });

  it("cannot be told from a spread that may be none", () => {
    expect(pFromGroups({ mean: [4, 4], sd: [0, 0.5], n: 5 }, { mean: [5, 5], sd: [1, 1], n: 5 })).toBeUndefined();
  });

  it("throws for a group of one", () => {
    expect(() => pFromGroups({ mean: [4, 4], sd: [1, 1], n: 1 }, { mean: [5, 5], sd: [1, 1], n: 5 })).toThrow(RangeError);
  });
});

describe("a share", () => {
  it("agrees with its counts to the digits printed", () => {
    expect(isShareOf(printed("30.9"), 17, 55)).toBe(true);
    expect(isShareOf(printed("54.2"), 6, 11)).toBe(false);
    expect(() => isShareOf(printed("0"), 0, 0)).toThrow(RangeError);
  });

  it("names the counts that give it", () => {
    expect(countsOfShare(printed("66.7"), 19)).toBeUndefined();
    expect(countsOfShare(printed("24"), 25)).toEqual([6, 6]);
    expect(countsOfShare(printed("50"), 200)).toEqual([99, 101]);
  });
});
