import { describe, expect, it } from "vitest";
import { calcar } from "./testing.ts";

const EVALUATION = { schema: "calcar-evaluation/1", asOf: "2026-11-21", hip: { side: "left" }, facts: {} };

describe("assess", () => {
  it("reads standard input", async () => {
    const { status, out } = await calcar(["assess", "-", "--format", "json"], JSON.stringify(EVALUATION));
    expect([status, JSON.parse(out).answer]).toEqual([0, "cannot-say"]);
  });

  it.each<[string, string, string]>([
    ["an unknown fact", JSON.stringify({ ...EVALUATION, facts: { "patient.weight": 80 } }), "facts.patient.weight: unknown fact"],
    ["a future date", JSON.stringify({ ...EVALUATION, asOf: "2031-01-01" }), 'asOf: "2031-01-01"'],
    ["no side", JSON.stringify({ ...EVALUATION, hip: {} }), "hip.side: nothing; expected left or right"],
    ["no JSON", "{", "not JSON"],
    ["nothing", "", "empty"],
  ])("exits 2 on %s, names it, and prints no recommendation", async (_, stdin, expected) => {
    const { status, out, err } = await calcar(["assess", "-"], stdin);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(expected);
  });

  it("shows control characters of its input as what they are, on one line each", async () => {
    const { err } = await calcar(["assess", "-"], JSON.stringify({ ...EVALUATION, facts: { "\u001b[31mred\nforged: line": 1 } }));
    expect(err).toContain("facts.\\u001b[31mred\\u000aforged: line: unknown fact");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect((await calcar(["\u001b[2J"])).err).toContain("\\u001b[2J");
  });

  it("prints one line per problem", async () => {
    const { err } = await calcar(
      ["assess", "-"],
      JSON.stringify({ ...EVALUATION, hip: {}, facts: { "patient.bmi": 1, "patient.sex": 2 } }),
    );
    expect(err.trimEnd().split("\n")).toHaveLength(3);
  });
});

describe("the command line itself", () => {
  it.each<[string[], string]>([
    [["assess"], "assess takes one FILE"],
    [["assess", "a", "b"], "assess takes one FILE"],
    [["assess", "-", "--format", "xml"], "--format xml: unknown; expected text or json"],
    [["assess", "-", "--colour"], "--colour"],
    [["asses"], 'no command "asses"'],
    [["__proto__"], 'no command "__proto__"'],
  ])("%j exits 2 with one line", async (argv, expected) => {
    const { status, out, err } = await calcar(argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("helps, with an example for each command", async () => {
    const help = await calcar(["--help"]);
    expect(help.status).toBe(0);
    for (const [, command] of help.out.matchAll(/^ {2}(\w+) {2,}\S/gm)) {
      if (command === "calcar") continue;
      const { status, out } = await calcar([command!, "--help"]);
      expect([command, status]).toEqual([command, 0]);
      expect(out).toContain("npm run -s calcar --");
    }
  });
});
