import type { Result } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CoxFit, cox } from "./cox.ts";
import { coxCumulativeHazard } from "./cox-baseline.ts";
import { coxResiduals } from "./cox-residuals.ts";
import { coxRobust } from "./cox-robust.ts";
import type { CoxData } from "./cox-rows.ts";
import { proportionalHazards } from "./proportional-hazards.ts";

const six: CoxData = { time: [9, 1, 1, 6, 6, 8], status: [1, 1, 0, 1, 1, 0], covariates: { x: [0, 1, 1, 1, 0, 0] } };
function fitOf(data: CoxData, ties: "efron" | "breslow" = "efron"): CoxFit {
  const fit = cox(data, { ties });
  if (!fit.ok) throw new Error(fit.refusal.code);
  return fit.value;
}
const fitted = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const closeTo = (got: ArrayLike<number>, expected: readonly number[]) =>
  expected.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, 11);
  });

describe("six rows, Breslow, by hand", () => {
  const fit = fitOf(six, "breslow");
  const r = (3 + Math.sqrt(33)) / 2;
  const h1 = 1 / (3 * r + 3);
  const h6 = 2 / (r + 3);
  const residuals = fitted(coxResiduals(six, fit));

  it("has the hazard 1/(3r+3) at 1, 2/(r+3) at 6, 1 at 9 for x = 0", () => {
    const [baseline] = fitted(coxCumulativeHazard(six, fit, { x: 0 }));
    closeTo(baseline!.time, [1, 6, 8, 9]);
    closeTo(baseline!.cumulativeHazard, [h1, h1 + h6, h1 + h6, h1 + h6 + 1]);
  });
  it("multiplies it by r for x = 1", () => {
    closeTo(fitted(coxCumulativeHazard(six, fit, { x: 1 }))[0]!.cumulativeHazard, [r * h1]);
  });
  it("leaves martingale residuals of events less hazard", () => {
    closeTo(residuals.martingale, [-h1 - h6, 1 - r * h1, -r * h1, 1 - r * (h1 + h6), 1 - h1 - h6, -h1 - h6]);
  });
  it("leaves deviance residuals from them", () => {
    const m = residuals.martingale[1]!;
    closeTo(residuals.deviance, [
      -Math.sqrt(-2 * (h1 * -1 - h6 + Math.log(1 + h1 + h6))),
      Math.sign(m) * Math.sqrt(-2 * (m + Math.log(1 - m))),
    ]);
  });
  it("leaves Schoenfeld residuals of x less the mean at risk", () => {
    closeTo(
      residuals.schoenfeld.map(({ residual }) => residual[0]!),
      [1 - r / (r + 1), 1 - r / (r + 3), -r / (r + 3), 0],
    );
    expect(residuals.schoenfeld.map(({ time }) => time)).toEqual([1, 6, 6, 9]);
  });
  it("leaves score residuals that integrate x less the mean over each martingale", () => {
    const mean1 = r / (r + 1);
    const mean6 = r / (r + 3);
    closeTo(
      residuals.score.map((line) => line[0]!),
      [
        h1 * mean1 + h6 * mean6,
        (1 - mean1) * (1 - r * h1),
        -(1 - mean1) * r * h1,
        1 - mean6 - r * (h1 * (1 - mean1) + h6 * (1 - mean6)),
        -mean6 + h1 * mean1 + h6 * mean6,
        h1 * mean1 + h6 * mean6,
      ],
    );
  });
  it("tests proportional hazards along one minus Kaplan-Meier: g = 0, 1/6, 7/12", () => {
    const u = (1 - (2 * r) / (r + 3)) / 6;
    const v6 = (6 * r) / (r + 3) ** 2;
    const chisq = u ** 2 / (v6 / 36 - (v6 / 6) ** 2 / (r / (r + 1) ** 2 + v6));
    const test = proportionalHazards(six, fit);
    expect(test.ok && test.value.byCovariate[0]!.chisq).toBeCloseTo(chisq, 11);
    expect(test.ok && test.value.global.chisq).toBeCloseTo(chisq, 11);
  });
});

it("spares the tied deaths a part of the hazard under Efron's rule", () => {
  const fit = fitOf(six);
  const r = Math.exp(fit.coefficients[0]!.coef);
  const h1 = 1 / (3 * r + 3);
  const { martingale } = fitted(coxResiduals(six, fit));
  closeTo(martingale, [-(h1 + 1 / (r + 3) + 2 / (r + 5)), 1 - r * h1, -r * h1, 1 - r * (h1 + 1 / (r + 3) + 1 / (r + 5))]);
});

