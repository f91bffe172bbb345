import { describe, expect, it } from "vitest";
import { pool } from "../meta/pool.ts";
import { multilevel, multilevelIntervals, multivariate, robust, robustMultilevel } from "./index.ts";

const YI = [0.1, 0.3, 0.2, 0.9, 0.7, 1.1, -0.2, 0.0, 0.1, 0.4, 0.6, 0.5];
const VI = [0.02, 0.03, 0.04, 0.02, 0.05, 0.03, 0.02, 0.06, 0.04, 0.03, 0.02, 0.05];
const CLUSTER = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"];
const EFFECT = YI.map((_, i) => i);

describe("multilevel models", () => {
  it("with one level is the random-effects model", () => {
    const plain = pool({ yi: YI, vi: VI, tau2: "REML", ci: "z" });
    const level = multilevel({ yi: YI, vi: VI, levels: [EFFECT], method: "REML" });
    if (!plain.ok || !level.ok) throw new Error("refused");
    expect(level.value.sigma2[0]).toBeCloseTo(plain.value.tau2, 7);
    expect(level.value.coefficients[0]!.estimate).toBeCloseTo(plain.value.estimate, 7);
    expect(level.value.logLik).toBeCloseTo(plain.value.fitStatistics!.logLik, 9);
  });

  it("finds most of the variance between the clusters, and predicts them about 0", () => {
    const fit = multilevel({ yi: YI, vi: VI, levels: [CLUSTER, EFFECT], method: "REML" });
    if (!fit.ok) throw new Error(fit.refusal.code);
    expect(fit.value).toMatchObject({ groups: [4, 12], flags: [] });
    expect(fit.value.icc).toBeGreaterThan(0.8);
    const shifts = fit.value.groupEffects[0]!;
    expect(shifts.map(({ group }) => group)).toEqual(["a", "b", "c", "d"]);
    expect(shifts.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(0, 6);
  });

  it("has profile intervals around the estimates", () => {
    const intervals = multilevelIntervals({ yi: YI, vi: VI, levels: [CLUSTER, EFFECT], method: "REML" });
    if (!intervals.ok) throw new Error(intervals.refusal.code);
    for (const { estimate, low, high } of intervals.value) expect(low! <= estimate && estimate <= high!).toBe(true);
  });

  it("refuses groups that cut across each other, no level, a zero variance", () => {
    const crossed = CLUSTER.map((_, i) => i % 2);
    expect(multilevel({ yi: YI, vi: VI, levels: [CLUSTER, crossed], method: "ML" })).toMatchObject({ refusal: { code: "not-nested" } });
    expect(multilevel({ yi: YI, vi: VI, levels: [], method: "ML" })).toMatchObject({ refusal: { code: "no-levels" } });
    expect(multilevel({ yi: YI, vi: VI.map(() => 0), levels: [CLUSTER], method: "ML" })).toMatchObject({
      refusal: { code: "zero-variance" },
    });
  });
});

describe("robust tests", () => {
  it("CR0 of single studies is the sum of squared weighted residuals", () => {
    const fit = robust({ yi: YI, vi: VI, cluster: EFFECT, type: "CR0", tau2: "EE" });
    const w = VI.map((v) => 1 / v);
    const sum = w.reduce((a, b) => a + b, 0);
    const mu = w.reduce((a, weight, i) => a + weight * YI[i]!, 0) / sum;
    const variance = w.reduce((a, weight, i) => a + (weight * (YI[i]! - mu)) ** 2, 0) / sum ** 2;
    expect(fit).toMatchObject({ value: { covariance: [[expect.closeTo(variance, 12)]], clusters: 12 } });
  });

  it("CR1 enlarges by n / (n - p); CR2 of equal single studies does the same and has n - 1 df", () => {
    const equal = VI.map(() => 0.04);
    const variance = (type: "CR0" | "CR1" | "CR2") => {
      const fit = robust({ yi: YI, vi: equal, cluster: EFFECT, type, tau2: "EE" });
      if (!fit.ok) throw new Error(fit.refusal.code);
      return fit.value;
    };
    expect(variance("CR1").covariance[0]![0]! / variance("CR0").covariance[0]![0]!).toBeCloseTo(12 / 11, 12);
    expect(variance("CR2").covariance[0]![0]).toBeCloseTo(variance("CR1").covariance[0]![0]!, 12);
    expect(variance("CR2").coefficients[0]!.df).toBeCloseTo(11, 9);
  });

  it("refuses too few clusters, and clusters that cut groups", () => {
    expect(robust({ yi: YI, vi: VI, cluster: YI.map(() => 1), type: "CR1", tau2: "EE" })).toMatchObject({
      refusal: { code: "too-few-clusters" },
    });
    const cutting = { yi: YI, vi: VI, levels: [CLUSTER], method: "REML", cluster: EFFECT, type: "CR2" } as const;
    expect(robustMultilevel(cutting)).toMatchObject({ refusal: { code: "clusters-cut-groups" } });
  });
});

describe("multivariate models", () => {
  const study = [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6];
  const outcome = [...new Array(6).fill("pain"), ...new Array(6).fill("function")];

  it("keeps its covariance possible, and outcomes in order of appearance", () => {
    const fit = multivariate({ yi: YI, vi: VI, study, outcome, method: "REML" });
    if (!fit.ok) throw new Error(fit.refusal.code);
    expect(fit.value.outcomes).toEqual(["pain", "function"]);
    expect(Math.abs(fit.value.rho[0]!)).toBeLessThanOrEqual(1 + 1e-12);
    expect(fit.value.tau2.every((variance) => variance >= 0)).toBe(true);
  });

  it("of outcomes from different studies is two separate analyses", () => {
    const apart = multivariate({ yi: YI, vi: VI, study: EFFECT, outcome, method: "REML" });
    const first = pool({ yi: YI.slice(0, 6), vi: VI.slice(0, 6), tau2: "REML", ci: "z" });
    if (!apart.ok || !first.ok) throw new Error("refused");
    expect(apart.value.tau2[0]).toBeCloseTo(first.value.tau2, 5);
    expect(apart.value.coefficients[0]!.estimate).toBeCloseTo(first.value.estimate, 5);
  });

  it("refuses an outcome that a study has twice", () => {
    expect(multivariate({ yi: YI, vi: VI, study: YI.map(() => 1), outcome, method: "ML" })).toMatchObject({
      refusal: { code: "repeated-outcome" },
    });
  });
});

it("has an upper limit also where every component is estimated as 0", () => {
  const intervals = multilevelIntervals({
    yi: [0.1, 0.5, -0.2, 0.8, 0.3, 0.6],
    vi: [0.04, 0.03, 0.05, 0.02, 0.06, 0.03],
    levels: [["a", "a", "b", "b", "c", "c"]],
    method: "REML",
  });
  // the root of the restricted likelihood's fall by 1.92, from the plain formula with R's uniroot
  expect(intervals).toMatchObject({ ok: true, value: [{ estimate: 0, low: 0, high: expect.closeTo(0.192161108, 6) }] });
});
