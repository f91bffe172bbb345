import { describe, expect, it } from "vitest";
import { egger } from "../bias/index.ts";
import { influence, leaveOneOut, predict, regress, type Tau2IntervalRequest, tau2Interval, type WithLimits } from "./index.ts";
import { jacksonTail } from "./jackson.ts";
import { logLikelihood } from "./tau2-likelihood.ts";

const DATA = { yi: [0.1, 0.5, -0.3, 0.9, 0.2, 0.6], vi: [0.02, 0.05, 0.03, 0.08, 0.01, 0.04] };

function limits(request: Tau2IntervalRequest): WithLimits {
  const result = tau2Interval(request);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.tau2;
}

describe("intervals of tau2", () => {
  it("Q-profile limits are the tau2 at which Q meets both chi-square quantiles", () => {
    const interval = tau2Interval({ ...DATA, type: "QP", tau2: "DL" });
    if (!interval.ok) throw new Error(interval.refusal.code);
    const q = (tau2: number) => {
      const w = DATA.vi.map((v) => 1 / (v + tau2));
      const mu = w.reduce((sum, weight, i) => sum + weight * DATA.yi[i]!, 0) / w.reduce((a, b) => a + b, 0);
      return w.reduce((sum, weight, i) => sum + weight * (DATA.yi[i]! - mu) ** 2, 0);
    };
    // Quantiles of chi-square with 5 df, from printed tables.
    expect(q(interval.value.tau2.low!)).toBeCloseTo(12.8325, 3);
    expect(q(interval.value.tau2.high!)).toBeCloseTo(0.8312, 3);
  });

  it("Jackson's interval with equal variances is the exact one of the chi-square", () => {
    const yi = [0, 1, 2, 3, 7];
    const interval = tau2Interval({ yi, vi: yi.map(() => 1), type: "J", tau2: "DL" });
    if (!interval.ok) throw new Error(interval.refusal.code);
    // Q / (1 + tau2) is chi-square with 4 df when all variances are 1: tau2 = Q / quantile - 1, Q = 29.2.
    expect(interval.value.tau2.low).toBeCloseTo(29.2 / 11.143287 - 1, 5);
    expect(interval.value.tau2.high).toBeCloseTo(29.2 / 0.4844186 - 1, 4);
  });

  it("Jackson's interval is that of Imhof's integral in base R 4.2.2, with and without a moderator", () => {
    // Q's tail from eigen() and integrate(), its roots from uniroot() with tolerance 1e-10.
    const plain = limits({ ...DATA, type: "J", tau2: "DL" });
    expect(plain.low).toBeCloseTo(0.0162644651, 8);
    expect(plain.high).toBeCloseTo(0.7673671859, 8);
    const moderated = limits({ ...DATA, moderators: [[1, 2, 4, 7, 3, 5]], type: "J", tau2: "DL" });
    expect(moderated.low).toBeCloseTo(0.014606612, 8);
    expect(moderated.high).toBeCloseTo(1.0720817018, 8);
  });

  it("Jackson's interval of two studies has a closed form", () => {
    // (y1 - y2)^2 / (v1 + v2 + 2 tau2) is chi-square with 1 df, whose quantiles are printed.
    const { low, high } = limits({ yi: [0, 3], vi: [0.5, 0.1], type: "J", tau2: "DL" });
    expect(low).toBeCloseTo((9 / 5.0238862 - 0.6) / 2, 6);
    expect(high! / ((9 / 0.00098206912 - 0.6) / 2)).toBeCloseTo(1, 6);
  });

  it.each(["QP", "J", "PL"] as const)("%s starts at 0 where tau2 = 0 is not contradicted", (type) => {
    const { low, high } = limits({ yi: [0, 1, 2], vi: [1, 1, 1], type, tau2: "REML" });
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(1);
  });

  it.each(["QP", "J"] as const)("%s has no limits when the effects are more alike than chance allows", (type) => {
    const { estimate, low, high } = limits({ yi: [0.3, 0.3, 0.3, 0.3, 0.3001], vi: [1, 1, 1, 1, 1], type, tau2: "DL" });
    expect([estimate, low, high]).toEqual([0, undefined, undefined]);
  });

  it("a zero variance leaves Q-profile and likelihood limits, but neither I2 nor H2", () => {
    const yi = [0.1, 0.2, 0.7];
    const vi = [0.04, 0, 0.02];
    const q = (tau2: number) => {
      const w = vi.map((v) => 1 / (v + tau2));
      const mu = w.reduce((sum, weight, i) => sum + weight * yi[i]!, 0) / w.reduce((a, b) => a + b, 0);
      return w.reduce((sum, weight, i) => sum + weight * (yi[i]! - mu) ** 2, 0);
    };
    const profile = tau2Interval({ yi, vi, type: "QP", tau2: "PM" });
    if (!profile.ok) throw new Error(profile.refusal.code);
    expect(profile.value).not.toHaveProperty("i2");
    expect(profile.value).not.toHaveProperty("h2");
    expect(q(profile.value.tau2.high!)).toBeCloseTo(0.0506356, 6); // quantile of chi-square with 2 df: -2 log 0.975
    expect(q(profile.value.tau2.low!)).toBeCloseTo(7.3777589, 6); // -2 log 0.025
    expect(limits({ yi, vi, type: "PL", tau2: "REML" }).high).toBeGreaterThan(0.02);
  });

  it("likelihood limits lie where the likelihood has fallen by half of 3.841459, beside a zero variance and far from 0 too", () => {
    const many = Array.from({ length: 60 }, (_, i) => Math.sin(i) * 3);
    const sets = [
      { yi: [0, 1, 3, -2], vi: [0, 0.01, 0.01, 0.02] },
      { yi: many, vi: many.map((_, i) => 0.001 + i / 1e5) },
    ];
    for (const { yi, vi } of sets) {
      const studies = { y: Float64Array.from(yi), v: Float64Array.from(vi) };
      const { estimate, low, high } = limits({ yi, vi, type: "PL", tau2: "REML" });
      expect(0 < low! && low! < estimate && estimate < high!).toBe(true);
      for (const limit of [low!, high!]) {
        expect(logLikelihood(studies, estimate, "REML")! - logLikelihood(studies, limit, "REML")!).toBeCloseTo(3.841459 / 2, 5);
      }
    }
  });

  it("Jackson's tail needs positive variances", () => {
    expect(() => jacksonTail({ y: Float64Array.of(1, 2), v: Float64Array.of(0, 1) })).toThrow(
      new RangeError("jacksonTail needs positive variances"),
    );
  });

  it.each<[Partial<Tau2IntervalRequest>, string]>([
    [{ type: "PL", tau2: "DL" }, "not-applicable/needs-likelihood"],
    [{ yi: [1], vi: [1] }, "incomplete/no-degrees-of-freedom"],
    [{ level: 0 }, "invalid/level"],
    [{ level: 1 }, "invalid/level"],
    [{ yi: [1, 2, 5], vi: [0, 1, 1] }, "not-applicable/no-finite-tau2"],
    [{ yi: [1, 2, 5], vi: [0, 1, 1], tau2: "HE", type: "J" }, "not-applicable/zero-variance"],
    [{ yi: [1, 1, 1], vi: [0, 1, 1], tau2: "HE" }, "not-applicable/no-finite-tau2"],
    [{ yi: [1, 2], vi: [1] }, "invalid/lengths-differ"],
    [{ yi: [0.1, 0.2, 0.5], vi: [0.04, 0, 0.02], tau2: "PM" }, "not-applicable/no-finite-tau2"],
  ])("refuses %j", (part, code) => {
    const result = tau2Interval({ ...DATA, type: "QP", tau2: "DL", ...part });
    expect(result.ok ? undefined : `${result.refusal.kind}/${result.refusal.code}`).toBe(code);
  });
});

