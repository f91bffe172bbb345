import { describe, expect, it } from "vitest";
import { glmm, glmmProportions, glmmRates, mantelHaenszel, mantelHaenszelRates, peto } from "./index.ts";

const TABLES = [
  { ai: 8, bi: 98, ci: 5, di: 115 },
  { ai: 22, bi: 76, ci: 16, di: 69 },
];
const NONE = { ai: 0, bi: 20, ci: 0, di: 30 };

describe("Mantel-Haenszel", () => {
  it.each(["OR", "RR", "RD"] as const)("of a single table is the table's own %s", (measure) => {
    const [{ ai, bi, ci, di }] = TABLES as [(typeof TABLES)[0]];
    const [p1, p2] = [ai / (ai + bi), ci / (ci + di)];
    const own = { OR: Math.log((ai * di) / (bi * ci)), RR: Math.log(p1 / p2), RD: p1 - p2 }[measure];
    expect(mantelHaenszel({ measure, tables: [TABLES[0]!], correct: false })).toMatchObject({
      value: { estimate: expect.closeTo(own, 12), q: { df: 0, p: 1 } },
    });
  });

  it("ratios turn their sign when the groups are swapped, and do not change with tables without events", () => {
    const swapped = TABLES.map(({ ai, bi, ci, di }) => ({ ai: ci, bi: di, ci: ai, di: bi }));
    for (const measure of ["OR", "RR"] as const) {
      const one = mantelHaenszel({ measure, tables: TABLES, correct: true });
      const other = mantelHaenszel({ measure, tables: swapped, correct: true });
      const more = mantelHaenszel({ measure, tables: [...TABLES, NONE], correct: true });
      if (!one.ok || !other.ok || !more.ok) throw new Error("refused");
      expect(other.value.estimate).toBeCloseTo(-one.value.estimate, 12);
      expect(more.value.estimate).toBeCloseTo(one.value.estimate, 12);
      expect(more.value.flags).toContain("tables-without-own-effect");
    }
  });

  it("refuses a ratio without events and says that a difference of 0 has no error", () => {
    expect(mantelHaenszel({ measure: "OR", tables: [NONE], correct: true })).toMatchObject({ refusal: { code: "no-events" } });
    expect(mantelHaenszel({ measure: "RD", tables: [NONE], correct: true })).toMatchObject({
      value: { estimate: 0, se: 0, flags: expect.arrayContaining(["standard-error-zero"]) },
    });
    expect(mantelHaenszel({ measure: "RR", tables: [], correct: true })).toMatchObject({ refusal: { code: "no-tables" } });
    expect(peto({ tables: [NONE] })).toMatchObject({ refusal: { code: "no-events" } });
  });

  it("of rates is the stratum's own ratio when there is one", () => {
    const strata = [{ x1: 12, t1: 100, x2: 6, t2: 150 }];
    expect(mantelHaenszelRates({ measure: "IRR", strata, correct: false })).toMatchObject({
      value: { estimate: expect.closeTo(Math.log(3), 12) },
    });
    expect(glmmRates({ strata, model: "UM.FS", method: "EE" })).toMatchObject({
      value: { estimate: expect.closeTo(Math.log(3), 10), se: expect.closeTo(Math.sqrt(1 / 12 + 1 / 6), 10) },
    });
    expect(glmmRates({ strata: [{ x1: 0, t1: 1, x2: 5, t2: 1 }], model: "UM.FS", method: "EE" })).toMatchObject({
      refusal: { code: "no-finite-effect" },
    });
  });
});

describe("likelihood models", () => {
  it("the unconditional common effect of one table is its own odds ratio, with Woolf's error", () => {
    const fit = glmm({ tables: [TABLES[0]!], model: "UM.FS", method: "EE" });
    const woolf = Math.sqrt(1 / 8 + 1 / 98 + 1 / 5 + 1 / 115);
    expect(fit).toMatchObject({
      value: { estimate: expect.closeTo(Math.log((8 * 115) / (98 * 5)), 6), se: expect.closeTo(woolf, 4), tau2: 0 },
    });
  });

  it("the exact estimate of Fisher's tea, 3 of 4 against 1 of 4, solves its own equation", () => {
    const fit = glmm({ tables: [{ ai: 3, bi: 1, ci: 1, di: 3 }], model: "CM.EL", method: "EE" });
    if (!fit.ok) throw new Error(fit.refusal.code);
    const psi = Math.exp(fit.value.estimate);
    const weights = [1, 16 * psi, 36 * psi ** 2, 16 * psi ** 3, psi ** 4];
    const mean = weights.reduce((sum, weight, x) => sum + x * weight, 0) / weights.reduce((a, b) => a + b, 0);
    expect(mean).toBeCloseTo(3, 5);
  });

  it("identical proportions have no variance between them, and their pooled logit", () => {
    const fit = glmmProportions({
      counts: [
        { xi: 5, ni: 20 },
        { xi: 10, ni: 40 },
        { xi: 15, ni: 60 },
      ],
      method: "ML",
    });
    expect(fit).toMatchObject({ value: { estimate: expect.closeTo(Math.log(1 / 3), 5), tau2: expect.closeTo(0, 6) } });
  });

  it("refuses when all events lie in one group, and studies that say nothing", () => {
    const tables = [
      { ai: 4, bi: 10, ci: 0, di: 12 },
      { ai: 3, bi: 10, ci: 0, di: 12 },
    ];
    expect(glmm({ tables, model: "CM.EL", method: "ML" })).toMatchObject({ refusal: { code: "no-finite-effect" } });
    expect(glmm({ tables: [NONE, NONE], model: "CM.EL", method: "ML" })).toMatchObject({ refusal: { code: "too-few-studies" } });
    expect(
      glmmProportions({
        counts: [
          { xi: 3, ni: 2 },
          { xi: 1, ni: 2 },
        ],
        method: "ML",
      }),
    ).toMatchObject({ refusal: { code: "more-events-than-subjects" } });
  });
});
