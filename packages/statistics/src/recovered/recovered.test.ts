import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normal } from "../distributions/normal.ts";
import { fromQuantiles } from "./mean-from-quantiles.ts";
import { quantileSet } from "./quantile-summary.ts";
import { sdFromInterval, sdFromSe } from "./sd-of-arm.ts";
import { sdOfChange, sdOfChangeFromP } from "./sd-of-change.ts";
import { sharedSdFromInterval, sharedSdFromP, sharedSdFromSe } from "./sd-of-two-arms.ts";
import { skewness } from "./skewness.ts";

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const refusal = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? "none" : result.refusal);

describe("the standard deviation of one arm", () => {
  it("is the standard error times the root of n", () => expect(value(sdFromSe(1.5, 25))).toBe(7.5));

  // R 4.2.2: sqrt(n) * (upper - lower) / (2 * qt(1 - (1 - level) / 2, n - 1))
  it.each([
    [{ lower: 15, upper: 28, level: 0.95 }, 44, 21.3796246601881],
    [{ lower: 30, upper: 34.2, level: 0.95 }, 25, 5.08745933313578],
    [{ lower: 4.1, upper: 6.3, level: 0.9 }, 12, 2.1218018755798],
  ])("comes from the interval %j by Student's t for n %d", (interval, n, sd) =>
    expect(value(sdFromInterval(interval, n)).sd).toBeCloseTo(sd, 10),
  );

  it("is that of the values of a real t test", () => {
    // R: d <- 18 values with mean -2.4 and SD 3.1; t.test(d)$conf.int
    const interval = { lower: -3.94159373221025, upper: -0.858406267789749, level: 0.95 };
    expect(value(sdFromInterval(interval, 18)).sd).toBeCloseTo(3.1, 10);
  });

  it.each([
    ["a negative error", sdFromSe(-1, 9), { kind: "invalid", code: "standard-error", missing: ["se"] }],
    ["nobody", sdFromSe(1, 0), { kind: "invalid", code: "group-size", missing: ["n"] }],
    ["half a person", sdFromSe(1, 9.5), { kind: "invalid", code: "group-size", missing: ["n"] }],
    ["limits the wrong way round", sdFromInterval({ lower: 5, upper: 4, level: 0.95 }, 9), { kind: "invalid", code: "interval" }],
    ["limits that are one", sdFromInterval({ lower: 5, upper: 5, level: 0.95 }, 9), { kind: "invalid", code: "interval" }],
    ["an interval of one person", sdFromInterval({ lower: 4, upper: 5, level: 0.95 }, 1), { code: "group-size" }],
  ])("is refused for %s", (_what, result, expected) => expect(refusal(result)).toMatchObject(expected));

  it("throws for a level of 95", () => expect(() => sdFromInterval({ lower: 1, upper: 2, level: 95 }, 9)).toThrow(RangeError));
});

describe("the standard deviation that two arms share", () => {
  it("is that of the handbook's example: 3.8 with p 0.008, 25 and 22 people", () => {
    const { critical, se, sd } = value(sharedSdFromP(3.8, 0.008, { n1: 25, n2: 22 }));
    expect([critical.toFixed(2), se.toFixed(2)]).toEqual(["2.78", "1.37"]); // printed
    expect(sd).toBeCloseTo(4.6834693413751, 10); // R: 3.8 / qt(1 - 0.008 / 2, 45) / sqrt(1 / 25 + 1 / 22); 4.69 from the rounded 1.37
  });

  it("gives back the pooled SD of a t test from its p, its interval and its error", () => {
    // R: x 25 values with mean 10 and SD 4.5, y 22 with 7 and 5.5; t.test(x, y, var.equal = TRUE)
    const sizes = { n1: 25, n2: 22 };
    const pooled = Math.sqrt((24 * 4.5 ** 2 + 21 * 5.5 ** 2) / 45);
    expect(value(sharedSdFromP(-3, 0.0456176742891819, sizes)).sd).toBeCloseTo(pooled, 9);
    const { sd, se } = value(sharedSdFromInterval({ lower: 0.0610356669589572, upper: 5.93896433304104, level: 0.95 }, sizes));
    expect(sd).toBeCloseTo(pooled, 9);
    expect(value(sharedSdFromSe(se, sizes))).toBeCloseTo(sd, 12);
  });

  it.each([
    ["p of 0", sharedSdFromP(3, 0, { n1: 9, n2: 9 }), { kind: "invalid", code: "p-value" }],
    ["p of 1", sharedSdFromP(3, 1, { n1: 9, n2: 9 }), { kind: "invalid", code: "p-value" }],
    ["means that are alike", sharedSdFromP(0, 0.5, { n1: 9, n2: 9 }), { kind: "not-applicable", code: "no-difference" }],
    ["an arm of one", sharedSdFromP(3, 0.5, { n1: 1, n2: 9 }), { kind: "invalid", code: "group-size" }],
    ["an error of 0", sharedSdFromSe(0, { n1: 9, n2: 9 }), { kind: "invalid", code: "standard-error" }],
    ["no interval", sharedSdFromInterval({ lower: 2, upper: 1, level: 0.95 }, { n1: 9, n2: 9 }), { code: "interval" }],
  ])("is refused for %s", (_what, result, expected) => expect(refusal(result)).toMatchObject(expected));
});

