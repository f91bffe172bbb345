import type { Result } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CoxFit, cox, hazardRatios } from "./cox.ts";
import type { Ties } from "./cox-likelihood.ts";
import type { CoxData } from "./cox-rows.ts";

const fitted = (result: Result<CoxFit>): CoxFit => {
  if (!result.ok) throw new Error(`${result.refusal.kind}/${result.refusal.code}`);
  return result.value;
};

// Six rows of Therneau and Grambsch (2000), appendix E; every closed form below is derived by hand with r = exp(coef).
const six: CoxData = { time: [9, 1, 1, 6, 6, 8], status: [1, 1, 0, 1, 1, 0], covariates: { x: [0, 1, 1, 1, 0, 0] } };

describe("six rows, Breslow: logLik = 2b - log(3r + 3) - 2 log(r + 3)", () => {
  const fit = fitted(cox(six, { ties: "breslow" }));
  const r = (3 + Math.sqrt(33)) / 2;
  const information = r / (r + 1) ** 2 + (6 * r) / (r + 3) ** 2;

  it("solves 2 = r/(r+1) + 2r/(r+3)", () => {
    expect(fit.coefficients[0]!.coef).toBeCloseTo(Math.log(r), 12);
    expect(hazardRatios(fit)[0]!.ratio).toBeCloseTo(r, 11);
  });
  it("has the likelihood and information of the closed form", () => {
    expect(fit.logLik).toBeCloseTo(2 * Math.log(r) - Math.log(3 * r + 3) - 2 * Math.log(r + 3), 13);
    expect(fit.logLikNull).toBeCloseTo(-Math.log(6) - 2 * Math.log(4), 13);
    expect(fit.vcov[0]![0]).toBeCloseTo(1 / information, 12);
    expect(fit.wald.chisq).toBeCloseTo(Math.log(r) ** 2 * information, 12);
  });
  it("has the two-sided p of its z: 1.174838, 0.240059 (R survival 3.5-3)", () => {
    const [x] = fit.coefficients;
    expect([x!.z.toFixed(6), x!.p.toFixed(6)]).toEqual(["1.174838", "0.240059"]);
    expect(fit.likelihoodRatio.chisq).toBeCloseTo(2 * (fit.logLik - fit.logLikNull), 13);
    expect([fit.n, fit.events]).toEqual([6, 4]);
  });
  it("has limits of the ratio that are symmetric on the log scale", () => {
    const { lower, upper } = hazardRatios(fit)[0]!;
    expect(Math.sqrt(lower * upper)).toBeCloseTo(r, 11);
    expect(Math.log(upper / r) * Math.sqrt(information)).toBeCloseTo(1.959963984540054, 10);
  });
  it("has a score test of U(0)^2 / I(0) = 1 / (5/8)", () => expect(fit.scoreTest.chisq).toBeCloseTo(8 / 5, 13));
});

describe("six rows, Efron: the second tied death meets (r + 5)/2", () => {
  const fit = fitted(cox(six));
  const r = Math.exp(fit.coefficients[0]!.coef);

  it("solves r^3 - 23 r - 30 = 0", () => expect(r ** 3 - 23 * r - 30).toBeCloseTo(0, 9));
  it("has the likelihood and information of the closed form", () => {
    expect(fit.logLik).toBeCloseTo(2 * Math.log(r) - Math.log(3 * r + 3) - Math.log(r + 3) - Math.log((r + 5) / 2), 13);
    expect(1 / fit.vcov[0]![0]!).toBeCloseTo(r / (r + 1) ** 2 + (3 * r) / (r + 3) ** 2 + (5 * r) / (r + 5) ** 2, 12);
  });
});

it("six rows, exact: the likelihood 2b - 2 log(3r + 3) only rises, which is said and not hidden", () => {
  const fit = fitted(cox(six, { ties: "exact" }));
  expect(fit).toMatchObject({ converged: false, monotone: ["x"] });
  expect(fit.logLik).toBeCloseTo(-2 * Math.log(3), 6);
});

it("separation of every event flags the covariate that does it and no other", () => {
  const covariates = { group: [1, 1, 1, 1, 0, 0, 0, 0], age: [3, 1, 4, 1, 5, 9, 2, 6] };
  const fit = fitted(cox({ time: [1, 2, 3, 4, 5, 6, 7, 8], status: [1, 1, 1, 1, 0, 0, 0, 0], covariates }));
  expect(fit).toMatchObject({ converged: false, monotone: ["group"] });
});

