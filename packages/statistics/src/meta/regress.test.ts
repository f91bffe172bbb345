import { expect, it } from "vitest";
import { type RegressRequest, regress } from "./regress.ts";

const DATA = { yi: [0.1, 0.5, -0.3, 0.9], vi: [0.02, 0.05, 0.03, 0.08], moderators: [[1, 2, 3, 4]], tau2: "EE", ci: "z" } as const;

function fit(part: Partial<RegressRequest> = {}) {
  const result = regress({ ...DATA, ...part });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

it("states degrees of freedom for t alone, and an error of tau2 where it was estimated", () => {
  expect(fit()).not.toHaveProperty("df");
  expect(fit()).not.toHaveProperty("tau2Se");
  expect(fit({ ci: "t", tau2: "DL" }).df).toBe(2);
  expect(fit({ tau2: "DL" }).tau2Se).toBeGreaterThan(0);
});

it("has neither a test nor a share accounted for when no moderator is left", () => {
  const plain = fit({ moderators: [[2, 2, 2, 2]] });
  expect(plain).not.toHaveProperty("r2");
  expect(plain).not.toHaveProperty("moderatorTest");
  expect(plain.keptModerators).toEqual([]);
});

it("goes through every study when there are as many coefficients, and accounts for nothing", () => {
  const line = fit({ yi: [1, 4], vi: [1, 2], moderators: [[0, 1]] });
  expect(line.coefficients.map(({ estimate }) => estimate)).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
  expect(line).not.toHaveProperty("r2");
});

it("accounts for all of the spread on a line, in the equal-effects model and for tau2", () => {
  const onLine = { yi: [1, 3, 5, 7], vi: [0.1, 0.2, 0.1, 0.3] };
  expect(fit(onLine).r2).toBeCloseTo(100, 9);
  expect(fit({ ...onLine, tau2: "DL" }).r2).toBeCloseTo(100, 9);
});

it("accounts for none where there is none", () => {
  expect(fit({ yi: [1, 1, 1, 1], tau2: "DL" }).r2).toBe(0);
});

it("has no test where nothing is left to measure it by", () => {
  expect(fit({ yi: [0, 0, 0, 0], ci: "hksj" })).not.toHaveProperty("moderatorTest");
});
