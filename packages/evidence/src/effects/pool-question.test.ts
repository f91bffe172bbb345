import type { Study } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { membersOf } from "../members/question-members.ts";
import { answerQuestion } from "../questions/answer-question.ts";
import { type Choice, FIRST_SHOWN } from "../questions/choice.ts";
import { Pooled } from "../schema.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";

const EFFECTS = [...catalog.questions.values()]
  .filter((question) => question.kind === "effect" && membersOf(catalog, question).members.length > 0)
  .map(({ id }) => id);

function pooled(id: string, choice: Partial<Choice> = {}, knowledge = catalog): Pooled {
  const answer = answerQuestion(knowledge, id, { ...FIRST_SHOWN, ...choice });
  if (!answer.ok || answer.value.kind !== "effect") throw new Error(`${id} gives no pool`);
  return answer.value;
}

/** Asks one question of the given studies. */
function ask(studies: readonly Study[], given: Parameters<typeof effectQuestion>[1] = {}, choice: Partial<Choice> = {}) {
  return answerQuestion(smallCatalog(studies, [effectQuestion("q", given)]), "q", { ...FIRST_SHOWN, ...choice });
}

describe.each(EFFECTS)("%s of the knowledge", (id) => {
  it("keeps its schema, counts its hips, and names its cautions", () => {
    const answer = pooled(id);
    expect(Pooled.parse(answer)).toEqual(answer);
    expect(answer.k).toBe(answer.studies.length);
    const sizes = answer.studies.flatMap(({ intervention, comparator }) =>
      [intervention, comparator].map((arm) => ("events" in arm ? arm.total : arm.n)),
    );
    expect(answer.n).toBe(sizes.reduce((a, b) => a + b));
    expect(answer.leaveOneOut.map(({ without }) => without)).toEqual(answer.k > 1 ? answer.studies.map((study) => study.id) : []);
    expect(answer.warnings.at(-1)).toContain("no reviewer has signed it");
    expect(answer.smallStudy).toMatchObject({ refused: { code: "too-few-studies" } });
  });
});

it("agrees with the worked sets on the knowledge itself", () => {
  const three = ({ estimate, ci }: Pooled) => [estimate, ...ci].map((value) => value.toFixed(3));
  expect(three(pooled("PS1"))).toEqual(["0.383", "0.287", "0.512"]);
  expect(three(pooled("PS3"))).toEqual(["0.746", "0.281", "1.982"]);
  expect(pooled("PS3").i2.toFixed(0)).toBe("91");
  expect(three(pooled("PS3b"))).toEqual(["1.068", "0.719", "1.588"]);
});

it("shows PS3 without Hernigou 2018 as PS3b, in its leave-one-out and when asked", () => {
  const alone = pooled("PS3b");
  const left = pooled("PS3").leaveOneOut.find(({ without }) => without === "hernigou-2018");
  expect([left?.estimate, ...(left?.ci ?? [])]).toEqual([alone.estimate, ...alone.ci].map((value) => expect.closeTo(value, 10)));
  expect(pooled("ps3", { without: ["HERNIGOU-2018"] }).estimate).toBeCloseTo(alone.estimate, 10);
});

describe("what comes before the number", () => {
  it.each([
    ["PS3", "Only 3 studies with 350 hips (randomised, double-blind: 2; paired hips of the same patients: 1). In a new study the true RR"],
    [
      "PS1",
      "Only 2 studies with 274 hips (controlled, not randomised: 1; paired hips of the same patients: 1). With two studies no prediction",
    ],
    ["PS2c", "The conclusion hangs on Hernigou 2018"], // 5 studies, 479 hips: no longer thin
  ])("%s: %s", (id, start) => expect(pooled(id).warnings[0]).toContain(start));

  it("flags paired hips, a secondary source and what the reader left out", () => {
    const { warnings, without } = pooled("PS3c", { without: ["kang-2018"] });
    expect(warnings).toContainEqual(expect.stringContaining("Hernigou 2018: paired hips of the same patients, analysed as if independent"));
    expect(warnings).toContainEqual(expect.stringContaining("Counts of Jayankura 2023 come from a secondary source"));
    expect(warnings).toContain("Left out by the reader: Kang 2018.");
    expect(warnings.at(-1)).toContain("not on this selection");
    expect(without).toEqual(["kang-2018"]);
  });

  it("says when Knapp-Hartung is narrower than the normal interval, and takes the wider on request", () => {
    expect(pooled("PS2", { ci: "hksj" }).warnings).toContainEqual(expect.stringContaining("narrower than the normal one here"));
    expect(pooled("PS3", { ci: "hksj" }).warnings).not.toContainEqual(expect.stringContaining("narrower than the normal one here"));
    expect(pooled("PS2", { ci: "mhksj" }).ci).toEqual(pooled("PS2").ci);
  });
});

