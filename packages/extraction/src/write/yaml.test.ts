import { readDocument } from "@calcar/catalog";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { scalar, yamlOf } from "./yaml.ts";

it.each([
  ["plain words", "plain words"],
  ["CD+BMAC", "CD+BMAC"],
  ["yes", '"yes"'],
  ["Null", '"Null"'],
  ["12", '"12"'],
  ["2026-11-21", '"2026-11-21"'],
  ["a: b", '"a: b"'],
  ["- a", '"- a"'],
  ["a # b", '"a # b"'],
  ["a, b", '"a, b"'],
  ["", '""'],
  ['he said "no"', '"he said \\"no\\""'],
])("writes the text %j as %s", (text, written) => expect(scalar(text)).toBe(written));

it("writes short maps and lists of words on one line, long ones below each other, comments above what they are about", () => {
  const value = {
    id: "a",
    ground: { source: "x", at: "Table 2, p. 5" },
    list: ["one", "two"],
    product: {},
    parts: [{ n: 1, in: { x: 0.5 } }],
  };
  const comments = new Map([
    ["", ["read by\nsomebody"]],
    ["parts[0]", ["n: counted"]],
    ["parts[0].in", ["half"]],
  ]);
  expect(yamlOf(value, new Set(["ground"]), comments)).toBe(`# read by somebody
id: a
ground: { source: x, at: "Table 2, p. 5" }
list: [one, two]
product: {}
parts:
  # n: counted
  - n: 1
    # half
    in:
      x: 0.5
`);
});

it("gives back any text and number that it wrote", () => {
  const text = fc.string({ unit: "binary", maxLength: 40 }).filter((one) => one.isWellFormed() && !/\p{Cc}|\ufeff/u.test(one));
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0); // YAML has no -0
  const value = fc.record({ text, list: fc.array(text, { maxLength: 3 }), number: finite });
  fc.assert(
    fc.property(value, (one) => {
      const written = yamlOf({ ...one, inner: one, ground: one }, new Set(["ground"]), new Map([["inner", [one.text]]]));
      const read = readDocument("it", written, z.any());
      expect(read).toEqual({ ok: true, value: { ...one, inner: one, ground: one } });
    }),
    { numRuns: 100 },
  );
});
