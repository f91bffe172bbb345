import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { score } from "../score/score.ts";
import { valueSetForTests } from "../testing.ts";
import { fingerprint } from "./fingerprint.ts";
import { readValueSet } from "./read-value-set.ts";

const eq5d = catalog.instruments.get("eq-5d-5l")!;
const FILE = {
  schema: "calcar-value-set/1",
  id: "x-2020",
  instrument: "eq-5d-5l",
  country: "X",
  source: "a paper",
  licence: "a number",
  fullHealth: 1,
  anyProblem: 0,
  decrements: Object.fromEntries(["mo", "sc", "ua", "pd", "ad"].map((code) => [code, [0, 0.1, 0.2, 0.3, 0.4]])),
};
const problems = (change: object) => {
  const read = readValueSet(eq5d, JSON.stringify({ ...FILE, ...change }));
  return read.ok ? [] : read.problems.map(({ place, problem, expected }) => `${place}: ${problem}; expected ${expected}`);
};

it("values every profile by what each level takes away", () => {
  const read = readValueSet(eq5d, JSON.stringify(FILE));
  expect(read.ok && [read.value.index("11111"), read.value.index("21111"), read.value.range]).toEqual([1, 0.9, [-1, 1]]);
});

it("reproduces the 3,125 values of Belgium from a constant and one amount for each level, three of them published apart", () => {
  const be = valueSetForTests(eq5d, "be-2022");
  expect(["33333", "55555", "15421"].map((profile) => be.index(profile))).toEqual([
    expect.closeTo(0.576553031441399, 12),
    expect.closeTo(-0.531645728835225, 12),
    expect.closeTo(0.587383672120598, 12),
  ]);
});

it("takes nothing from full health, and the constant from every other state", () => {
  const be = valueSetForTests(eq5d, "be-2022");
  expect(be.index("11111")).toBe(1);
  expect(be.index("11112")).toBeCloseTo(0.90130003574061, 12); // awell-score c37843e, value set of Belgium
});

it("names the value set with the index: its range and its digest", () => {
  const answers = { mo: 1, sc: 5, ua: 4, pd: 2, ad: 1 };
  const [pl, be] = ["pl-2019", "be-2022"].map((id) => score(eq5d, answers, { valueSet: valueSetForTests(eq5d, id) }).scores.index!);
  expect([pl!.value, pl!.range]).toEqual([0.609, [-0.59, 1]]);
  expect(pl!.tableDigest).not.toBe(be!.tableDigest);
});

it("refuses the value set of another instrument", () => {
  const set = { ...valueSetForTests(eq5d, "pl-2019"), instrument: "eq-5d-3l", digest: "other" };
  expect(score(eq5d, { mo: 1, sc: 1, ua: 1, pd: 1, ad: 1 }, { valueSet: set }).scores.index?.refusal?.code).toBe(
    "value-set-of-another-instrument",
  );
});

describe("names what is wrong with a file", () => {
  it.each<[string, object, string]>([
    ["no licence", { licence: "" }, 'licence: ""; expected a text'],
    ["another instrument", { instrument: "eq-5d-3l" }, "instrument: eq-5d-3l; expected eq-5d-5l"],
    [
      "a dimension without numbers",
      { decrements: { ...FILE.decrements, ad: [0, 0.1] } },
      "decrements.ad: [0,0.1]; expected 5 numbers, the first 0",
    ],
    ["a dimension nobody knows", { decrements: { ...FILE.decrements, xx: [0] } }, "decrements.xx: unknown item"],
    ["numbers as texts", { fullHealth: "1" }, 'fullHealth: "1"; expected a number'],
    ["neither index nor decrements", { decrements: undefined }, "index: index and decrements; expected one of the two"],
    [
      "an index with gaps",
      { decrements: undefined, index: { 11111: 1 } },
      "index: 3124 profiles are missing, 11112 first; expected all 3125",
    ],
    ["a field nobody knows", { note: "x" }, "note: unknown field"],
  ])("%s", (_, change, expected) => expect(problems(change).join("\n")).toContain(expected));
});

it("tells contents apart", () => {
  // FNV-1a, 64 bits: the published values of the empty text and of "a"
  expect([fingerprint(""), fingerprint("a")]).toEqual(["cbf29ce484222325", "af63dc4c8601ec8c"]);
});
