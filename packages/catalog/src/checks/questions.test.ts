import { describe, expect, it } from "vitest";
import type { ShownScale } from "../kinds/coordinates.ts";
import type { Parsed } from "../parse/parsed.ts";
import { catalog } from "../testing.ts";
import { checkQuestions } from "./questions.ts";

const womac = catalog.questions.get("hip-oa-womac-change")!;

/** The finding on the WOMAC question with another scale or direction, against the instruments on file. */
function faults(scale: Partial<ShownScale>, higherIsBetter = false) {
  if (womac.kind !== "change" || !womac.admits.outcome.scale) throw new Error("the WOMAC question shows a scale");
  const outcome = { ...womac.admits.outcome, scale: { ...womac.admits.outcome.scale, ...scale }, higherIsBetter };
  const entry = <T>(value: T) => ({ file: "questions/q.yaml", name: "q", value });
  return checkQuestions({
    questions: [entry({ ...womac, admits: { ...womac.admits, outcome } })],
    studies: [...catalog.studies.values()].map(entry),
    instruments: [...catalog.instruments.values()].map(entry),
  } as unknown as Parsed);
}

describe("the scale that a question shows", () => {
  it("is the one its instrument defines", () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<ShownScale>, string, string]>([
    ["another range", { range: [0, 100] }, "0 to 100 is not the range of total", "0 to 96"],
    ["an unknown instrument", { instrument: "womack" }, "no instrument womack", "womac"],
    ["an unknown form", { form: "lk-9" }, "no form lk-9", "lk-3.0"],
    ["an unknown subscale", { subscale: "all" }, "no subscale all", "total"],
    ["one scale of several called the only one", { onlyScale: true }, "womac has several forms", "an instrument of one form"],
  ])("is not %s", (_, scale, problem, expected) => {
    expect(faults(scale)).toMatchObject([{ problem, expected: expect.stringContaining(expected) }]);
  });

  it("is not the other direction", () => {
    expect(faults({}, true)).toMatchObject([{ problem: "true is not the direction of total", expected: "false" }]);
  });
});
