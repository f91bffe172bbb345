import fc from "fast-check";
import { expect, it } from "vitest";
import { letterRuns } from "./letters.ts";

it("cuts a text where another part of the typeface is needed", () => {
  expect(letterRuns("“Cells” β-cell лечение")).toEqual({
    runs: [
      { part: "latin", text: "“Cells” " },
      { part: "greek", text: "β" },
      { part: "latin", text: "-cell " },
      { part: "cyrillic", text: "лечение" },
    ],
    unprinted: 0,
  });
});

it("prints a question mark for what the typeface lacks, and counts it", () => {
  expect(letterRuns("干细胞 ok")).toEqual({ runs: [{ part: "latin", text: "??? ok" }], unprinted: 3 });
});

it("leaves out what nobody sees", () => expect(letterRuns("a\u0000b\u200bc\u202ed").runs).toEqual([{ part: "latin", text: "abcd" }]));

it("loses no letter that can be printed, whatever is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { runs, unprinted } = letterRuns(text);
      const printed = runs.map((run) => run.text).join("");
      const seen = [...text].filter((letter) => !/[\p{Cc}\p{Cf}]|\p{Variation_Selector}/u.test(letter) || letter === "\t");
      expect([...printed]).toHaveLength(seen.length);
      expect(unprinted).toBeLessThanOrEqual(seen.length);
    }),
  );
});