describe("a single study", () => {
  const single = pooled("PS3b", { ci: "hksj", without: ["hauzeur-2018"] });

  it("keeps its own normal interval and is not called a pool", () => {
    // Printed with the evidence file: Jayankura 2023, THA, RR 1.74 (0.5529 to 5.4761).
    expect([single.estimate, ...single.ci]).toEqual([1.74, 0.5529, 5.4761].map((value) => expect.closeTo(value, 4)));
    expect([single.k, single.ciMethod, single.pi, single.tau2Ci, single.qP]).toEqual([1, "z", null, null, null]);
    expect(single.leaveOneOut).toEqual([]);
    expect(single.warnings[0]).toBe(
      "One study with 54 hips (randomised, double-blind): nothing is pooled, and no prediction interval exists.",
    );
  });
});

describe("refuses", () => {
  const fine = countedStudy(["fine", 3, 10, 5, 10]);
  const refusal = (answer: ReturnType<typeof ask>) => (answer.ok ? answer.value : answer.refusal);

  it("an unknown question, and names those there are", () => {
    expect(answerQuestion(catalog, "PS9", FIRST_SHOWN)).toMatchObject({
      refusal: { kind: "not-found", code: "question", missing: expect.arrayContaining(["PS1", "PS3b"]) },
    });
  });

  it("to leave out a study that is not in the question, and names those that are", () => {
    expect(answerQuestion(catalog, "PS3b", { ...FIRST_SHOWN, without: ["kang-2018"] })).toMatchObject({
      refusal: { kind: "not-found", code: "study-in-question", missing: ["hauzeur-2018", "jayankura-2023"] },
    });
  });

  it("when nothing is left", () => {
    expect(refusal(ask([fine], {}, { without: ["fine"] }))).toMatchObject({ kind: "incomplete", code: "no-studies" });
  });

  it.each(["recalled", "seed-only"] as const)("to pool a %s count, and says so beside the pool", (verified) => {
    const loose = countedStudy(["loose", 1, 10, 5, 10]);
    const study = { ...loose, outcomes: loose.outcomes.map((outcome) => ({ ...outcome, ground: { ...outcome.ground, verified } })) };
    expect(ask([fine, study])).toMatchObject({
      value: { k: 1, refused: [{ id: "loose", reasons: [{ coordinate: "grade", says: expect.stringContaining(verified) }] }] },
    });
  });

  it("to pool a study that is excluded from pooling, and says so beside the pool", () => {
    const excluded = countedStudy(["out", 1, 10, 5, 10], { pooling: "excluded", poolingNote: "It may not." });
    expect(ask([fine, excluded])).toMatchObject({
      value: { k: 1, refused: [{ id: "out", reasons: [{ coordinate: "standing", says: "excluded: It may not" }] }] },
    });
  });

  it("to mix an event that is feared with one that is hoped for", () => {
    const hoped = countedStudy(["hoped", 1, 10, 5, 10]);
    const outcomes = hoped.outcomes.map((outcome) => ({ ...outcome, isBenefit: true }) as (typeof hoped.outcomes)[number]);
    expect(refusal(ask([fine, { ...hoped, outcomes }]))).toMatchObject({ kind: "invalid", code: "mixed-direction" });
    expect(ask([{ ...hoped, outcomes }])).toMatchObject({ value: { favoursIntervention: "higher" } });
  });

  it("a ratio of arms without any event", () => {
    expect(refusal(ask([countedStudy(["none", 0, 10, 0, 10])]))).toMatchObject({ code: "no-informative-studies" });
  });
});