const columns = (count: number): CoxData => ({
  time: Array.from({ length: count }, (_, i) => i + 1),
  status: Array.from({ length: count }, () => 1),
  covariates: { x: Array.from({ length: count }, (_, i) => i % 3) },
});

it.each<[string, CoxData, object]>([
  ["nobody", columns(0), { kind: "incomplete", code: "no-rows" }],
  ["no event", { ...columns(4), status: [0, 0, 0, 0] }, { kind: "incomplete", code: "no-events" }],
  ["no covariate", { ...columns(4), covariates: {} }, { kind: "incomplete", code: "no-covariates" }],
  [
    "a constant covariate",
    { ...columns(4), covariates: { x: [1, 1, 1, 1] } },
    { kind: "not-applicable", code: "collinear-covariates", missing: ["x"] },
  ],
  [
    "two equal columns",
    { ...columns(5), covariates: { a: [0, 1, 2, 0, 1], b: [1, 3, 5, 1, 3] } },
    { kind: "not-applicable", code: "collinear-covariates", missing: ["b"] },
  ],
  [
    "a constant whose mean is off by rounding",
    { ...columns(3), covariates: { x: [0.1, 0.1, 0.1] } },
    { kind: "not-applicable", code: "collinear-covariates", missing: ["x"] },
  ],
  ["one event at the last time", { ...columns(4), status: [0, 0, 0, 1] }, { kind: "not-applicable", code: "collinear-covariates" }],
  ["NaN", { ...columns(3), covariates: { x: [1, Number.NaN, 2] } }, { kind: "invalid", code: "covariate-x", missing: ["row 1"] }],
])("refuses %s", (_, data, refusal) => {
  expect(cox(data)).toMatchObject({ ok: false, refusal });
});

it("refuses weights with exact ties, not without weights", () => {
  expect(cox({ ...columns(5), weights: [1, 1, 2, 1, 1] }, { ties: "exact" })).toEqual({
    ok: false,
    refusal: { kind: "not-applicable", code: "exact-with-weights" },
  });
  expect(cox(columns(5), { ties: "exact" }).ok).toBe(true);
});

it("throws when strata or a covariate are of another length, naming it", () => {
  expect(() => cox({ ...columns(3), strata: ["a"] })).toThrow(new RangeError("strata has 1 values, time has 3"));
  expect(() => cox({ ...columns(3), covariates: { age: [1, 2] } })).toThrow(new RangeError("age has 2 values, time has 3"));
});

const subject = fc.record({
  time: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom(0, 1, 1),
  x: fc.integer({ min: -4, max: 4 }),
  z: fc.integer({ min: 0, max: 1 }),
});
type Subject = { time: number; status: number; x: number; z: number };
const subjects = fc.array(subject, { minLength: 6, maxLength: 30 });
const dataOf = (list: readonly Subject[], unit = 1): CoxData => ({
  time: list.map(({ time }) => time),
  status: list.map(({ status }) => status),
  covariates: { x: list.map(({ x }) => x * unit), z: list.map(({ z }) => z) },
});
const tiesRule = fc.constantFrom<Ties>("efron", "breslow", "exact");

/** Fits both; what is refused or flagged must be so in both. */
function bothFit(one: Result<CoxFit>, other: Result<CoxFit>, compare: (a: CoxFit, b: CoxFit) => void): void {
  fc.pre(one.ok && other.ok && one.value.converged && other.value.converged);
  if (one.ok && other.ok) compare(one.value, other.value);
}
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(a)));

