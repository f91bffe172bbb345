import { QUESTION_KINDS } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { evidenceLine } from "./evidence-line.ts";
import { answerQuestion } from "./questions/answer-question.ts";
import { FIRST_SHOWN } from "./questions/choice.ts";
import { findQuestion, listQuestions } from "./questions/find-question.ts";

const line = (id: string) => {
  const answer = answerQuestion(catalog, id, FIRST_SHOWN);
  if (!answer.ok) throw new Error(id);
  return evidenceLine(answer.value);
};

it("carries an estimate only where there was a control group", () => {
  expect(line("PS1")).toMatchObject({
    kind: "effect",
    measure: "RR",
    estimate: expect.closeTo(0.383, 3),
    k: 2,
    n: 274,
    certainty: "very-low",
  });
  expect(Object.keys(line("hip-oa-pain-change"))).toEqual(["question", "kind", "asks", "k", "n", "certainty", "lastSearched"]);
});

it("lists every question once, controlled ones first", () => {
  const kinds = listQuestions(catalog).map(({ kind }) => kind);
  expect([...new Set(kinds)]).toEqual(["effect", "proportion", "change", "nothing-direct"]);
  expect(kinds.toSorted((a, b) => QUESTION_KINDS.indexOf(a) - QUESTION_KINDS.indexOf(b))).toEqual(kinds);
  expect(kinds).toHaveLength(catalog.questions.size);
});

it("finds a question in whatever case it is typed", () => {
  expect(findQuestion(catalog, "pS3B")).toMatchObject({ value: { id: "PS3b" } });
});