it("refuses to test a model without finite estimates, and needs every covariate for a hazard", () => {
  const separated: CoxData = { time: [1, 2, 3, 4], status: [1, 1, 0, 0], covariates: { x: [1, 1, 0, 0] } };
  const fit = fitOf(separated);
  const monotone = { ok: false, refusal: { kind: "not-applicable", code: "monotone-likelihood", missing: ["x"] } };
  expect(proportionalHazards(separated, fit)).toMatchObject(monotone);
  expect(coxRobust(separated, fit)).toMatchObject(monotone);
  expect(coxResiduals(separated, fit)).toMatchObject(monotone);
  expect(coxCumulativeHazard(separated, fit, { x: 0 })).toMatchObject(monotone);
  expect(() => coxCumulativeHazard(six, fitOf(six), {})).toThrow(new RangeError("no value for covariate x"));
  for (const x of [1e6, -1e6]) {
    expect(coxCumulativeHazard(six, fitOf(six), { x })).toEqual({ ok: false, refusal: { kind: "not-applicable", code: "out-of-range" } });
  }
});

it("refuses robust errors from fewer clusters than covariates", () => {
  const data: CoxData = { ...six, covariates: { x: [0, 1, 1, 1, 0, 0], z: [2, 1, 3, 0, 1, 2] } };
  expect(coxRobust(data, fitOf(data), [1, 1, 1, 1, 1, 1])).toMatchObject({
    ok: false,
    refusal: { kind: "incomplete", code: "too-few-clusters" },
  });
  expect(() => coxRobust(data, fitOf(data), [1, 2])).toThrow(new RangeError("cluster has 2 values, time has 6"));
});

it("refuses robust errors and residuals of data that could not be fitted", () => {
  const nobody = { ...six, status: [0, 0, 0, 0, 0, 0] };
  const refusal = { ok: false, refusal: { kind: "incomplete", code: "no-events" } };
  expect(coxRobust(nobody, fitOf(six))).toEqual(refusal);
  expect(coxResiduals(nobody, fitOf(six))).toEqual(refusal);
});

it.each(["efron", "breslow"] as const)("residuals of two spells add to those of the whole, cut at an event of others (%s)", (ties) => {
  // everybody followed beyond 1 or 6 is cut there, where others fail: the second spell was not at risk at its entry
  const pieces = Array.from(six.time).flatMap((time, i) => {
    const cuts = [1, 6].filter((cut) => cut < time);
    const edges = [0, ...cuts, time];
    return edges.slice(1).map((end, n) => ({ i, entry: edges[n]!, time: end, status: end === time ? six.status[i]! : 0 }));
  });
  const cut: CoxData = {
    time: pieces.map(({ time }) => time),
    status: pieces.map(({ status }) => status),
    entry: pieces.map(({ entry }) => entry),
    covariates: { x: pieces.map(({ i }) => six.covariates.x![i]!) },
  };
  const fit = fitOf(six, ties);
  expect(fitOf(cut, ties).coefficients[0]!.coef).toBeCloseTo(fit.coefficients[0]!.coef, 10);
  const whole = fitted(coxResiduals(six, fit));
  const parts = fitted(coxResiduals(cut, fit));
  Array.from(six.time).forEach((_, row) => {
    const sum = (of: (piece: number) => number) => pieces.reduce((total, { i }, piece) => total + (i === row ? of(piece) : 0), 0);
    expect(sum((piece) => parts.martingale[piece]!)).toBeCloseTo(whole.martingale[row]!, 11);
    expect(sum((piece) => parts.score[piece]![0]!)).toBeCloseTo(whole.score[row]![0]!, 11);
  });
});

it("refuses the log of a time that has none, and a drift that does not vary", () => {
  const shifted = { ...six, time: [8, 0, 0, 5, 5, 7] };
  expect(proportionalHazards(shifted, fitOf(shifted), "log")).toMatchObject({
    ok: false,
    refusal: { kind: "not-applicable", code: "non-positive-time" },
  });
  const single: CoxData = { time: [1, 1, 2, 3], status: [1, 1, 0, 0], covariates: { x: [0, 1, 2, 1] } };
  expect(proportionalHazards(single, fitOf(single), "identity")).toMatchObject({
    ok: false,
    refusal: { kind: "not-applicable", code: "no-variation" },
  });
});

