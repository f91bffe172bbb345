import fc from "fast-check";
import { expect, it } from "vitest";
import { repeatedKeys } from "./repeated-keys.ts";

it.each<[string, string[]]>([
  ['{"a":1,"b":2}', []],
  ['{"a":1,"a":2}', ["a"]],
  ['{"a":{"x":1},"b":{"x":2}}', []],
  ['{"a":{"x":1,"y":2,"x":3}}', ["a.x"]],
  ['{"a":"\\"a\\":1","b":"{\\"b\\":"}', []],
  ['{"a":[{"k":1},{"k":2}]}', []],
  ['{"a":1,"\\u0061":2}', ["a"]],
  ['["a","a"]', []],
])("%s repeats %j", (text, repeated) => expect(repeatedKeys(text)).toEqual(repeated));

it("finds nothing in what JSON.stringify writes", () => {
  fc.assert(fc.property(fc.json(), (text) => repeatedKeys(JSON.stringify(JSON.parse(text))).length === 0));
});
