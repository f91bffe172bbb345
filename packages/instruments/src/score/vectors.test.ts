import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { judgeVector } from "../testing.ts";

describe.each([...catalog.instruments.values()])("$id", (instrument) => {
  it.each(instrument.vectors)("$it ($origin)", (vector) => expect(judgeVector(instrument, vector)).toEqual([]));
});

// how many examples each group of the reference vectors holds, counted by hand; identifiers (6 and 10) lie in packages/vocabulary
const GROUPS = {
  HOOS: 8,
  "WOMAC-from-HOOS (LK 3.0)": 5,
  "HOOS-JR": 10,
  "HOOS-PS": 5,
  "HOOS-12": 5,
  "OHS (0-48)": 7,
  "HHS and mHHS": 4,
  "iHOT-12": 6,
  JHEQ: 3,
  "PROMIS-Global-10": 5,
  "PROMIS PI 4a": 5,
  "PROMIS PF 4a (version to be confirmed)": 5,
  "EQ-5D-5L Poland value set": 5,
  "EQ-5D-5L Belgium value set": 3,
  "OMERACT-OARSI 2004": 11,
};

it("holds every one of the reference vectors: 87 here, and 16 of identifiers make 103", () => {
  const examples = [...catalog.instruments.values()].flatMap(({ vectors }) => vectors);
  const cases = [...catalog.responders.values()].flatMap((responder) => responder.cases);
  const counted = Map.groupBy(
    [...examples, ...cases].flatMap(({ group }) => group ?? []),
    (group) => group,
  );
  expect(Object.fromEntries([...counted].map(([group, found]) => [group, found.length]))).toEqual(GROUPS);
  expect(Object.values(GROUPS).reduce((sum, count) => sum + count) + 6 + 10).toBe(103);
});

describe("an example can fail", () => {
  const hoos = catalog.instruments.get("hoos")!;
  const [best] = hoos.vectors;
  it.each([
    ["by a value", { ...best!, scores: { pain: 99 } }, ["pain is 100, not 99"]],
    [
      "by a refusal",
      { ...best!, scores: {}, refused: { pain: "incomplete/items-missing" } },
      ["pain is 100, not incomplete/items-missing"],
    ],
    ["by a raw sum", { ...best!, scores: {}, raw: { pain: 0 } }, ["raw sum of pain is null, not 0"]],
    ["by its answers", { ...best!, answers: { p1: 9 } }, ["p1: 9"]],
  ])("%s", (_, vector, problems) => expect(judgeVector(hoos, vector)).toEqual(problems));
});
