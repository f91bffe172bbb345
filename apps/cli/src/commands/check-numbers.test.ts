import { expect, it } from "vitest";
import { calcar } from "../testing.ts";

const LIST = "- { kind: parts, says: hips by arm, parts: [23, 23], total: 46 }\n";

it("finds what does not add up, says what would, and exits 1", async () => {
  const { status, out } = await calcar(["check-numbers", "examples/printed-statistics.yaml"]);
  expect(status).toBe(1);
  expect(out).toContain("7 statements: 6 do not add up, 0 cannot be told, 1 add up.");
  expect(out).toContain("would fit: -10.92 (-21.41 to -0.43)");
  expect(out).toContain("p < .00001 does not fit the interval, which gives 0.0142 to 0.0169");
  expect(out).toContain("265 + 263 is 528, not 579");
});

it("exits 0 when everything adds up, and when nobody can tell", async () => {
  expect((await calcar(["check-numbers", "-"], LIST)).status).toBe(0);
  const { status, out } = await calcar(["check-numbers", "-"], "- { kind: share, says: replaced, percent: 24 }\n");
  expect(status).toBe(0);
  expect(out).toContain("missing: the total");
});

it("reads a study file of the knowledge", async () => {
  const { status, out } = await calcar(["check-numbers", "knowledge/studies/ruane-2021/study.yaml", "--format", "json"]);
  expect(status).toBe(1);
  const wrong = JSON.parse(out).checked.filter(({ verdict }: { verdict: string }) => verdict === "disagrees");
  expect(wrong).toMatchObject([{ says: "nprs-change-12-bmac-plus-prp, BMAC + PRP, change", tests: expect.anything() }]);
});

it("takes JSON", async () => {
  const { status, out } = await calcar(
    ["check-numbers", "-", "--format", "json"],
    JSON.stringify([{ kind: "same", says: "n", values: [45, 43] }]),
  );
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ checked: [{ says: "n", kind: "same", verdict: "disagrees" }] });
});

it.each<[string, string[], string, string]>([
  ["no file", ["check-numbers"], "", "check-numbers takes one FILE, or - for standard input"],
  ["an unknown kind", ["check-numbers", "-"], "- { kind: guess, says: x }\n", "standard input:1: "],
  ["no list", ["check-numbers", "-"], "kind: parts\n", "expected a list"],
  ["an empty list", ["check-numbers", "-"], "[]\n", "expected at least 1"],
  ["a count that is none", ["check-numbers", "-"], "- { kind: parts, says: x, parts: [1.5, 2], total: 3 }\n", "standard input:1: "],
  ["no YAML", ["check-numbers", "-"], "- [", "is not readable YAML"],
])("refuses %s with exit 2", async (_what, argv, stdin, expected) => {
  const { status, out, err } = await calcar(argv, stdin);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(expected);
});

it("names every problem of a list at once", async () => {
  const { err } = await calcar(
    ["check-numbers", "-"],
    "- { kind: share, says: x, percent: many }\n- { kind: parts, says: y, parts: [1], total: 1 }\n",
  );
  expect(err.trimEnd().split("\n")).toHaveLength(2);
});

it("shows an example in its help", async () => {
  const { status, out } = await calcar(["check-numbers", "--help"]);
  expect(status).toBe(0);
  expect(out).toContain("npm run -s calcar -- check-numbers examples/printed-statistics.yaml");
});

it("never lets a label steer the terminal", async () => {
  const { out } = await calcar(["check-numbers", "-"], '- { kind: parts, says: "x\\u001b[2J", parts: [1, 2], total: 3 }\n');
  expect(out).not.toContain("\u001b");
});
