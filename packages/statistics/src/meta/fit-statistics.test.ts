import { expect, it } from "vitest";
import { pool } from "./pool.ts";
import type { Tau2Method } from "./tau2.ts";

function statistics(yi: number[], vi: number[], tau2: Tau2Method) {
  const result = pool({ yi, vi, tau2, ci: "z" });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.fitStatistics;
}

it("of a single study is its own normal density at its own effect", () => {
  const logLik = -Math.log(2 * Math.PI * 0.04) / 2;
  const { logLik: got, deviance, aic } = statistics([0.4], [0.04], "EE")!;
  expect(got).toBeCloseTo(logLik, 12);
  expect(deviance).toBeCloseTo(0, 12);
  expect(aic).toBeCloseTo(-2 * logLik + 2, 12);
});

it("does not exist for a restricted likelihood of a single study, nor for estimators without a likelihood", () => {
  expect(statistics([0.4], [0.04], "REML")).toBeUndefined();
  expect(statistics([0.1, 0.4, 0.9], [0.04, 0.01, 0.02], "DL")).toBeUndefined();
});

it("of two like studies with variance 1 and effects 0 and 2, by hand", () => {
  // EE: mean 1, each density exp(-1/2) / sqrt(2 pi); one parameter, bic with log 2.
  const logLik = -1 - Math.log(2 * Math.PI);
  const ee = statistics([0, 2], [1, 1], "EE")!;
  expect(ee.logLik).toBeCloseTo(logLik, 12);
  expect(ee.deviance).toBeCloseTo(2, 12);
  expect(ee.bic).toBeCloseTo(-2 * logLik + Math.log(2), 12);
  // REML: tau2 = 1, so the one contrast, of size sqrt 2, has variance 2: log density -log(2 pi 2) / 2 - 1 / 2.
  expect(statistics([0, 2], [1, 1], "REML")!.logLik).toBeCloseTo(-Math.log(4 * Math.PI) / 2 - 1 / 2, 10);
});
