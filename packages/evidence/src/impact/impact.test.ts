import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { membersOf } from "../members/question-members.ts";
import { impact } from "./impact.ts";
import { cites } from "./rests-on.ts";

const impactOf = (id: string) => {
  const found = impact(catalog, id);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

describe("a change to Hernigou 2018", () => {
  const moved = impactOf("hernigou-2018");

  it("moves the worked pools, each shown with and without it", () => {
    const ps3 = moved.questions.find(({ id }) => id === "PS3")!;
    expect(ps3.with?.estimate).toBeCloseTo(0.746, 3);
    expect(ps3.with?.k).toBe(3);
    expect(ps3.without?.estimate).toBeCloseTo(1.068, 3); // PS3b: the two blinded trials that are left
    expect(ps3.without?.k).toBe(2);
    expect(ps3.refused).toBeNull();
  });

  it("moves no question that does not hold it", () => {
    expect(moved.questions.map(({ id }) => id)).not.toContain("PS3b");
  });

  it("reaches the pathways that show those pools and their answers", () => {
    const through = expect.stringContaining("onfh-early-conversion"); // its hips had all not collapsed
    expect(moved.pathways).toContainEqual(expect.objectContaining({ id: "onfh-pre-collapse", through }));
    expect(moved.pathways.map(({ id }) => id)).not.toContain("onfh-post-collapse");
    expect(moved.answers.map(({ id }) => id)).toContain("may-be-discussed");
  });
});

it("reaches every criterion whose grounds cite the study", () => {
  const { criteria } = impactOf("hauzeur-2018");
  expect(criteria.length).toBeGreaterThan(0);
  for (const { through } of criteria) expect(through).toBe("cites hauzeur-2018");
});

it("reaches the registration that a study reports, and other reports of the same trial", () => {
  expect(impactOf("jayankura-2023").trials.map(({ id }) => id)).toEqual(["nct01529008"]);
  expect(impactOf("ma-2014").otherReports).toContain("li-2020");
});

it("names exactly the questions whose members include the study, for every study on file", () => {
  for (const study of catalog.studies.values()) {
    const holding = [...catalog.questions.values()].filter((question) =>
      membersOf(catalog, question).members.some((member) => member.study.id === study.id),
    );
    expect(impactOf(study.id).questions.map(({ id }) => id)).toEqual(holding.map(({ id }) => id));
  }
});

it("says that a question has no answer without its only study", () => {
  const alone = [...catalog.studies.keys()].flatMap((id) => impactOf(id).questions).filter(({ with: whole }) => whole?.k === 1);
  expect(alone.length).toBeGreaterThan(0);
  for (const { without, refused } of alone) expect([without, refused]).toEqual([null, expect.stringMatching(/^incomplete\//)]);
});

it("refuses a study that is not on file, and names those that begin alike", () => {
  expect(impact(catalog, "hauzeur")).toMatchObject({ ok: false, refusal: { code: "study", missing: ["hauzeur-2018", "hauzeur-2020"] } });
});

it("finds a citation however deep it lies, and no text that only looks like one", () => {
  expect(cites({ grounds: [{ source: "a" }] }, new Set(["a"]))).toBe(true);
  expect(cites({ says: { foundIn: "a" } }, new Set(["a"]))).toBe(true);
  expect(cites({ says: "a", source: "b" }, new Set(["a"]))).toBe(false);
});
