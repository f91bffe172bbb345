import fc from "fast-check";
import { expect, it } from "vitest";
import { dinCheckCharacter, dinCheckValue, isDinChecked } from "./din.ts";

// group "ISBT 128 DIN check character" of the reference vectors
it.each([
  ["G123498654321", 17, "H", "77", "worked example of the Red Book, annex 2"],
  ["A999926000001", 8, "8", "68", "a separate Python scorer"],
  ["A999926123456", 29, "T", "89", "a separate Python scorer"],
  ["W123426000042", 5, "5", "65", "a separate Python scorer"],
  ["S000026999999", 16, "G", "76", "a separate Python scorer"],
])("%s has the check value %i", (...[din, value, character, flag]) => {
  expect(dinCheckValue(din)).toBe(value);
  expect(dinCheckCharacter(din)).toBe(character);
  expect(String(60 + dinCheckValue(din)!)).toBe(flag);
});

it("does not take two digits that changed places (separate Python scorer: the number's own is Y)", () => {
  expect(isDinChecked("G123489654321", "H")).toBe(false);
  expect(dinCheckCharacter("G123489654321")).toBe("Y");
});

it("finds every single wrong digit and every swap of neighbours in the sequence", () => {
  const digits = fc.stringMatching(/^\d{8}$/);
  fc.assert(
    fc.property(digits, fc.nat(7), fc.nat(9), (rest, place, digit) => {
      fc.pre(rest[place] !== String(digit));
      const wrong = rest.slice(0, place) + digit + rest.slice(place + 1);
      return dinCheckCharacter(`A9999${rest}`) !== dinCheckCharacter(`A9999${wrong}`);
    }),
  );
  fc.assert(
    fc.property(digits, fc.nat(6), (rest, place) => {
      fc.pre(rest[place] !== rest[place + 1]);
      const swapped = rest.slice(0, place) + rest[place + 1] + rest[place] + rest.slice(place + 2);
      return dinCheckCharacter(`A9999${rest}`) !== dinCheckCharacter(`A9999${swapped}`);
    }),
  );
});

it.each(["", "G12349865432", "G1234986543210", "g123498654321", "G12349865432X"])("refuses %j", (din) =>
  expect(dinCheckCharacter(din)).toBeUndefined(),
);