describe("any data", () => {
  it("never yields NaN, and every answer is converged, flagged or refused", () => {
    fc.assert(
      fc.property(subjects, tiesRule, (list, ties) => {
        const result = cox(dataOf(list), { ties });
        if (!result.ok) return result.refusal.code !== "not-converged";
        const { coefficients, logLik, converged, monotone } = result.value;
        const numbers = coefficients.flatMap(({ coef, se, z, p }) => [coef, se, z, p]);
        return ![...numbers, logLik].some(Number.isNaN) && converged === (monotone.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it("gives coefficients in the inverse unit of the covariate, and nothing else changes", () => {
    fc.assert(
      fc.property(subjects, tiesRule, fc.constantFrom(1e-6, 1e5), (list, ties, unit) => {
        bothFit(cox(dataOf(list), { ties }), cox(dataOf(list, unit), { ties }), (a, b) => {
          close(a.coefficients[0]!.coef, b.coefficients[0]!.coef * unit);
          close(a.coefficients[1]!.se, b.coefficients[1]!.se);
          close(a.logLik, b.logLik);
        });
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(subjects, tiesRule, (list, ties) => {
        bothFit(cox(dataOf(list), { ties }), cox(dataOf(list.toReversed()), { ties }), (a, b) =>
          close(a.coefficients[0]!.coef, b.coefficients[0]!.coef),
        );
      }),
    );
  });

  it("counts a row of weight 2 as two rows under Breslow's rule", () => {
    fc.assert(
      fc.property(subjects, (list) => {
        const doubled = cox(dataOf([...list, ...list]), { ties: "breslow" });
        bothFit(cox({ ...dataOf(list), weights: list.map(() => 2) }, { ties: "breslow" }), doubled, (a, b) => {
          close(a.coefficients[0]!.coef, b.coefficients[0]!.coef);
          close(a.coefficients[0]!.se, b.coefficients[0]!.se);
          close(a.logLik, b.logLik);
        });
      }),
    );
  });

  it("does not notice when a spell of follow-up is cut in two", () => {
    fc.assert(
      fc.property(subjects, tiesRule, (list, ties) => {
        const cut = list.flatMap((row) => [
          { ...row, entry: 0, time: row.time - 0.5, status: 0 },
          { ...row, entry: row.time - 0.5 },
        ]);
        const pieces = { ...dataOf(cut), entry: cut.map(({ entry }) => entry) };
        bothFit(cox(dataOf(list), { ties }), cox(pieces, { ties }), (a, b) => {
          close(a.coefficients[0]!.coef, b.coefficients[0]!.coef);
          close(a.logLik, b.logLik);
        });
      }),
    );
  });

  it("adds the likelihoods of strata", () => {
    fc.assert(
      fc.property(subjects, (list) => {
        const twice = { ...dataOf([...list, ...list]), strata: [...list.map(() => "a"), ...list.map(() => "b")] };
        bothFit(cox(dataOf(list)), cox(twice), (a, b) => {
          close(a.coefficients[0]!.coef, b.coefficients[0]!.coef);
          close(2 * a.logLik, b.logLik);
        });
      }),
    );
  });
});

it("the exact rule sums over every subset of the tied size", () => {
  const x = [0.3, -1, 2, 0.7, 1.1];
  const data: CoxData = { time: [1, 1, 2, 2, 2], status: [1, 1, 1, 0, 0], covariates: { x } };
  const fit = fitted(cox(data, { ties: "exact" }));
  const b = fit.coefficients[0]!.coef;
  const r = x.map((value) => Math.exp(b * value));
  let pairs = 0;
  for (let i = 0; i < 5; i++) for (let j = 0; j < i; j++) pairs += r[i]! * r[j]!;
  const logLik = b * (0.3 - 1 + 2) - Math.log(pairs) - Math.log(r[2]! + r[3]! + r[4]!);
  expect(fit.logLik).toBeCloseTo(logLik, 12);
});

it("delayed entry means the same under every rule when no times are tied, entries at an event among them", () => {
  const data: CoxData = {
    time: [2, 3, 5, 7, 8, 9],
    status: [1, 1, 1, 0, 1, 1],
    entry: [0, 2, 1, 3, 3, 5],
    covariates: { x: [1, 0, 2, 1, 3, 2] },
  };
  const rules = (["exact", "breslow", "efron"] as const).map((ties) => fitted(cox(data, { ties })));
  // at risk: rows 0 and 2 at 2; 1 and 2 at 3; 2, 3, 4 at 5 (not row 5, who enters there); 4 and 5 at 8; 5 at 9
  const b = rules[1]!.coefficients[0]!.coef;
  const e = (x: number) => Math.exp(b * x);
  const logLik = b * (1 + 0 + 2 + 3) - Math.log(e(1) + e(2)) - Math.log(1 + e(2)) - Math.log(e(2) + e(1) + e(3)) - Math.log(e(3) + e(2));
  for (const fit of rules) {
    expect(fit.coefficients[0]!.coef).toBeCloseTo(b, 9);
    expect(fit.logLik).toBeCloseTo(logLik, 12);
  }
});

it("keeps its digits when almost everybody at risk has not yet entered", () => {
  // a huge risk enters late; before that two ordinary subjects fail in turn
  const covariates = { x: [40, 0, 1, 0, 1] };
  const late: CoxData = { time: [9, 1, 2, 10, 11], status: [1, 1, 1, 1, 0], entry: [8, 0, 0, 8, 8], covariates };
  const early = fitted(cox({ ...late, entry: [8, 0, 0, 8, 8].map((entry) => entry - 0.5) }));
  expect(fitted(cox(late)).logLik).toBeCloseTo(early.logLik, 12);
});
