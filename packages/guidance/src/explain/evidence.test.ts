import type { Catalog } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { evidenceOn } from "./evidence.ts";

const questionsOf = (pathway: Parameters<Catalog["pathways"]["get"]>[0]) =>
  catalog.pathways.get(pathway)!.questions.map((id) => catalog.questions.get(id)!);
const stagesOf = (questions: ReturnType<typeof questionsOf>) => new Set(questions.flatMap(({ admits }) => admits.population.phase ?? []));

describe("the evidence beside an answer", () => {
  it("is about hips of the same stage: the risk of collapse says nothing to a head that has collapsed", () => {
    const early = questionsOf("onfh-pre-collapse").filter(({ id }) => id !== "PS3b");
    expect(stagesOf(early)).toEqual(new Set(["before-collapse"]));
    expect(stagesOf(questionsOf("onfh-post-collapse"))).toEqual(new Set(["after-collapse"]));
  });

  it("holds the blinded trials that the sentence of the answer speaks of, which say themselves that one is of another stage", () => {
    const { meaning } = catalog.answers.get("may-be-discussed")!;
    expect(meaning.en).toContain("the two double-blind trials");
    const blinded = questionsOf("onfh-pre-collapse").find(({ id }) => id === "PS3b")!;
    expect(blinded.population.en).toContain("one with a subchondral fracture");
  });

  it("says in osteoarthritis first that no controlled study answers, before any change without a control group", () => {
    const lines = evidenceOn(catalog, catalog.pathways.get("hip-oa")!.questions);
    const kinds = lines.map(({ kind }) => kind);
    expect(lines[0]).toMatchObject({ question: "hip-oa-pain-effect", kind: "nothing-direct", k: 0 });
    expect(new Set(kinds.slice(1))).toEqual(new Set(["change"]));
    for (const line of lines) expect(line.estimate).toBeUndefined();
  });

  it("asks for the effect wherever it shows a change or a frequency", () => {
    for (const id of catalog.pathways.keys()) {
      const asked = questionsOf(id);
      const asksForEffect = asked.some(({ admits }) => "comparator" in admits);
      if (asked.some(({ kind }) => kind === "change" || kind === "proportion")) expect([id, asksForEffect]).toEqual([id, true]);
    }
  });
});
