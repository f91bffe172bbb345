import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeEffect,
  correlationEffect,
  effectInterval,
  hedgesJ,
  inverseDoubleArcsine,
  meanEffect,
  proportionEffects,
  rateEffect,
  TABLE_MEASURES,
  tableEffects,
} from "./index.ts";

const RULE = { add: 0.5, to: "only0", drop00: false } as const;
const TABLE = { ai: 3, bi: 10, ci: 8, di: 3 };

describe("2x2 tables", () => {
  it("gives the risk ratio of a published trial (3 of 13 against 8 of 11): 0.317 (0.110 to 0.913)", () => {
    const effects = tableEffects("RR", [TABLE], RULE);
    if (!effects.ok) throw new Error(effects.refusal.code);
    const effect = effects.value[0]!;
    expect([effect.yi, ...effectInterval(effect)].map((value) => Math.exp(value).toFixed(4))).toEqual(["0.3173", "0.1103", "0.9126"]);
  });

  it.each(TABLE_MEASURES)("%s changes its sign when groups are swapped, and keeps its variance", (measure) => {
    const swapped = { ai: TABLE.ci, bi: TABLE.di, ci: TABLE.ai, di: TABLE.bi };
    const effects = tableEffects(measure, [TABLE, swapped], RULE);
    if (!effects.ok) throw new Error(effects.refusal.code);
    const [one, other] = effects.value;
    expect(other!.yi).toBeCloseTo(-one!.yi, 10);
    expect(other!.vi).toBeCloseTo(one!.vi, 10);
  });

  it("adds to the tables the rule names, and drops those without events when asked", () => {
    const zero = { ai: 0, bi: 10, ci: 0, di: 12 };
    const yi = (rule: Parameters<typeof tableEffects>[2]) => {
      const effects = tableEffects("OR", [TABLE, zero], rule);
      return effects.ok ? effects.value.map((effect) => effect?.yi) : effects.refusal;
    };
    const plain = Math.log((3 * 3) / (10 * 8));
    const enlarged = Math.log((3.5 * 3.5) / (10.5 * 8.5));
    expect(yi({ add: 0.5, to: "only0", drop00: false })).toEqual([expect.closeTo(plain, 12), expect.closeTo(Math.log(12.5 / 10.5), 12)]);
    expect(yi({ add: 0.5, to: "if0all", drop00: true })).toEqual([expect.closeTo(enlarged, 12), undefined]);
    expect(yi({ add: 0, to: "none", drop00: false })).toEqual([expect.closeTo(plain, 12), undefined]);
  });

  it("refuses negative counts and counts that are none", () => {
    expect(tableEffects("RR", [{ ...TABLE, ai: -1 }], RULE)).toMatchObject({ refusal: { code: "negative-count" } });
    expect(tableEffects("RR", [{ ...TABLE, ai: Number.NaN }], RULE)).toMatchObject({ refusal: { code: "not-finite" } });
  });

  it("never lets a NaN or an infinity out", () => {
    const count = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE_MEASURES),
        fc.record({ ai: count, bi: count, ci: count, di: count }),
        fc.boolean(),
        (measure, table, add) => {
          const effects = tableEffects(measure, [table], add ? RULE : { add: 0, to: "none", drop00: false });
          return (
            effects.ok &&
            effects.value.every((effect) => effect === undefined || (Number.isFinite(effect.yi) && Number.isFinite(effect.vi)))
          );
        },
      ),
    );
  });
});

describe("means", () => {
  const groups = { m1: 12, sd1: 4, n1: 10, m2: 10, sd2: 4, n2: 10 };

  it("SMD is the difference in SDs times the exact factor; J(2) is 1 / sqrt(pi)", () => {
    expect(hedgesJ(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 14);
    expect(meanEffect("SMD", groups)).toMatchObject({ value: { yi: expect.closeTo(0.5 * hedgesJ(18), 14) } });
    expect(meanEffect("SMD", groups, { correct: false })).toMatchObject({ value: { yi: 0.5 } });
  });

  it("MD has the variance of both means", () => {
    expect(meanEffect("MD", { ...groups, sd2: 3, n2: 9 })).toMatchObject({ value: { yi: 2, vi: expect.closeTo(1.6 + 1, 14) } });
  });

  it("refuses by name", () => {
    expect(meanEffect("MD", { ...groups, sd1: -1 })).toMatchObject({ refusal: { code: "standard-deviation", missing: ["sd1"] } });
    expect(meanEffect("MD", { ...groups, n2: 1 })).toMatchObject({ refusal: { code: "group-size", missing: ["n2"] } });
    expect(meanEffect("MD", { ...groups, m1: Number.NaN })).toMatchObject({ refusal: { code: "not-finite" } });
    expect(meanEffect("SMD", { ...groups, sd1: 0, sd2: 0 })).toMatchObject({ refusal: { code: "no-finite-effect" } });
    expect(meanEffect("ROM", { ...groups, m2: -10 })).toMatchObject({ refusal: { code: "no-finite-effect" } });
  });
});

describe("changes, rates, correlations", () => {
  it("a change with correlation 1 and equal SDs has a raw variance of 0", () => {
    expect(changeEffect("MC", { mPost: 5, mPre: 3, sdPre: 2, sdPost: 2, n: 20, r: 1 })).toMatchObject({ value: { yi: 2, vi: 0 } });
    expect(changeEffect("MC", { mPost: 5, mPre: 3, sdPre: 2, sdPost: 2, n: 20, r: 1.01 })).toMatchObject({
      refusal: { code: "correlation" },
    });
  });

  it("a rate without events needs an addition to be a ratio", () => {
    const rates = { x1: 0, t1: 10, x2: 4, t2: 12 };
    expect(rateEffect("IRR", rates)).toMatchObject({ refusal: { code: "no-finite-effect" } });
    expect(rateEffect("IRR", rates, 0.5)).toMatchObject({ value: { yi: expect.closeTo(Math.log(0.05 / (4.5 / 12)), 12) } });
    expect(rateEffect("IRR", { ...rates, t1: 0 })).toMatchObject({ refusal: { code: "person-time", missing: ["t1"] } });
  });

  it("the unbiased correlation with n = 4 is r times the mean over a circle", () => {
    // F(1/2, 1/2; 1; 1 - r^2) = 2 K(sqrt(1 - r^2)) / pi = 1 / agm(1, |r|).
    const agm = (a: number, b: number): number => (Math.abs(a - b) < 1e-15 ? a : agm((a + b) / 2, Math.sqrt(a * b)));
    for (const r of [1e-8, 0.01, 0.4, 0.69, 0.72, 0.99]) {
      expect(correlationEffect("UCOR", r, 4)).toMatchObject({ value: { yi: expect.closeTo(r / agm(1, r), 12) } });
    }
    expect(correlationEffect("ZCOR", 1, 20)).toMatchObject({ refusal: { code: "no-finite-effect" } });
  });
});

describe("proportions", () => {
  it("the double arcsine comes back through Miller's inverse", () => {
    const ni = 37;
    for (let xi = 0; xi <= ni; xi++) {
      const effect = proportionEffects("PFT", [{ xi, ni }], { add: 0, to: "none" });
      const back = effect.ok ? inverseDoubleArcsine(effect.value[0]!.yi, ni) : effect;
      expect(back).toMatchObject({ ok: true, value: expect.closeTo(xi / ni, 9) });
    }
  });

  it("refuses more events than subjects", () => {
    expect(proportionEffects("PR", [{ xi: 3, ni: 2 }], { add: 0, to: "none" })).toMatchObject({
      refusal: { code: "more-events-than-subjects" },
    });
  });
});