describe("the standard deviation of a change", () => {
  it("is that of real pairs", () => {
    // R: set.seed(3); 30 pairs; sd(before), sd(after), cor(after, before), sd(after - before)
    const pairs = { sdBefore: 8, sdAfter: 8.08331785968297, r: 0.790527709579473 };
    expect(value(sdOfChange(pairs))).toBeCloseTo(5.20563536621432, 10);
  });

  it("lies between the difference and the sum of both spreads", () => {
    const sd = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(sd, sd, fc.double({ min: -1, max: 1, noNaN: true }), (sdBefore, sdAfter, r) => {
        const change = value(sdOfChange({ sdBefore, sdAfter, r }));
        return change >= Math.abs(sdBefore - sdAfter) - 1e-9 && change <= sdBefore + sdAfter + 1e-9;
      }),
    );
  });

  it("is that of a real paired t test", () => expect(value(sdOfChangeFromP(-2.4, 0.00437282305112641, 18)).sd).toBeCloseTo(3.1, 9));

  it.each([
    ["a correlation of 2", sdOfChange({ sdBefore: 1, sdAfter: 1, r: 2 }), { kind: "invalid", code: "correlation" }],
    ["a negative SD", sdOfChange({ sdBefore: -1, sdAfter: 1, r: 0 }), { kind: "invalid", code: "standard-deviation" }],
    ["no change", sdOfChangeFromP(0, 0.5, 9), { kind: "not-applicable", code: "no-difference" }],
    ["p of 1", sdOfChangeFromP(2, 1, 9), { kind: "invalid", code: "p-value" }],
    ["one person", sdOfChangeFromP(2, 0.5, 1), { kind: "invalid", code: "group-size" }],
  ])("is refused for %s", (_what, result, expected) => expect(refusal(result)).toMatchObject(expected));
});

