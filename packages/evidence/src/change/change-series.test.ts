import type { Study } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import type { ChangeQuestion } from "../questions/question-kinds.ts";
import { ChangeSeries } from "../schema.ts";
import { changeQuestion, countedStudy, smallCatalog } from "../testing/small-catalog.ts";

const CHANGES = [...catalog.questions.values()].filter(({ kind }) => kind === "change").map(({ id }) => id);
type Outcome = Extract<Study["outcomes"][number], { type: "change" }>;

function series(id: string, knowledge = catalog, without: readonly string[] = []): ChangeSeries {
  const answer = answerQuestion(knowledge, id, { ...FIRST_SHOWN, without });
  if (!answer.ok || answer.value.kind !== "change") throw new Error(`${id} gives no series`);
  return answer.value;
}

/** One series of one study with one outcome. */
function only(outcome: Partial<Outcome>): ChangeSeries {
  return series("q", smallCatalog([uncontrolled(outcome)], [changeQuestion("q")]));
}

const uncontrolled = (outcome: Partial<Outcome>): Study => ({
  ...countedStudy(["s", 1, 2, 1, 2], { designClass: "uncontrolled" }),
  outcomes: [
    {
      type: "change",
      id: "c",
      name: "score",
      arm: "cells",
      instrumentId: "score",
      ground: { source: "s", verified: "source-text" },
      ...outcome,
    },
  ],
});

describe.each(CHANGES)("%s of the knowledge", (id) => {
  it("keeps its schema, pools nothing and says so first", () => {
    const answer = series(id);
    expect(ChangeSeries.parse(answer)).toEqual(answer);
    expect(Object.keys(answer)).not.toContain("estimate");
    expect(answer.warnings[0]).toContain(
      "no control group: these are changes over time, not effects of treatment, and they are not pooled",
    );
    expect(answer.series.every(({ scale }) => scale.includes("is better"))).toBe(true);
  });
});

it("shows each pain series as printed", () => {
  const rows = series("hip-oa-pain-change").series.map(({ label, before, after, change, changeDerived, n }) => [
    label,
    before,
    after,
    change,
    changeDerived,
    n,
  ]);
  expect(rows).toEqual([
    ["Centeno 2014", 4.5, 3.3, -1.2, false, 216],
    ["Dall'Oca 2019", 4.6, 1.5, -3.1, true, 6],
    ["Whitney 2020", 8, 4.5, -3.5, false, 18],
    ["Natali 2022", 4.7, 1.8, -2.9, false, 55],
    ["MAT preprint 2024", 7, 3.55, -3.45, false, 11],
  ]);
});

it("leaves out what the reader leaves out", () => {
  const { series: rows, warnings, without } = series("hip-oa-pain-change", catalog, ["NATALI-2022"]);
  expect(without).toEqual(["natali-2022"]);
  expect(rows.map(({ id }) => id)).not.toContain("natali-2022");
  expect(warnings).toContain("Left out by the reader: Natali 2022.");
});

