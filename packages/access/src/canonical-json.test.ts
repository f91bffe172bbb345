import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, type Json } from "./canonical-json.ts";

// RFC 8785, section 3.2.2 (numbers, strings, literals) and section 3.2.3 (order of keys).
it("spells the example of RFC 8785 as the RFC prints it", () => {
  const example = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  expect(canonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

it("orders keys by their UTF-16 code units, as RFC 8785 prints", () => {
  const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
  const spelled = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  expect(Object.keys(JSON.parse(spelled)).filter((key) => key !== "1")).toEqual([
    "\r",
    "\u0080",
    "\u00f6",
    "\u20ac",
    "\ud83d\ude00",
    "\ufb33",
  ]);
  expect(spelled.indexOf('"\\r"')).toBeLessThan(spelled.indexOf('"1"'));
});

it.each<[string, unknown]>([
  ["undefined", { a: undefined }],
  ["NaN", { a: Number.NaN }],
  ["an infinity", [Number.POSITIVE_INFINITY]],
  ["a date", { at: new Date(0) }],
  ["a lone surrogate", "\ud800"],
  ["a lone surrogate in a key", { "\udc00": 1 }],
  ["a big integer", 1n],
])("throws on %s", (_name, value) => {
  expect(() => canonicalJson(value as Json)).toThrow(TypeError);
});

const json = fc.jsonValue().filter((value) => JSON.stringify(value).isWellFormed()) as fc.Arbitrary<Json>;

it("reads back as the value it spells, and spells that the same", () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      return canonicalJson(JSON.parse(text)) === text && JSON.stringify(JSON.parse(text)).length === text.length;
    }),
  );
});

it("does not depend on the order in which keys were written", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), json), (object) => {
      return canonicalJson(object) === canonicalJson(Object.fromEntries(Object.entries(object).reverse()));
    }),
  );
});
