import fc from "fast-check";
import { expect, it } from "vitest";
import { readNumber } from "./read-number.ts";

const bmi = { type: "number", range: [10, 90] } as const;
const days = { type: "integer", range: [0, 36500] } as const;

it.each([
  ["24.5", 24.5],
  [" 24 ", 24],
  ["10", 10],
  ["90.0", 90],
  ["+30", 30],
])("reads %j", (text, value) => expect(readNumber(text, bmi)).toEqual({ kind: "value", value }));

it.each([
  ["", "empty"],
  ["   ", "empty"],
  ["9.9", "out-of-range"],
  ["90.1", "out-of-range"],
  ["abc", "not-a-number"],
  ["2e1", "not-a-number"],
  ["0x20", "not-a-number"],
  ["24 5", "not-a-number"],
  ["24.5 kg", "not-a-number"],
  ["Infinity", "not-a-number"],
  ["1,234.5", "not-a-number"],
])("does not take %j for a value: %s", (text, kind) => expect(readNumber(text, bmi)).toEqual({ kind }));

it("explains a decimal comma instead of guessing", () => expect(readNumber("24,5", bmi)).toEqual({ kind: "comma", meant: "24.5" }));

it("asks for a whole number of days", () => {
  expect(readNumber("14.5", days)).toEqual({ kind: "not-whole" });
  expect(readNumber("14.0", days)).toEqual({ kind: "value", value: 14 });
});

it("reads minus nought as nought", () => expect(Object.is((readNumber("-0", days) as { value: number }).value, 0)).toBe(true));

it("reads back every number that the form can show", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 900 }), (tenths) => {
      expect(readNumber(String(tenths / 10), bmi)).toEqual({ kind: "value", value: tenths / 10 });
    }),
  );
});
