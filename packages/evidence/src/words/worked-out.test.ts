import type { Study } from "@calcar/catalog/schema";
import { describe, expect, it } from "vitest";
import { ARM_COLUMNS, armRecords } from "../exports/arm-records.ts";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import { changeQuestion, countedStudy, effectQuestion, proportionQuestion, smallCatalog } from "../testing/small-catalog.ts";

type Outcome = Study["outcomes"][number];
type Value = Extract<Outcome, { type: "value" }>;

const FROM_MEDIAN = "mean and SD estimated from median and quartiles";
const score = (arm: string, given: Partial<Value> = {}): Value => ({
  type: "value",
  id: `score-${arm}`,
  name: "score",
  arm,
  instrumentId: "score",
  mean: 60,
  sd: 10,
  dispersionType: "SD",
  n: 25,
  ground: { source: "s", verified: "source-text" },
  ...given,
});
const scored = (id: string, given: Partial<Value> = {}, control: Partial<Value> = {}): Study => ({
  ...countedStudy([id, 1, 2, 1, 2]),
  outcomes: [score("cells", given), score("control", control)],
});
const admits = { ...(effectQuestion("q") as EffectQuestion).admits, outcome: { instruments: ["score"], higherIsBetter: true } };
const means = effectQuestion("q", { measure: "MD", admits });

function ask(question: Parameters<typeof smallCatalog>[1][number], ...studies: Study[]) {
  const catalog = smallCatalog(studies, [question]);
  const answer = answerQuestion(catalog, "q", FIRST_SHOWN);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { answer: answer.value, records: armRecords(catalog, answer.value) };
}
const plain = ["a", "b", "c", "d"].map((id) => scored(id));
const aboutWork = (warnings: readonly string[]) => warnings.filter((warning) => / of \d+ (?:study|studies): /.test(warning));

describe("a pool of means", () => {
  it("says of nothing that it was worked out where all is printed", () => {
    const { answer } = ask(means, ...plain);
    expect(aboutWork(answer.warnings)).toEqual([]);
    expect(answer).toMatchObject({ studies: plain.map(({ id }) => expect.objectContaining({ id })) });
    expect(JSON.stringify(answer)).not.toContain('"note"');
  });

  it("says how many of its studies are estimated from a median, and each row says how", () => {
    const { answer, records } = ask(means, ...plain, scored("e", { derivation: `${FROM_MEDIAN}.` }, { derivation: `${FROM_MEDIAN}.` }));
    expect(aboutWork(answer.warnings)).toEqual(["1 of 5 studies: mean and SD estimated from a median (E 2020). Each row says how."]);
    expect(answer.kind === "effect" && answer.studies.map(({ note }) => note)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      FROM_MEDIAN,
    ]);
    expect(ARM_COLUMNS).toContain("note");
    expect(records.filter(({ study }) => study === "e").map(({ note }) => note)).toEqual([FROM_MEDIAN, FROM_MEDIAN]);
  });

  it("names the arm where the arms were worked out in two ways", () => {
    const { answer } = ask(means, scored("e", { derivation: "SD from p: a." }, { derivation: "SD from p: b." }));
    expect(answer).toMatchObject({ studies: [{ note: "cells: SD from p: a; control: SD from p: b" }] });
    expect(aboutWork(answer.warnings)).toEqual(["1 of 1 study: mean or SD worked out, not printed (E 2020). Each row says how."]);
  });

  it("says so of the standard error that it turns into a standard deviation itself", () => {
    const { answer } = ask(means, plain[0]!, scored("e", { dispersion: 2, dispersionType: "SE" }));
    expect(answer).toMatchObject({ studies: [{}, { note: "SD worked out from the printed standard error" }] });
    expect(aboutWork(answer.warnings)).toEqual([
      "1 of 2 studies: SD worked out from the printed standard error (E 2020). Each row says how.",
    ]);
  });
});

const counted = (derivation: string | undefined, given: Partial<Study> = {}): Study => {
  const study = countedStudy(["p", 3, 25, 8, 25], given);
  const [cells, control] = study.outcomes as [Outcome, Outcome];
  return { ...study, outcomes: [{ ...cells, ...(derivation ? { derivation } : {}) }, control] };
};

describe("counts", () => {
  it("from a percentage are told in a pool", () => {
    const { answer } = ask(effectQuestion("q"), counted("12% of 25 = 3"), countedStudy(["r", 4, 25, 8, 25]));
    expect(answer).toMatchObject({ studies: [{ note: "12% of 25 = 3" }, {}] });
    expect(aboutWork(answer.warnings)).toEqual(["1 of 2 studies: count worked out, not printed (P 2020). Each row says how."]);
  });

  it("of the comparator are told too", () => {
    const study = counted(undefined);
    const [cells, control] = study.outcomes as [Outcome, Outcome];
    const { answer } = ask(effectQuestion("q"), { ...study, outcomes: [cells, { ...control, derivation: "32% of 25 = 8" }] });
    expect(answer).toMatchObject({ studies: [{ note: "32% of 25 = 8" }] });
  });

  it("are told in a frequency", () => {
    const { answer } = ask(proportionQuestion("q"), counted("12% of 25 = 3", { designClass: "uncontrolled" }));
    expect(answer).toMatchObject({ kind: "proportion", studies: [{ note: "12% of 25 = 3" }] });
    expect(aboutWork(answer.warnings)).toEqual(["1 of 1 study: count worked out, not printed (P 2020). Each row says how."]);
  });
});

it("tells in a series that its means are estimates, each study once", () => {
  const change = (id: string, months: number): Outcome => ({
    type: "change",
    id,
    name: "score",
    arm: "cells",
    instrumentId: "score",
    months,
    scale: { min: 0, max: 100, higherIsBetter: true },
    followUp: { mean: 70, sd: 12 },
    ground: { source: "s", verified: "source-text" },
    derivation: FROM_MEDIAN,
  });
  const study = { ...countedStudy(["s", 1, 2, 1, 2], { designClass: "uncontrolled" }), outcomes: [change("x", 6), change("y", 12)] };
  const { answer } = ask(changeQuestion("q"), study);
  expect(answer).toMatchObject({ kind: "change", series: expect.arrayContaining([expect.objectContaining({ note: FROM_MEDIAN })]) });
  expect(aboutWork(answer.warnings)).toEqual(["1 of 1 study: mean and SD estimated from a median (S 2020). Each row says how."]);
});