describe("mean and standard deviation from quantiles", () => {
  // R 4.2.2, the published equations with qnorm; the last SD stands printed as 2.205578 in the manual of R package metaBLUE
  it.each([
    [{ median: 6, extremes: [2, 14], n: 20 }, 6.59446776011673, 3.2115759673697],
    [{ median: 6, quartiles: [4, 10], n: 20 }, 6.7195, 4.78707604337047],
    [{ median: 6, quartiles: [4, 10], extremes: [2, 14], n: 20 }, 6.93884124993977, 3.67943504464321],
    [{ median: 20, quartiles: [12, 29], n: 57 }, 20.3534210526316, 12.9295175167239],
    [{ median: 20, extremes: [3, 41], n: 57 }, 20.3233021901212, 8.2852127290194],
    [{ median: 20, quartiles: [12, 29], extremes: [3, 41], n: 57 }, 20.5028100960781, 10.3375599583192],
    [{ median: 4, extremes: [1, 10], n: 30 }, 4.3567476700836, 2.20557819720953],
  ] as const)("agree with the published equations: %j", (summary, mean, sd) => {
    const found = value(fromQuantiles(summary));
    expect(found.mean).toBeCloseTo(mean, 10);
    expect(found.sd).toBeCloseTo(sd, 10);
  });

  // Exact expected span of normal values in SDs. R: integrate(1 - pnorm(x)^n - (1 - pnorm(x))^n); printed in tables as d2
  it.each([
    [5, 2.326],
    [10, 3.078],
    [25, 3.931],
    [100, 5.015],
  ])("take the range of %d values for the %d standard deviations that it is on average, within 2%%", (n, span) => {
    const { spans } = value(fromQuantiles({ median: 0, extremes: [-1, 1], n }));
    expect(Math.abs(spans.extremes! / span - 1)).toBeLessThan(0.02);
  });

  // Exact expected distance of the quartiles, from the densities of the order statistics, by R's integrate
  it.each([
    [5, 0.990037940915484],
    [21, 1.25964356111917],
    [101, 1.33025634789052],
  ])("take the quartiles of %d values for the %d standard deviations that they are apart, within 0.5%%", (n, span) => {
    const { spans } = value(fromQuantiles({ median: 0, quartiles: [-1, 1], n }));
    expect(Math.abs(spans.quartiles! / span - 1)).toBeLessThan(0.005);
  });

  it("find the mean of quantiles that lie evenly, whatever is known", () => {
    const at = (p: number) => 50 + 10 * normal.quantile(p);
    const quartiles = [at(0.25), at(0.75)] as const;
    const found = value(fromQuantiles({ median: 50, quartiles, n: 100_000 }));
    expect(found.mean).toBeCloseTo(50, 9);
    expect(found.sd).toBeCloseTo(10, 3);
  });

  it("move with the values and scale with their unit", () => {
    const step = fc.double({ min: 0.1, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 4 }), fc.integer({ min: 5, max: 500 }), (steps, n) => {
        const [a, b, c, d] = steps as [number, number, number, number];
        const row = [0, a, a + b, a + b + c, a + b + c + d] as const;
        const of = ([min, q1, median, q3, max]: readonly number[]) =>
          value(fromQuantiles({ median: median!, quartiles: [q1!, q3!], extremes: [min!, max!], n }));
        const [plain, moved] = [of(row), of(row.map((x) => 8 * x + 3))];
        return Math.abs(moved.mean - (8 * plain.mean + 3)) < 1e-9 * 1e3 && Math.abs(moved.sd - 8 * plain.sd) < 1e-9 * 1e3;
      }),
    );
  });

  it.each([
    ["four values", { median: 5, quartiles: [4, 6], n: 4 }, { kind: "invalid", code: "group-size" }],
    ["a median alone", { median: 5, n: 20 }, { kind: "incomplete", code: "quantiles" }],
    ["quartiles the wrong way round", { median: 5, quartiles: [6, 4], n: 20 }, { kind: "invalid", code: "order" }],
    ["a quartile outside the range", { median: 5, quartiles: [1, 6], extremes: [2, 9], n: 20 }, { kind: "invalid", code: "order" }],
    ["no number", { median: Number.NaN, quartiles: [1, 6], n: 20 }, { kind: "invalid", code: "order" }],
    ["quartiles that are one value", { median: 5, quartiles: [5, 5], n: 20 }, { kind: "not-applicable", code: "no-spread" }],
  ] as const)("are refused for %s", (_what, summary, expected) => {
    expect(refusal(quantileSet(summary))).toMatchObject(expected);
    expect(refusal(fromQuantiles(summary))).toMatchObject(expected);
    expect(refusal(skewness(summary))).toMatchObject(expected);
  });
});

describe("the test of skewness", () => {
  // Statistics worked by hand: |2 + 20 - 12| / 18 and |4 + 14 - 12| / 10 at n = 20, as R gives them
  it("finds quantiles skewed that lie far to one side", () => {
    const found = value(skewness({ median: 6, quartiles: [4, 14], extremes: [2, 20], n: 20 }));
    expect(found.statistic).toBeCloseTo(0.8180285, 6);
    expect(found.critical).toBeCloseTo(0.6658204, 6);
    expect(found.skewed).toBe(true);
  });

  it("lets those pass that lie as unevenly as chance allows", () => {
    const extremes = value(skewness({ median: 6, extremes: [2, 14], n: 20 }));
    expect([extremes.statistic, extremes.critical].map((x) => x.toFixed(6))).toEqual(["0.333333", "0.416022"]);
    const quartiles = value(skewness({ median: 6, quartiles: [4, 10], n: 20 }));
    expect([quartiles.statistic, quartiles.critical].map((x) => x.toFixed(6))).toEqual(["0.333333", "0.577558"]);
    expect([extremes.skewed, quartiles.skewed]).toEqual([false, false]);
  });

  // The 95% points of the statistics over 200,000 normal samples of each size, R 4.2.2, set.seed(20261121)
  it.each([
    [9, 0.5895, 0.7994, 0.9076],
    [21, 0.4019, 0.561, 0.6401],
    [41, 0.3142, 0.4085, 0.4636],
    [101, 0.2382, 0.262, 0.2944],
  ])("calls one normal sample of twenty skewed, at n %d", (n, extremes, quartiles, both) => {
    const critical = (summary: { quartiles?: readonly [number, number]; extremes?: readonly [number, number] }) =>
      value(skewness({ median: 0, n, ...summary })).critical;
    expect(Math.abs(critical({ extremes: [-2, 2] }) / extremes - 1)).toBeLessThan(0.02);
    expect(Math.abs(critical({ quartiles: [-1, 1] }) / quartiles - 1)).toBeLessThan(0.02);
    expect(Math.abs(critical({ quartiles: [-1, 1], extremes: [-2, 2] }) / both - 1)).toBeLessThan(0.045);
  });
});
