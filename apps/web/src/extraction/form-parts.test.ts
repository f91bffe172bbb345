import { expect, it } from "vitest";
import { inOrder, openIn, partOf, readPart } from "./form-parts.ts";

const at = (place: string) => ({ place, problem: "missing", expected: "something" });

it("knows the part of the form in which a place is mended", () => {
  expect(
    ["paper.title", "id", "hips.value", "arms[1].name", "outcomes", "outcomes[3].report.mean.how", "limitations", "design"].map(partOf),
  ).toEqual(["paper", "paper", "study", "arms", "outcomes", "outcomes", "harms", "study"]);
});

it("counts and orders what is open as the form is read", () => {
  const problems = [at("stillValidOn"), at("outcomes[0].unit"), at("id"), at("outcomes[1].unit")];
  expect(openIn(problems, "outcomes")).toBe(2);
  expect(inOrder(problems).map(({ place }) => place)).toEqual(["id", "outcomes[0].unit", "outcomes[1].unit", "stillValidOn"]);
});

it("takes no part from the address that there is not", () => {
  expect(readPart({ part: "arms" })).toEqual({ part: "arms" });
  expect(readPart({ part: "legs" })).toEqual({});
});
