import { describe, expect, it } from "vitest";
import { pool } from "../meta/pool.ts";
import { begg, egger, excessSignificance, failSafeN, henmiCopas, kendall, petPeese, selectionModel, trimAndFill } from "./index.ts";

const VI = [0.01, 0.02, 0.04, 0.06, 0.09, 0.12, 0.2, 0.3];
const BALANCED = { yi: [0.3, 0.2, 0.4, 0.1, 0.5, 0.3, 0.0, 0.6], vi: VI };
/** The less precise a study, the larger its effect. */
const LEANING = { yi: [0.1, 0.15, 0.22, 0.3, 0.41, 0.5, 0.72, 0.9], vi: VI };

describe("Kendall's rank correlation", () => {
  it("is exact for orders without ties: 4 in order has a two-sided chance of 2 in 24", () => {
    expect(kendall([1, 2, 3, 4], [5, 6, 7, 8])).toMatchObject({ ok: true, value: { tau: 1, pExact: expect.closeTo(2 / 24, 14) } });
    expect(kendall([1, 2, 3], [2, 1, 3])).toMatchObject({ ok: true, value: { tau: expect.closeTo(1 / 3, 14), pExact: 1 } });
  });

  it("has no exact p with ties, and no value for a constant", () => {
    const tied = kendall([1, 1, 2, 3], [1, 2, 3, 4]);
    expect(tied.ok && tied.value.pExact).toBeUndefined();
    expect(kendall([1, Number.NaN], [1, 2])).toMatchObject({ ok: false, refusal: { kind: "invalid", code: "not-finite" } });
    expect(kendall([1, 1, 1], [1, 2, 3])).toMatchObject({ ok: false, refusal: { code: "all-tied" } });
  });
});

describe("small-study tests", () => {
  it("Egger sees what leans and not what is balanced", () => {
    const p = (data: typeof LEANING) => {
      const test = egger({ ...data, predictor: "sei", model: "weighted" });
      return test.ok ? test.value.p : test.refusal;
    };
    expect(p(LEANING)).toBeLessThan(0.001);
    expect(p(BALANCED)).toBeGreaterThan(0.3);
  });

  it("Egger's weighted form is the regression of y/se on 1/se, slopes and intercepts trading places", () => {
    const z = LEANING.yi.map((y, i) => y / Math.sqrt(VI[i]!));
    const x = VI.map((v) => 1 / Math.sqrt(v));
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const sxx = x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0);
    const slope = x.reduce((sum, value, i) => sum + (value - mean(x)) * z[i]!, 0) / sxx;
    const intercept = mean(z) - slope * mean(x);
    const residual = z.reduce((sum, value, i) => sum + (value - intercept - slope * x[i]!) ** 2, 0) / (z.length - 2);
    const se = Math.sqrt(residual * (1 / z.length + mean(x) ** 2 / sxx));
    const test = egger({ ...LEANING, predictor: "sei", model: "weighted" });
    expect(test).toMatchObject({
      value: { stat: expect.closeTo(intercept / se, 9), limit: { estimate: expect.closeTo(slope, 10) }, df: 6 },
    });
  });

  it("Begg sees it too; PET and PEESE fall below the pooled effect", () => {
    expect(begg(LEANING)).toMatchObject({ ok: true, value: { tau: 1 } });
    const pooled = pool({ ...LEANING, tau2: "REML", ci: "z" });
    const corrected = petPeese(LEANING);
    if (!pooled.ok || !corrected.ok) throw new Error("refused");
    expect(corrected.value.pet.estimate).toBeLessThan(pooled.value.estimate);
    expect(corrected.value.peese.estimate).toBeLessThan(pooled.value.estimate);
  });
});