describe("moderators", () => {
  it("a 0/1 moderator in the common-effect model gives both groups' means", () => {
    const fit = regress({ ...DATA, moderators: [[0, 0, 0, 1, 1, 1]], tau2: "EE", ci: "z" });
    if (!fit.ok) throw new Error(fit.refusal.code);
    const mean = (places: number[]) => {
      const w = places.map((i) => 1 / DATA.vi[i]!);
      return places.reduce((sum, i, n) => sum + w[n]! * DATA.yi[i]!, 0) / w.reduce((a, b) => a + b, 0);
    };
    expect(fit.value.coefficients[0]!.estimate).toBeCloseTo(mean([0, 1, 2]), 12);
    expect(fit.value.coefficients[1]!.estimate).toBeCloseTo(mean([3, 4, 5]) - mean([0, 1, 2]), 12);
  });

  it("drops a moderator that others determine, and says so", () => {
    const up = [1, 2, 3, 4, 5, 6];
    const fit = regress({ ...DATA, moderators: [up, up.map((x) => 2 * x + 1)], tau2: "DL", ci: "z" });
    expect(fit).toMatchObject({ ok: true, value: { keptModerators: [0], flags: ["redundant-moderators-dropped"] } });
  });

  it("predicts at the kept moderators' values only", () => {
    const up = [1, 2, 3, 4, 5, 6];
    const one = predict({ ...DATA, moderators: [up], tau2: "DL", ci: "z" }, [[2.5]]);
    const two = predict({ ...DATA, moderators: [up, up], tau2: "DL", ci: "z" }, [[2.5, 99]]);
    expect(two).toEqual(one);
    expect(predict({ ...DATA, moderators: [up], tau2: "DL", ci: "z" }, [[]])).toMatchObject({ refusal: { code: "lengths-differ" } });
  });
});

it("leaves one out as its diagnostics do", () => {
  const rows = leaveOneOut({ ...DATA, tau2: "REML", ci: "z" });
  const cases = influence({ ...DATA, tau2: "REML", ci: "z" });
  if (!rows.ok || !cases.ok) throw new Error("refused");
  expect(cases.value.map(({ tau2Without }) => tau2Without)).toEqual(rows.value.map(({ tau2 }) => tau2));
});

it("refuses Egger's test without spread in precision, without sizes and with two studies", () => {
  expect(egger({ yi: [1, 2, 3], vi: [1, 1, 1], predictor: "sei", model: "weighted" })).toMatchObject({
    refusal: { code: "constant-predictor" },
  });
  expect(egger({ ...DATA, predictor: "ni", model: "mixed" })).toMatchObject({ refusal: { code: "sample-sizes", missing: ["ni"] } });
  expect(egger({ yi: [1, 2], vi: [1, 2], predictor: "sei", model: "weighted" })).toMatchObject({ refusal: { code: "too-few-studies" } });
});