describe("empty cells", () => {
  const empty = countedStudy(["empty", 0, 10, 5, 10]);
  const none = countedStudy(["none", 0, 10, 0, 10]);
  const fine = countedStudy(["fine", 3, 10, 5, 10]);

  it("get a half, and the reader is told", () => {
    const answer = ask([fine, empty]);
    // By hand: (0.5 / 11) / (5.5 / 11) = 1 / 11.
    expect(answer).toMatchObject({ value: { studies: [{ id: "empty", estimate: expect.closeTo(1 / 11, 12) }, {}] } });
    expect(answer.ok && answer.value.warnings).toContainEqual(
      "Empty has an empty cell; a half was added to each of its cells.".replace("Empty", "Empty 2020"),
    );
  });

  it("in both arms keep a study out of a ratio, said plainly, and in a difference", () => {
    const ratio = ask([fine, none]);
    expect(ratio).toMatchObject({ value: { k: 1, n: 20 } });
    expect(ratio.ok && ratio.value.warnings).toContainEqual(expect.stringContaining("None 2020 is not in the pool"));
    expect(ask([fine, none], { measure: "RD" })).toMatchObject({ value: { k: 2, measure: "RD" } });
  });
});

it("tests for small-study effects from ten studies on", () => {
  const studies = Array.from({ length: 10 }, (_, i) => countedStudy([`s${i}`, 2 + i, 20 + 10 * i, 5 + i, 20 + 10 * i]));
  expect(ask(studies)).toMatchObject({ value: { smallStudy: { test: expect.stringContaining("Egger"), p: expect.any(Number) } } });
  const alike = Array.from({ length: 10 }, (_, i) => countedStudy([`s${i}`, 5, 20, 8, 20]));
  expect(ask(alike)).toMatchObject({ value: { smallStudy: { refused: { code: "no-spread" } } } });
});

describe("whatever the counts", () => {
  const arm = fc.integer({ min: 2, max: 200 }).chain((total) => fc.tuple(fc.integer({ min: 1, max: total - 1 }), fc.constant(total)));
  const counts = fc.array(fc.tuple(arm, arm), { minLength: 1, maxLength: 8 });
  const studiesOf = (tables: readonly (readonly [[number, number], [number, number]])[]) =>
    tables.map(([cells, control], i) => countedStudy([`s${i}`, ...cells, ...control]));
  const value = (studies: readonly Study[], measure: "RR" | "OR" | "RD" = "RR", choice: Partial<Choice> = {}) => {
    const answer = ask(studies, { measure }, choice);
    if (!answer.ok || answer.value.kind !== "effect") throw new Error("no pool");
    return answer.value;
  };

  it("the estimate lies within its interval and the weights make a whole", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom("RR", "OR", "RD"), (tables, measure) => {
        const { estimate, ci, studies } = value(studiesOf(tables), measure);
        const whole = studies.reduce((sum, { weight }) => sum + weight, 0);
        return ci[0] <= estimate && estimate <= ci[1] && Math.abs(whole - 100) < 1e-6;
      }),
    );
  });

  it("the order of studies does not matter", () => {
    fc.assert(
      fc.property(counts, (tables) => {
        const studies = studiesOf(tables);
        const [a, b] = [value(studies), value(studies.toReversed())];
        return Math.abs(Math.log(a.estimate / b.estimate)) < 1e-7 && a.n === b.n;
      }),
    );
  });

  it("arms exchanged give the inverse ratio", () => {
    fc.assert(
      fc.property(counts, (tables) => {
        const [a, b] = [value(studiesOf(tables)), value(studiesOf(tables.map(([cells, control]) => [control, cells])))];
        return Math.abs(Math.log(a.estimate * b.estimate)) < 1e-6;
      }),
    );
  });

  it("the modified Knapp-Hartung interval is never narrower than the normal one", () => {
    fc.assert(
      fc.property(counts, (tables) => {
        const studies = studiesOf(tables);
        const width = ({ ci }: Pooled) => Math.log(ci[1] / ci[0]);
        return width(value(studies, "RR", { ci: "mhksj" })) >= width(value(studies)) - 1e-9;
      }),
    );
  });
});
