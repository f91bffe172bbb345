import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits, type Edits, editFact, isEmpty, joinEdits, NO_EDITS, type Stated } from "./edits.ts";

const FACTS = ["a", "b", "c", "d"];
const value = fc.oneof(fc.boolean(), fc.integer(), fc.constantFrom("x", "y"));
const stated: fc.Arbitrary<Stated> = fc.record({
  asOf: fc.constantFrom("2026-11-20", "2026-11-21"),
  facts: fc.dictionary(fc.constantFrom(...FACTS), value, { noNullPrototype: true }),
});
const change = fc.record({ fact: fc.constantFrom(...FACTS), value: fc.option(value, { nil: undefined }) });
const edits: fc.Arbitrary<Edits> = fc
  .array(change)
  .map((changes) => changes.reduce((all, { fact, value }) => editFact(all, fact, value), NO_EDITS));

it("keeps the last word on a fact", () => {
  const thrice = editFact(editFact(editFact(NO_EDITS, "a", 1), "a", undefined), "a", 2);
  expect(thrice).toEqual({ set: { a: 2 }, clear: [] });
  expect(editFact(thrice, "a", undefined)).toEqual({ set: {}, clear: ["a"] });
});

it("knows false and 0 from not recorded", () => {
  const record = { asOf: "2026-11-21", facts: { a: true, b: 4, c: "x" } };
  const changed = editFact(editFact(editFact(NO_EDITS, "a", false), "b", 0), "c", undefined);
  expect(applyEdits(record, changed).facts).toEqual({ a: false, b: 0 });
});

it("joins two batches into one that does the same as one after the other", () => {
  fc.assert(
    fc.property(stated, edits, edits, (record, first, second) => {
      expect(applyEdits(record, joinEdits(first, second))).toEqual(applyEdits(applyEdits(record, first), second));
    }),
  );
});

it("never both sets and clears a fact", () => {
  fc.assert(
    fc.property(edits, edits, (first, second) => joinEdits(first, second).clear.every((fact) => !(fact in joinEdits(first, second).set))),
  );
});

it("changes nothing when empty", () => {
  expect(isEmpty(NO_EDITS)).toBe(true);
  fc.assert(
    fc.property(stated, (record) => {
      expect(applyEdits(record, NO_EDITS)).toEqual(record);
    }),
  );
});