describe("trim and fill", () => {
  it("fills nothing into a symmetric funnel and mirrors when the sign turns", () => {
    const even = { yi: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3], vi: [0.3, 0.2, 0.1, 0.05, 0.1, 0.2, 0.3] };
    expect(trimAndFill({ ...even, tau2: "EE", ci: "z", estimator: "L0" })).toMatchObject({ value: { missing: 0, filled: [] } });
    const one = trimAndFill({ ...LEANING, tau2: "REML", ci: "z", estimator: "L0" });
    const turned = trimAndFill({ yi: LEANING.yi.map((y) => -y), vi: VI, tau2: "REML", ci: "z", estimator: "L0" });
    if (!one.ok || !turned.ok) throw new Error("refused");
    expect(one.value).toMatchObject({ side: "left" });
    expect(one.value.missing).toBeGreaterThan(0);
    expect(turned.value).toMatchObject({
      side: "right",
      missing: one.value.missing,
      pooled: { estimate: expect.closeTo(-one.value.pooled.estimate, 10) },
    });
  });

  it("refuses two studies", () => {
    expect(trimAndFill({ yi: [1, 2], vi: [1, 1], tau2: "EE", ci: "z", estimator: "R0" })).toMatchObject({
      refusal: { code: "too-few-studies" },
    });
  });
});

describe("what unseen studies could do", () => {
  it("Rosenthal: z values of 2, four times, need (8 / 1.645)^2 - 4 studies, rounded up", () => {
    expect(failSafeN({ yi: [2, 2, 2, 2], vi: [1, 1, 1, 1], type: "Rosenthal" })).toMatchObject({
      value: Math.ceil((8 / 1.6448536) ** 2 - 4),
    });
  });

  it("Orwin: as many as there are, to halve the mean", () => {
    expect(failSafeN({ ...BALANCED, type: "Orwin" })).toMatchObject({ value: 8 });
    expect(failSafeN({ yi: [1, -1], vi: [1, 1], type: "Orwin" })).toMatchObject({ refusal: { code: "no-target" } });
  });

  it("excess significance: k studies of equal power expect k times that power", () => {
    const test = excessSignificance({ yi: [1.96, 1.96, 1.96], vi: [1, 1, 1] });
    expect(test).toMatchObject({ value: { expected: expect.closeTo(3 * (0.5 + 0.0000443), 3) } });
  });

  it("Henmi and Copas' interval is centred on the common effect and wider than its own under heterogeneity", () => {
    const spread = { yi: LEANING.yi.map((y, i) => y + (i % 2 === 0 ? 0.5 : -0.5)), vi: VI };
    const common = pool({ ...spread, tau2: "EE", ci: "z" });
    const wide = henmiCopas(spread);
    if (!common.ok || !wide.ok) throw new Error("refused");
    expect(wide.value.estimate).toBeCloseTo(common.value.estimate, 12);
    expect(wide.value.ci[1] - wide.value.ci[0]).toBeGreaterThan(common.value.ci[1] - common.value.ci[0]);
  });
});

describe("selection models", () => {
  const yi = [0.9, 0.8, 0.7, 0.75, 0.1, 0.6, 0.05, 0.65, 0.2, 0.55];
  const vi = [0.1, 0.12, 0.09, 0.11, 0.05, 0.08, 0.06, 0.07, 0.09, 0.05];

  it("lowers the mean when significant studies are in the majority, and beats the plain likelihood", () => {
    const plain = pool({ yi, vi, tau2: "ML", ci: "z" });
    const selected = selectionModel({ yi, vi, type: "step", steps: [0.025] });
    if (!plain.ok || !selected.ok) throw new Error("refused");
    expect(selected.value.estimate).toBeLessThan(plain.value.estimate);
    expect(selected.value.logLik).toBeGreaterThanOrEqual(plain.value.fitStatistics!.logLik);
    expect(selected.value.delta[0]).toBe(1);
  });

  it("refuses steps out of order, an interval without studies, and too few studies", () => {
    expect(selectionModel({ yi, vi, type: "step", steps: [0.5, 0.05] })).toMatchObject({ refusal: { code: "steps" } });
    expect(selectionModel({ yi, vi, type: "step", steps: [0.025, 0.99] })).toMatchObject({ refusal: { code: "empty-interval" } });
    expect(selectionModel({ yi: yi.slice(0, 3), vi: vi.slice(0, 3), type: "beta" })).toMatchObject({
      refusal: { code: "too-few-studies" },
    });
  });
});
