import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dinCheckCharacter, dinCheckValue, isDinChecked } from "./din.ts";

const reference = new URL("../../../reference/instruments/identifiers.json", import.meta.url);
const { din: worked } = JSON.parse(readFileSync(reference, "utf8")) as { din: Worked[] };
interface Worked {
  readonly din: string;
  readonly character: string;
  readonly value?: number;
  readonly flag?: string;
  readonly typed?: string; // a character that is not the number's own
  readonly origin: string;
}

it.each(worked)("$din has the check character $character ($origin)", ({ din, character, value, flag, typed }) => {
  expect(dinCheckCharacter(din)).toBe(character);
  expect(isDinChecked(din, character)).toBe(true);
  if (value !== undefined) expect(dinCheckValue(din)).toBe(value);
  if (flag !== undefined) expect(String(60 + dinCheckValue(din)!)).toBe(flag);
  if (typed !== undefined) expect(isDinChecked(din, typed)).toBe(false);
});

it("knows six worked numbers", () => expect(worked).toHaveLength(6));

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
