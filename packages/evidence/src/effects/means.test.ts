import type { Study } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import { pooledOf } from "../testing/known-answers.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";

type Value = Extract<Study["outcomes"][number], { type: "value" }>;
type Change = Extract<Study["outcomes"][number], { type: "change" }>;

const common = (arm: string, id: string) => ({
  id,
  name: "score",
  arm,
  instrumentId: "score",
  ground: { source: "s", verified: "source-text" as const },
});
const final = (arm: string, mean: number, given: Partial<Value> = {}): Value => ({
  type: "value",
  ...common(arm, `final-${arm}`),
  mean,
  sd: 10,
  dispersion: 10,
  dispersionType: "SD",
  n: 25,
  ...given,
});
const changed = (arm: string, mean: number): Change => ({
  type: "change",
  ...common(arm, `change-${arm}`),
  n: 25,
  change: { mean, sd: 10 },
});

const study = (id: string, ...outcomes: Study["outcomes"]): Study => ({ ...countedStudy([id, 1, 2, 1, 2]), outcomes });
const asked = effectQuestion("q") as EffectQuestion;
const ask = (measure: "MD" | "SMD", ...studies: Study[]) => {
  const admits = { ...asked.admits, outcome: { instruments: ["score"], higherIsBetter: true } };
  return answerQuestion(smallCatalog(studies, [effectQuestion("q", { measure, admits })]), "q", FIRST_SHOWN);
};

const plain = study("plain", final("cells", 70), final("control", 60));

it("takes the difference of two means with the variance of both", () => {
  // By hand: 70 - 60; 100/25 + 100/25 = 8.
  expect(ask("MD", plain)).toMatchObject({
    value: {
      measure: "MD",
      estimate: 10,
      n: 50,
      favoursIntervention: "higher",
      studies: [{ yi: 10, vi: expect.closeTo(8, 12) }],
      per1000: [],
    },
  });
});

it("takes a standard error for what it is", () => {
  // By hand: a standard error of 2 with 25 is a standard deviation of 10.
  const se = { dispersion: 2, dispersionType: "SE" as const };
  const cells = final("cells", 70, se);
  const { sd: _, ...noSd } = cells;
  expect(ask("MD", study("se", noSd, final("control", 60)))).toMatchObject({
    value: { studies: [{ intervention: { mean: 70, sd: 10, n: 25 }, vi: expect.closeTo(8, 12) }] },
  });
});

it("standardises by the pooled spread, with Hedges' factor", () => {
  // By hand: d = 1; J(48) = 0.98428 by the exact factor.
  expect(ask("SMD", plain)).toMatchObject({ value: { estimate: expect.closeTo(0.98428, 4) } });
});

describe("a study stays out of a difference of means", () => {
  const { n: _, ...uncounted } = final("cells", 70);
  it.each<[string, Study["outcomes"][number], string]>([
    ["whose spread is too small for a standard deviation", final("cells", 70, { dispersion: 2, dispersionType: "unclear" }), "spread"],
    ["that prints no spread", final("cells", 70, { dispersionType: "none" }), "spread"],
    ["that does not say how many were measured", uncounted, "count"],
    ["whose scale runs the other way", final("cells", 70, { scale: { higherIsBetter: false } }), "scale"],
    ["that measured before treatment only", final("cells", 70, { isBaseline: true }), "outcome"],
    ["that measured the arms at different times", final("cells", 70, { months: 12 }), "outcome"],
    ["that prints medians only", { type: "change", ...common("cells", "m"), n: 25, followUpMedian: { median: 70 } }, "spread"],
  ])("%s", (_, cells, coordinate) => {
    expect(ask("MD", study("out", cells, final("control", 60)))).toMatchObject({
      value: { kind: "nothing-direct", refused: [{ id: "out", reasons: [{ coordinate }] }] },
    });
  });
});

it("joins change scores with final values in a raw difference and says so, and refuses to standardise them together", () => {
  const change = study("change", changed("cells", 15), changed("control", 5));
  const answer = ask("MD", plain, change);
  expect(answer).toMatchObject({ value: { k: 2, estimate: expect.closeTo(10, 9) } });
  expect(answer.ok && answer.value.warnings).toContainEqual(expect.stringContaining("Change 2020: a difference of change scores"));
  expect(ask("SMD", plain, change)).toMatchObject({ refusal: { kind: "invalid", code: "mixed-basis" } });
});

it("carries final values and change scores over to the scale that is shown, spread and all", () => {
  // By hand: on 0 to 96 instead of 0 to 100 the difference of 10 is 9.6 and its variance (9.6^2 / 25) * 2 = 7.3728.
  const scale = { instrument: "womac", subscale: "total", form: "lk-3.0", range: [0, 96] as [number, number] };
  const admits = { ...asked.admits, outcome: { instruments: ["score"], scale, higherIsBetter: false } };
  const printed = { scale: { min: 0, max: 100, higherIsBetter: false } };
  const pair = [final("cells", 60, printed), final("control", 70, printed)];
  const changes = [changed("cells", -15), changed("control", -5)].map((outcome) => ({ ...outcome, ...printed }));
  for (const [outcomes, mean] of [
    [pair, 57.6],
    [changes, -14.4],
  ] as const) {
    const small = {
      ...smallCatalog([study("s", ...outcomes)], [effectQuestion("q", { measure: "MD", admits })]),
      instruments: catalog.instruments,
    };
    expect(answerQuestion(small, "q", FIRST_SHOWN)).toMatchObject({
      value: {
        estimate: expect.closeTo(-9.6, 9),
        favoursIntervention: "lower",
        studies: [
          {
            intervention: { mean: expect.closeTo(mean, 9), sd: expect.closeTo(9.6, 9), n: 25 },
            vi: expect.closeTo(7.3728, 9),
            note: expect.stringContaining("carried over from 0-100"),
          },
        ],
      },
    });
  }
});

/** Computed by an independent program for the evidence file. */
describe("worked elsewhere", () => {
  it("PRP against HA in the hip, pain at six months: -23 (-33.31 to -12.69)", () => {
    const { estimate, se, ci, k, n, counted, favoursIntervention } = pooledOf("hip-prp-pain");
    expect([estimate.toFixed(2), se.toFixed(3), ...ci.map((value) => value.toFixed(2))]).toEqual(["-23.00", "5.259", "-33.31", "-12.69"]);
    expect([k, n, counted, favoursIntervention]).toEqual([1, 80, "patients", "lower"]);
  });

  it("PRP against HA in the hip, replacement 3/19 against 7/14: 0.316 (0.099 to 1.010)", () => {
    const { estimate, ci } = pooledOf("hip-prp-conversion");
    expect([estimate, ...ci].map((value) => value.toFixed(3))).toEqual(["0.316", "0.099", "1.010"]);
  });
});
