import { expect, it } from "vitest";
import { pageProblem } from "./page-problem.ts";

it("says what is wrong with a file and what was expected", () => {
  expect(pageProblem({ kind: "invalid", code: "encrypted" }, "page.pdf")).toEqual({
    place: "page.pdf",
    problem: "is encrypted",
    expected: "a file without a password",
  });
});

it("names what is missing, and a code it has no sentence for", () => {
  expect(pageProblem({ kind: "invalid", code: "unknown-encoding", missing: ["utf-32"] }, "x").problem).toBe(
    "is in an encoding that is not known (utf-32)",
  );
  expect(pageProblem({ kind: "invalid", code: "never-seen" }, "x").problem).toBe("never seen");
});
