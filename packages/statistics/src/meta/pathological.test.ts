import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begg, egger, excessSignificance, failSafeN, henmiCopas, petPeese, selectionModel, trimAndFill } from "../bias/index.ts";
import { CHANGE_MEASURES, changeEffect, MEAN_MEASURES, meanEffect } from "../effect-sizes/index.ts";
import { multilevel, robust } from "../multilevel/index.ts";
import { glmm, mantelHaenszel, peto } from "../rare/index.ts";
import { blup, CI_METHODS, cumulative, influence, leaveOneOut, pool, regress, TAU2_METHODS, tau2Interval } from "./index.ts";

/** Every number within an answer, with its path. */
function numbersIn(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

const unfinished = (answer: unknown): string[] =>
  numbersIn(answer)
    .filter(([, value]) => !Number.isFinite(value))
    .map(([path]) => path);

const awkward = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 0.3, 0.3, -0.3) },
  { weight: 1, arbitrary: fc.constantFrom(1e-9, 1e9, -1e9, 1e-150, 1e150, 1e-300, 1e300) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, Number.NaN, Infinity, -Infinity) },
);
const variance = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 1e-4, max: 2, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e-12, 1e12, 1e-300, 1e300, Number.MIN_VALUE, undefined, Number.NaN, -1) },
);
const studies = fc
  .array(fc.tuple(awkward, variance), { maxLength: 8 })
  .map((rows) => ({ yi: rows.map(([y]) => y), vi: rows.map(([, v]) => v) }));

type Input = { yi: (number | undefined)[]; vi: (number | undefined)[] };

const METHODS: Readonly<Record<string, (input: Input) => unknown>> = {
  regress: (input) => regress({ ...input, moderators: [input.yi.map((_, i) => i % 3)], tau2: "REML", ci: "hksj" }),
  leaveOneOut: (input) => leaveOneOut({ ...input, tau2: "REML", ci: "z" }),
  influence: (input) => influence({ ...input, tau2: "DL", ci: "z" }),
  cumulative: (input) => cumulative({ ...input, tau2: "PM", ci: "z", orderBy: input.yi.map((_, i) => -i) }),
  blup: (input) => blup({ ...input, tau2: "ML", ci: "z" }),
  "tau2Interval QP": (input) => tau2Interval({ ...input, type: "QP", tau2: "PM" }),
  "tau2Interval PL": (input) => tau2Interval({ ...input, type: "PL", tau2: "REML" }),
  egger: (input) => egger({ ...input, predictor: "sei", model: "weighted" }),
  "egger mixed": (input) => egger({ ...input, predictor: "vi", model: "mixed", tau2: "REML" }),
  begg: (input) => begg(input),
  petPeese: (input) => petPeese(input),
  trimAndFill: (input) => trimAndFill({ ...input, tau2: "REML", ci: "z", estimator: "Q0" }),
  failSafeN: (input) => [
    failSafeN({ ...input, type: "Rosenthal" }),
    failSafeN({ ...input, type: "Orwin" }),
    failSafeN({ ...input, type: "Rosenberg" }),
  ],
  excessSignificance: (input) => excessSignificance(input),
  robust: (input) => robust({ ...input, cluster: input.yi.map((_, i) => Math.floor(i / 2)), type: "CR2", tau2: "REML" }),
};

describe("awkward input gives a refusal or finite numbers", () => {
  it("to pool, by every estimator and interval", () => {
    fc.assert(
      fc.property(studies, fc.constantFrom(...TAU2_METHODS), fc.constantFrom(...CI_METHODS), (input, tau2, ci) => {
        expect(unfinished(pool({ ...input, tau2, ci }))).toEqual([]);
      }),
      { numRuns: 4000 },
    );
  });

  it.each(Object.entries(METHODS))("to %s", (_, method) => {
    fc.assert(
      fc.property(studies, (input) => {
        expect(unfinished(method(input))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, (input: Input) => unknown]>([
    ["selectionModel", (input) => selectionModel({ ...input, type: "step", steps: [0.025] })],
    ["henmiCopas", (input) => henmiCopas(input)],
    ["tau2Interval J", (input) => tau2Interval({ ...input, type: "J", tau2: "DL" })],
    ["multilevel", (input) => multilevel({ ...input, levels: [input.yi.map((_, i) => Math.floor(i / 2))], method: "REML" })],
  ])("to %s", (_, method) => {
    fc.assert(
      fc.property(studies, (input) => {
        expect(unfinished(method(input))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  const count = fc.integer({ min: 0, max: 5 });
  const tables = fc.array(fc.record({ ai: count, bi: count, ci: count, di: count }), { maxLength: 5 });

  it("to pooled tables", () => {
    fc.assert(
      fc.property(tables, (input) => {
        const pooled = (["OR", "RR", "RD"] as const).map((measure) => mantelHaenszel({ measure, tables: input, correct: true }));
        expect(unfinished([...pooled, peto({ tables: input })])).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("to likelihood models of tables", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom("UM.FS", "CM.AL", "CM.EL" as const), (input, model) => {
        expect(unfinished(glmm({ tables: input, model: model as "CM.EL", method: "ML" }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("to means and changes", () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(0, 1, -1, 1e-300, 1e300));
    fc.assert(
      fc.property(
        fc.constantFrom(...MEAN_MEASURES),
        fc.constantFrom(...CHANGE_MEASURES),
        fc.tuple(value, value, value, value, value, value),
        (mean, change, [a, b, c, d, e, f]) => {
          const two = meanEffect(mean, { m1: a, sd1: b, n1: c, m2: d, sd2: e, n2: f });
          const one = changeEffect(change, { mPost: a, mPre: d, sdPre: b, sdPost: e, n: c, r: f });
          expect(unfinished([two, one])).toEqual([]);
        },
      ),
      { numRuns: 4000 },
    );
  });
});
