import type { Catalog } from "@calcar/catalog";
import type { Question, Study } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WIDENINGS } from "./miss.ts";
import { membersOf } from "./question-members.ts";

const QUESTIONS = [...catalog.questions.values()];
const STUDIES = [...catalog.studies.values()];
const filed = (studies: readonly Study[]): Catalog => ({ ...catalog, studies: new Map(studies.map((study) => [study.id, study])) });
const ids = (knowledge: Catalog, question: Question, widen: Parameters<typeof membersOf>[2] = []): string[] =>
  membersOf(knowledge, question, widen).members.map(({ study }) => study.id);

/** A second trial just like one on file. */
const twin = (study: Study, given: Partial<Study> = {}): Study => ({ ...study, id: "a-twin", trialFamily: "a-twin", ...given });
const MEMBERS = QUESTIONS.flatMap((question) => membersOf(catalog, question).members.map(({ study }) => [question.id, study] as const));

it("does not depend on the order of the files", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(STUDIES, { minLength: STUDIES.length }), fc.constantFrom(...QUESTIONS), (shuffled, question) => {
      expect(ids(filed(shuffled), question)).toEqual(ids(catalog, question));
    }),
    { numRuns: 30 },
  );
});

describe("a study that is added", () => {
  it("enters exactly the questions that take one like it", () => {
    const held = Map.groupBy(MEMBERS, ([, study]) => study);
    for (const [study, questions] of held) {
      const knowledge = filed([...STUDIES, twin(study)]);
      const moved = QUESTIONS.filter((question) => ids(knowledge, question).includes("a-twin")).map(({ id }) => id);
      expect(moved).toEqual(questions.map(([id]) => id));
    }
  });

  it.each<[string, Partial<Study>]>([
    ["of another joint", { joint: "none" }],
    ["of another disease", { disease: "other" }],
    ["of another design", { designClass: "review" }],
    ["that a reader has excluded", { pooling: "excluded" }],
  ])("%s enters none", (_, given) => {
    for (const [id, study] of MEMBERS)
      expect(ids(filed([...STUDIES, twin(study, given)]), catalog.questions.get(id)!)).not.toContain("a-twin");
  });

  it("to a trial already there takes nobody's place twice", () => {
    for (const [id, study] of MEMBERS) {
      const again = { ...twin(study), trialFamily: study.trialFamily };
      expect(ids(filed([...STUDIES, again]), catalog.questions.get(id)!)).toHaveLength(ids(catalog, catalog.questions.get(id)!).length);
    }
  });
});

it("only ever grows by widening", () => {
  fc.assert(
    fc.property(fc.constantFrom(...QUESTIONS), fc.subarray([...WIDENINGS]), (question, widen) => {
      const wider = ids(catalog, question, widen);
      return question.kind === "nothing-direct" || ids(catalog, question).every((id) => wider.includes(id));
    }),
    { numRuns: 60 },
  );
});

it("leaves no study unaccounted for", () => {
  for (const question of QUESTIONS) {
    const { members, refused, elsewhere } = membersOf(catalog, question);
    expect(members.length + refused.length + elsewhere).toBe(STUDIES.length);
    expect(refused.every(({ misses }) => misses.length > 0)).toBe(true);
  }
});
