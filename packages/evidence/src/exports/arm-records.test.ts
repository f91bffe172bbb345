import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { type Choice, FIRST_SHOWN } from "../questions/choice.ts";
import { ARM_COLUMNS, type ArmRecord, armRecords } from "./arm-records.ts";

function recordsOf(id: string, choice: Partial<Choice> = {}): ArmRecord[] {
  const answer = answerQuestion(catalog, id, { ...FIRST_SHOWN, ...choice });
  if (!answer.ok) throw new Error(`${id}: ${answer.refusal.code}`);
  return armRecords(catalog, answer.value);
}

it("gives the two arms of each study with the counts of the worked set PS3, intervention first", () => {
  expect(recordsOf("PS3").map(({ study, role, events, total }) => [study, role, events, total])).toEqual([
    ["hauzeur-2018", "intervention", 15, 23],
    ["hauzeur-2018", "comparator", 15, 23],
    ["hernigou-2018", "intervention", 30, 125],
    ["hernigou-2018", "comparator", 95, 125],
    ["jayankura-2023", "intervention", 6, 25],
    ["jayankura-2023", "comparator", 4, 29],
  ]);
});

it("says of every number where it was read and how far it was checked", () => {
  expect(recordsOf("PS3")[0]).toMatchObject({
    arm: "CD+BMAC",
    counted: "hips",
    months: 24,
    verified: "source-text",
    source: "hauzeur-2018",
    at: "abstract",
    url: expect.stringContaining("https://"),
  });
});

it("leaves out whom the reader left out, and marks whom the reader let in", () => {
  expect(recordsOf("PS3", { without: ["hernigou-2018"] }).map(({ study }) => study)).not.toContain("hernigou-2018");
  const widened = recordsOf("onfh-early-hhs", { widen: ["phase"] });
  expect(widened.some((record) => record.beyond_question !== undefined)).toBe(true);
});

it("has means with their spread where the question compares means", () => {
  expect(recordsOf("onfh-early-hhs")[0]).toMatchObject({ role: "intervention", statistic: "mean", mean: 82.4, sd: 9.2, n: 26 });
});

it("tells nothing of a question without studies", () => {
  expect(recordsOf("hip-oa-intravenous")).toEqual([]);
});

describe.each([...catalog.questions.values()])("the records of $id", ({ id, kind }) => {
  const records = recordsOf(id);

  it("have known columns, a source for each, and a comparator only where there was one", () => {
    for (const record of records) {
      expect(ARM_COLUMNS).toEqual(expect.arrayContaining(Object.keys(record)));
      expect(catalog.sources.has(String(record.source))).toBe(true);
      expect(["source-text", "secondary-source"]).toContain(record.verified);
    }
    if (kind !== "effect") expect(new Set(records.map(({ role }) => role)).has("comparator")).toBe(false);
  });
});