describe("one series", () => {
  it("has our subtraction where only the two means are printed, without the noise of binary fractions", () => {
    expect(only({ baseline: { mean: 4.5 }, followUp: { mean: 3.3 } }).series[0]).toMatchObject({ change: -1.2, changeDerived: true });
  });

  it("keeps the printed change, and says when its own means contradict it", () => {
    const { series: rows } = only({ baseline: { mean: 50 }, followUp: { mean: 60 }, change: { mean: 12 } });
    expect(rows[0]).toMatchObject({
      change: 12,
      changeDerived: false,
      note: "the printed change is not the difference of the printed means",
    });
  });

  it("keeps a printed change without its means", () => {
    expect(only({ change: { mean: 6.4 } }).series[0]).toMatchObject({ before: null, after: null, change: 6.4, changeDerived: false });
  });

  it("never turns medians into a change", () => {
    const { series: rows, warnings } = only({ baselineMedian: { median: 64.3 }, followUpMedian: { median: 91 } });
    expect(rows[0]).toMatchObject({ statistic: "median", before: 64.3, after: 91, change: null, changeDerived: false });
    expect(warnings).toContain("S 2020: medians; no change is computed from them.");
  });

  it("leaves an unknown number unknown and says it", () => {
    const { n, series: rows, warnings } = only({ baseline: { mean: 1 }, followUp: { mean: 2 } });
    expect([n, rows[0]?.n]).toEqual([null, null]);
    expect(warnings[0]).toContain("number counted not fully known");
    expect(warnings).toContain("S 2020: number counted not stated.");
  });

  it("does not show a number that is only recalled", () => {
    expect(only({ n: 10, nVerified: "recalled" }).series[0]).toMatchObject({
      n: null,
      note: "the number counted is recalled only and not shown",
    });
  });

  it("says that range and direction are not stated, and which range is assumed", () => {
    expect(only({}).series[0]).toMatchObject({ scale: "range not stated, direction not stated", range: null, higherIsBetter: null });
    expect(only({ scale: { min: 0, max: 96, higherIsBetter: true, assumed: true } }).series[0]).toMatchObject({
      scale: "0 to 96 (assumed), higher is better",
      range: [0, 96],
      higherIsBetter: true,
    });
  });

  it("takes the latest time of a study that has several", () => {
    const study = uncontrolled({ months: 3, change: { mean: 3 } });
    const later = uncontrolled({ id: "d", months: 12, change: { mean: 12 } }).outcomes;
    const answer = series("q", smallCatalog([{ ...study, outcomes: [...study.outcomes, ...later] }], [changeQuestion("q")]));
    expect(answer).toMatchObject({ k: 1, series: [{ change: 12, months: 12 }] });
  });

  it.each<[string, Partial<Outcome>, string]>([
    ["nobody has read it in a source", { ground: { source: "s", verified: "seed-only" } }, "grade"],
    ["its scale runs the other way", { scale: { higherIsBetter: false } }, "scale"],
    ["nobody says which way its scale runs", { scale: { min: 0, max: 100 } }, "scale"],
    ["it is another reading of a value", { otherReadingOf: "x" }, "outcome"],
    ["it is about a part of the arm only", { group: "responders" }, "outcome"],
  ])("stays out when %s", (_, outcome, coordinate) => {
    const answer = answerQuestion(smallCatalog([uncontrolled(outcome)], [changeQuestion("q")]), "q", FIRST_SHOWN);
    expect(answer).toMatchObject({ value: { kind: "nothing-direct", refused: [{ id: "s", reasons: [{ coordinate }] }] } });
  });
});

describe("scores printed on another scale of the same instrument", () => {
  const scale = { instrument: "womac", subscale: "total", form: "lk-3.0", range: [0, 96] as [number, number] };
  const asked = changeQuestion("q") as ChangeQuestion;
  const question = { ...asked, admits: { ...asked.admits, outcome: { instruments: ["score"], scale, higherIsBetter: false } } };
  const answerOn = (printed: Outcome["scale"]) => {
    const outcome = { scale: printed, n: 10, baseline: { mean: 50, sd: 10 }, followUp: { mean: 25, sd: 10 } };
    const small = { ...smallCatalog([uncontrolled(outcome)], [question]), instruments: catalog.instruments };
    return answerQuestion(small, "q", FIRST_SHOWN);
  };

  it("are carried over by the definition of the instrument, visibly", () => {
    // By hand: 96/100 of 50, 25 and -25.
    expect(answerOn({ min: 0, max: 100, higherIsBetter: false })).toMatchObject({
      value: {
        series: [
          {
            before: 48,
            after: 24,
            change: -24,
            range: [0, 96],
            scale: "0 to 96, lower is better",
            note: "carried over from 0-100 (higher worse) to 0-96 (higher worse): 0 + 0.96 x",
          },
        ],
      },
    });
  });

  it("are left as printed on the scale that is shown", () => {
    const answer = answerOn({ min: 0, max: 96, higherIsBetter: false });
    expect(answer).toMatchObject({ value: { series: [{ before: 50, after: 25, change: -25 }] } });
    expect(JSON.stringify(answer)).not.toContain("carried over");
  });

  it.each([
    ["whose range nobody states", { higherIsBetter: false }, "the range of its scale is not stated"],
    [
      "whose other range is only assumed",
      { min: 0, max: 100, higherIsBetter: false, assumed: true as const },
      "a scale of 0 to 100 is only assumed",
    ],
  ])("are refused %s", (_, printed, says) => {
    expect(answerOn(printed)).toMatchObject({
      value: { kind: "nothing-direct", refused: [{ id: "s", reasons: [{ coordinate: "scale", says }] }] },
    });
  });
});
