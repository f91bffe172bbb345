import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import { NothingDirect } from "../schema.ts";
import { nothingOn } from "../testing/known-answers.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";

describe.each(["hip-oa-intravenous", "hip-oa-pain-effect", "knee-oa-pain", "knee-oa-function"])("%s", (id) => {
  const answer = nothingOn(id);

  it("says first that there is no study, and carries no number over", () => {
    expect(NothingDirect.parse(answer)).toEqual(answer);
    expect(answer.warnings[0]).toContain("No study on file answers this question");
    expect(Object.keys(answer)).not.toEqual(expect.arrayContaining(["estimate"]));
    expect(Object.keys(answer)).not.toContain("certainty");
  });

  it("names the nearest, each with what it differs in, the fewest differences first", () => {
    expect(answer.nearest.length).toBeGreaterThan(0);
    expect(answer.nearest.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });
});

it("names the same route in other diseases beside other routes in the same", () => {
  const kinds = nothingOn("hip-oa-intravenous").nearest.map(({ reasons }) => reasons.map(({ coordinate }) => coordinate));
  expect(kinds).toContainEqual(["route"]);
  expect(kinds.some((kind) => kind.includes("disease") && !kind.includes("route"))).toBe(true);
});

it("tells no study from a selection that leaves none", () => {
  const study = countedStudy(["s", 1, 10, 2, 10]);
  const knowledge = smallCatalog([study], [effectQuestion("q")]);
  expect(answerQuestion(knowledge, "q", { ...FIRST_SHOWN, without: ["s"] })).toMatchObject({ refusal: { code: "no-studies" } });
  expect(answerQuestion(smallCatalog([], [effectQuestion("q")]), "q", FIRST_SHOWN)).toMatchObject({ value: { kind: "nothing-direct" } });
});

it("refuses to say so once a study has come to fit, and names it", () => {
  const asked = catalog.questions.get("hip-oa-intravenous")!;
  const study = countedStudy(["vein", 1, 10, 2, 10], { disease: "hip-oa" });
  const arms = study.arms.map((arm) => (arm.role === "cell" ? { ...arm, routeClass: "intravenous" as const } : arm));
  const knowledge = smallCatalog([{ ...study, arms }], [asked]);
  expect(answerQuestion(knowledge, asked.id, FIRST_SHOWN)).toMatchObject({
    refusal: { kind: "conflict", code: "answered-by-now", missing: ["vein"] },
  });
});
