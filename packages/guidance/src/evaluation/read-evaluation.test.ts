import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvaluation } from "./read-evaluation.ts";

const TODAY = "2026-11-21";
const read = (text: string | Uint8Array) =>
  readEvaluation(catalog, typeof text === "string" ? new TextEncoder().encode(text) : text, TODAY);
const evaluation = (change: object) =>
  JSON.stringify({ schema: "calcar-evaluation/1", asOf: TODAY, hip: { side: "left" }, facts: {}, ...change });
const problems = (text: string | Uint8Array) => {
  const result = read(text);
  return result.ok ? [] : result.problems.map(({ place, problem }) => `${place}: ${problem}`);
};

it("reads a valid evaluation", () => {
  expect(read(evaluation({ facts: { "patient.bmi": 27.5 } }))).toEqual({
    ok: true,
    value: { asOf: TODAY, side: "left", facts: { "patient.bmi": 27.5 } },
  });
});

describe("names what is wrong", () => {
  it.each<[string, object, string[]]>([
    ["an unknown fact", { facts: { "patient.weight": 80 } }, ["facts.patient.weight: unknown fact"]],
    ["a wrong type", { facts: { "patient.bmi": "27" } }, ['facts.patient.bmi: "27"']],
    ["a value out of range", { facts: { "patient.bmi": 300 } }, ["facts.patient.bmi: 300"]],
    ["a fraction for a whole number", { facts: { "stage.kellgren-lawrence": 2.5 } }, ["facts.stage.kellgren-lawrence: 2.5"]],
    ["an unknown code", { facts: { "stage.arco-2019": "IIIC" } }, ['facts.stage.arco-2019: "IIIC"']],
    ["a null", { facts: { "patient.pregnant": null } }, ["facts.patient.pregnant: null (leave out what nobody recorded)"]],
    ["a date after asOf", { asOf: "2026-11-01", facts: { "imaging.mri-date": "2026-11-02" } }, ['facts.imaging.mri-date: "2026-11-02"']],
    ["a day that does not exist", { facts: { "imaging.mri-date": "2026-02-30" } }, ['facts.imaging.mri-date: "2026-02-30"']],
    ["an evaluation of tomorrow", { asOf: "2026-11-22" }, ['asOf: "2026-11-22"']],
    ["a missing side", { hip: {} }, ["hip.side: nothing"]],
    ["a third side", { hip: { side: "both" } }, ['hip.side: "both"']],
    ["no hip", { hip: undefined }, ["hip: nothing"]],
    ["another schema", { schema: "calcar-evaluation/2" }, ['schema: "calcar-evaluation/2"']],
    ["an unknown field", { patient: "x" }, ["patient: unknown field"]],
    ["facts as a list", { facts: [] }, ["facts: a list"]],
  ])("%s", (_, change, expected) => expect(problems(evaluation(change))).toEqual(expected));

  it("every problem at once", () => {
    expect(problems(evaluation({ hip: {}, facts: { "patient.bmi": 9, "patient.sex": "unknown" } }))).toHaveLength(3);
  });
  it("a hostile key", () => {
    const text = `{"schema":"calcar-evaluation/1","asOf":"${TODAY}","hip":{"side":"left"},"facts":{"__proto__":{"polluted":true},"constructor":1}}`;
    expect(problems(text)).toEqual(["facts.__proto__: unknown fact", "facts.constructor: unknown fact"]);
  });
  it("a fact stated twice, of which neither may win", () => {
    const text = `{"schema":"calcar-evaluation/1","asOf":"${TODAY}","hip":{"side":"left"},"facts":{"patient.bmi":27,"patient.bmi":45}}`;
    expect(problems(text)).toEqual(["facts.patient.bmi: stated twice"]);
  });
});

describe("refuses what is not an evaluation", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "evaluation: empty"],
    ["no JSON", "facts: {}", "evaluation: not JSON"],
    ["half a JSON", '{"schema":\n "calcar', "not JSON"],
    ["a number", "42", "evaluation: 42"],
    ["null", "null", "evaluation: null (leave out what nobody recorded)"],
    ["invalid UTF-8", new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), "evaluation: invalid UTF-8"],
    ["5 MB", new Uint8Array(5_000_000).fill(32), "evaluation: 5000000 bytes"],
  ])("%s", (_, text, expected) => expect(problems(text).join()).toContain(expected));
});

it("answers any bytes with an evaluation or with problems, never with an exception", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => new TextEncoder().encode(json)),
      ),
      (bytes) => {
        const result = read(bytes);
        return result.ok || result.problems.length > 0;
      },
    ),
  );
});
