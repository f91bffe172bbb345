import { expect, it } from "vitest";
import { z } from "zod";
import { readDocument } from "./read-document.ts";

const Figures = z.array(z.strictObject({ says: z.string(), n: z.int() }));

it("reads YAML and JSON alike", () => {
  const value = [{ says: "hips", n: 12 }];
  expect(readDocument("x.yaml", "- says: hips\n  n: 12\n", Figures)).toEqual({ ok: true, value });
  expect(readDocument("x.json", JSON.stringify(value, null, 2), Figures)).toEqual({ ok: true, value });
});

it("names every problem with its line and what was expected", () => {
  expect(readDocument("x.yaml", "- says: hips\n  n: twelve\n- says: 3\n  m: 1\n  n: 1\n", Figures)).toEqual({
    ok: false,
    problems: [
      { place: "x.yaml:2", problem: '[0].n is "twelve"', expected: "a number" },
      { place: "x.yaml:3", problem: "[1].says is 3", expected: "a text" },
      { place: "x.yaml:4", problem: "unknown key m", expected: "one of says, n" },
    ],
  });
});

it("names the line where it is no YAML at all", () => {
  expect(readDocument("standard input", "- says: [hips\n", Figures)).toMatchObject({
    ok: false,
    problems: [{ place: expect.stringMatching(/^standard input:\d+$/), problem: expect.stringContaining("is not readable YAML") }],
  });
});
