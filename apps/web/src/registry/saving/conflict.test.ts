import fc from "fast-check";
import { expect, it } from "vitest";
import { type Choices, conflictRows, DAY, firstChoices, isDecided, mergeEdits } from "./conflict.ts";
import { applyEdits, type Stated } from "./edits.ts";

const value = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 3 }), fc.constantFrom("x", "y"));
const stated: fc.Arbitrary<Stated> = fc.record({
  asOf: fc.constantFrom("2026-11-19", "2026-11-20", "2026-11-21"),
  facts: fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), value, { noNullPrototype: true }),
});
const chosen: fc.Arbitrary<Choices> = fc.record({
  [DAY]: fc.constantFrom("mine", "theirs"),
  a: fc.constantFrom("mine", "theirs"),
  b: fc.constantFrom("mine", "theirs"),
  c: fc.constantFrom("mine", "theirs"),
  d: fc.constantFrom("mine", "theirs"),
  e: fc.constantFrom("mine", "theirs"),
});
const at = ({ asOf, facts }: Stated, place: string) => (place === DAY ? asOf : facts[place]);

it("lists what differs and who moved it", () => {
  const before = { asOf: "2026-11-20", facts: { bmi: 24, age: 38, sex: "male" } };
  const mine = { asOf: "2026-11-20", facts: { bmi: 25, age: 38, sex: "male", tobacco: "never" } };
  const theirs = { asOf: "2026-11-21", facts: { bmi: 26, age: 38 } };
  expect(conflictRows(before, mine, theirs)).toEqual([
    { place: DAY, before: "2026-11-20", mine: "2026-11-20", theirs: "2026-11-21", changedBy: "them" },
    { place: "bmi", before: 24, mine: 25, theirs: 26, changedBy: "both" },
    { place: "sex", before: "male", mine: "male", theirs: undefined, changedBy: "them" },
    { place: "tobacco", before: undefined, mine: "never", theirs: undefined, changedBy: "me" },
  ]);
});

it("asks about nothing when both made the same change", () => {
  const both = { asOf: "2026-11-20", facts: { bmi: 25 } };
  expect(conflictRows({ asOf: "2026-11-20", facts: { bmi: 24 } }, both, both)).toEqual([]);
});

it("gives every place the value that was chosen and leaves all others alone", () => {
  fc.assert(
    fc.property(stated, stated, stated, chosen, (before, mine, theirs, choices) => {
      const rows = conflictRows(before, mine, theirs);
      const merged = applyEdits(theirs, mergeEdits(rows, choices));
      for (const { place } of rows) expect(at(merged, place)).toBe(at(choices[place] === "mine" ? mine : theirs, place));
      for (const place of ["a", "b", "c", "d", "e"])
        if (!rows.some((row) => row.place === place)) expect(merged.facts[place]).toBe(mine.facts[place]);
    }),
  );
});

it("loses neither side's lone changes when nobody touches the first choices", () => {
  fc.assert(
    fc.property(stated, stated, stated, (before, mine, theirs) => {
      const rows = conflictRows(before, mine, theirs);
      const choices = { ...Object.fromEntries(rows.map(({ place }) => [place, "theirs"] as const)), ...firstChoices(rows) };
      const merged = applyEdits(theirs, mergeEdits(rows, choices));
      for (const { place, changedBy } of rows) expect(at(merged, place)).toBe(at(changedBy === "me" ? mine : theirs, place));
    }),
  );
});

it("refuses to merge while a place that both changed is undecided", () => {
  const rows = conflictRows({ asOf: "d", facts: { a: 1 } }, { asOf: "d", facts: { a: 2 } }, { asOf: "d", facts: { a: 3 } });
  expect(isDecided(rows, firstChoices(rows))).toBe(false);
  expect(() => mergeEdits(rows, firstChoices(rows))).toThrow("no choice for a");
});