const subject = fc.record({
  time: fc.integer({ min: 1, max: 9 }),
  status: fc.constantFrom(0, 1),
  x: fc.integer({ min: -3, max: 3 }),
  z: fc.integer({ min: 0, max: 2 }),
});
const subjects = fc.array(subject, { minLength: 8, maxLength: 30 });
type Subject = { time: number; status: number; x: number; z: number };
const dataOf = (list: readonly Subject[]): CoxData => ({
  time: list.map(({ time }) => time),
  status: list.map(({ status }) => status),
  covariates: { x: list.map(({ x }) => x), z: list.map(({ z }) => z) },
});

it("residuals of any fit add to nothing", () => {
  fc.assert(
    fc.property(subjects, fc.constantFrom("efron", "breslow"), (list, ties) => {
      const data = dataOf(list);
      const fit = cox(data, { ties });
      fc.pre(fit.ok && fit.value.converged);
      if (!fit.ok) return;
      const { martingale, score, schoenfeld } = fitted(coxResiduals(data, fit.value));
      expect(martingale.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8);
      for (const j of [0, 1]) {
        expect(score.reduce((a, line) => a + line[j]!, 0)).toBeCloseTo(0, 8);
        expect(schoenfeld.reduce((a, { residual }) => a + residual[j]!, 0)).toBeCloseTo(0, 8);
      }
    }),
  );
});

it("clusters of identical twins are worth one subject each", () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const single = dataOf(list);
      const twins = dataOf([...list, ...list]);
      const one = cox(single, { ties: "breslow" });
      const two = cox(twins, { ties: "breslow" });
      fc.pre(one.ok && two.ok && one.value.converged);
      if (!one.ok || !two.ok) return;
      const labels = list.map((_, i) => i);
      const alone = coxRobust(single, one.value);
      const paired = coxRobust(twins, two.value, [...labels, ...labels]);
      fc.pre(alone.ok && paired.ok);
      if (alone.ok && paired.ok) expect(paired.value.vcov[0]![0]).toBeCloseTo(alone.value.vcov[0]![0]!, 8);
    }),
  );
});

it("approximates the change of coefficients when a row is left out", () => {
  const data = dataOf(
    Array.from({ length: 60 }, (_, i) => ({ time: 1 + ((i * 37) % 59), status: i % 3 ? 1 : 0, x: (i * 7) % 5, z: (i * 11) % 4 })),
  );
  const fit = fitOf(data, "breslow");
  const { dfbeta } = fitted(coxResiduals(data, fit));
  for (const left of [3, 20, 41]) {
    const without = (column: ArrayLike<number>) => Array.from(column).toSpliced(left, 1);
    const rest = fitOf(
      {
        time: without(data.time),
        status: without(data.status),
        covariates: { x: without(data.covariates.x!), z: without(data.covariates.z!) },
      },
      "breslow",
    );
    fit.coefficients.forEach(({ coef, se }, j) => {
      expect(Math.abs(coef - rest.coefficients[j]!.coef - dfbeta[left]![j]!)).toBeLessThan(0.03 * se);
    });
  }
});

it("weighs rows in the robust errors as twins of one cluster would", () => {
  const data = dataOf(
    Array.from({ length: 24 }, (_, i) => ({ time: 1 + ((i * 17) % 23), status: i % 4 ? 1 : 0, x: (i * 7) % 5, z: (i * 11) % 4 })),
  );
  const weighted = { ...data, weights: Array.from(data.time, () => 2) };
  const twice = (column: ArrayLike<number>) => [...Array.from(column), ...Array.from(column)];
  const twins: CoxData = {
    time: twice(data.time),
    status: twice(data.status),
    covariates: { x: twice(data.covariates.x!), z: twice(data.covariates.z!) },
  };
  const one = fitted(coxRobust(weighted, fitOf(weighted, "breslow")));
  const two = fitted(coxRobust(twins, fitOf(twins, "breslow"), twice(Array.from(data.time, (_, i) => i))));
  expect(one.clusters).toBe(24);
  closeTo(one.vcov[0]!, Array.from(two.vcov[0]!));
  expect(one.wald.chisq).toBeCloseTo(two.wald.chisq, 9);
  expect(one.scoreTest!.chisq).toBeCloseTo(two.scoreTest!.chisq, 9);
});
