import { describe, expect, it } from "vitest";
import { badRows, codeLabels, type FollowUp, followUpByGroup, followUpProblem, requireLength, rowsOf, takeRows } from "./follow-up.ts";

const refusal = (kind: string, code: string, missing?: string[]) => ({ ok: false, refusal: { kind, code, ...(missing && { missing }) } });

describe("follow-up", () => {
  it("is usable with finite times, known status, entry before time and positive weights", () => {
    expect(followUpProblem({ time: [-1, 0, 5], status: [0, 1, 0], entry: [-2, -1, 4.9], weights: [0.1, 1, 3] })).toBeUndefined();
  });

  it.each<[FollowUp, object]>([
    [{ time: [], status: [] }, refusal("incomplete", "no-rows")],
    [{ time: [1, Infinity], status: [1, 0] }, refusal("invalid", "time", ["row 1"])],
    [{ time: [1, 2, 3], status: [0.5, 1, 2] }, refusal("invalid", "status", ["row 0", "row 2"])],
    [{ time: [1, 2], status: [1, 0], entry: [1, 0] }, refusal("invalid", "entry", ["row 0"])],
    [{ time: [1, 2], status: [1, 0], entry: [0, -Infinity] }, refusal("invalid", "entry", ["row 1"])],
    [{ time: [1, 2], status: [1, 0], weights: [1, 0] }, refusal("invalid", "weights", ["row 1"])],
    [{ time: [1, 2], status: [1, 0], weights: [Infinity, 1] }, refusal("invalid", "weights", ["row 0"])],
  ])("%j is refused with the rows at fault", (data, expected) => {
    expect(followUpProblem(data)).toEqual(expected);
  });

  it("takes another rule for the status", () => {
    expect(followUpProblem({ time: [1], status: [7] }, (value) => value === 7)).toBeUndefined();
  });

  it.each(["status", "entry", "weights"])("throws when %s is of another length, naming both", (name) => {
    const data = { time: [1, 2], status: [1, 1], [name]: [1] };
    expect(() => followUpProblem(data)).toThrow(new RangeError(`${name} has 1 values, time has 2`));
  });

  it("needs no column that is absent", () => {
    expect(() => requireLength("entry", undefined, 3)).not.toThrow();
  });

  it("names twenty rows at most", () => {
    const problem = badRows("time", new Array(30).fill(Number.NaN), Number.isFinite);
    expect(problem).toEqual(
      refusal(
        "invalid",
        "time",
        Array.from({ length: 20 }, (_, i) => `row ${i}`),
      ),
    );
  });
});

describe("groups", () => {
  it("are coded by ascending number, or by first appearance where one is a word", () => {
    expect(codeLabels([10, 9, 10, 100])).toEqual({ codes: Uint32Array.of(1, 0, 1, 2), labels: [9, 10, 100] });
    expect(codeLabels(["b", "a", "b"])).toEqual({ codes: Uint32Array.of(0, 1, 0), labels: ["b", "a"] });
    expect(codeLabels([3, 1, "a"])).toEqual({ codes: Uint32Array.of(0, 1, 2), labels: [3, 1, "a"] });
  });

  it.each([Number.NaN, Infinity])("cannot be called %d", (label) => {
    expect(() => codeLabels([1, label])).toThrow(new RangeError(`row 1 has the label ${label}`));
  });

  it("need a label for every row", () => {
    expect(() => followUpByGroup({ time: [1, 2], status: [0, 1] }, ["a"])).toThrow(new RangeError("group has 1 values, time has 2"));
  });

  it("give back their rows in order", () => {
    const coded = codeLabels(["b", "a", "b", "b"]);
    expect(rowsOf(coded, 0)).toEqual(Uint32Array.of(0, 2, 3));
    expect(rowsOf(coded, 1)).toEqual(Uint32Array.of(1));
    expect(takeRows([5, 6, 7, 8], rowsOf(coded, 0))).toEqual(Float64Array.of(5, 7, 8));
  });

  it("have no entry and no weights when the table has none", () => {
    const [only] = followUpByGroup({ time: [1, 2], status: [0, 1] }, ["a", "a"]);
    expect(Object.keys(only!.data)).toEqual(["time", "status"]);
  });
});
