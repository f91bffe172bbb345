import { describe, expect, it } from "vitest";
import { keysOf, pruned, valueAt, withValue } from "./place.ts";

const draft = { id: "x", outcomes: [{ type: "value", report: { as: "mean-sd", mean: { value: "3.10" } } }] };

it("reads a place as the server names it", () => {
  expect(keysOf("outcomes[0].report.mean.value")).toEqual(["outcomes", 0, "report", "mean", "value"]);
  expect(valueAt(draft, "outcomes[0].report.mean.value")).toBe("3.10");
  expect(valueAt(draft, "outcomes[4].report.mean")).toBeUndefined();
});

describe("a draft with something else at a place", () => {
  it("leaves the old one as it was", () => {
    const next = withValue(draft, "outcomes[0].report.mean.value", "4");
    expect(valueAt(next, "outcomes[0].report.mean.value")).toBe("4");
    expect(valueAt(draft, "outcomes[0].report.mean.value")).toBe("3.10");
  });
  it("makes what is missing on the way", () =>
    expect(withValue({}, "arms[0].hips.value", "13")).toEqual({ arms: [{ hips: { value: "13" } }] }));
  it("adds to the end of a list", () =>
    expect(withValue({ arms: [{ name: "a" }] }, "arms[1].name", "b")).toEqual({ arms: [{ name: "a" }, { name: "b" }] }));
  it("replaces in the middle of a list", () =>
    expect(withValue({ list: ["a", "b", "c"] }, "list[1]", "x")).toEqual({ list: ["a", "x", "c"] }));
  it("takes away what is set to nothing", () => {
    expect(withValue(draft, "id", undefined)).toEqual({ outcomes: draft.outcomes });
    expect(withValue({ list: ["a", "b", "c"] }, "list[1]", undefined)).toEqual({ list: ["a", "c"] });
  });
});

it("prunes what a form leaves behind, and keeps an empty list", () => {
  expect(pruned({ id: " ", paper: { title: "", year: "2020" }, hips: { value: "" }, limitations: [], ok: false })).toEqual({
    paper: { year: "2020" },
    limitations: [],
    ok: false,
  });
  expect(pruned({ outcomes: [{ report: { mean: { how: "" } } }] })).toEqual({ outcomes: [{}] });
});
