import fc from "fast-check";
import { expect, it } from "vitest";
import { readJson } from "./read-json.ts";

const FILE = { name: "answers", expected: "a JSON object", mostBytes: 1000 };
const bytes = (...values: number[]) => new Uint8Array(values);

it("reads what it is given", () => {
  expect(readJson('{"p1": 2}', FILE)).toEqual({ ok: true, value: { p1: 2 } });
});

it("passes over a UTF-8 byte-order mark, in text and in bytes", () => {
  expect(readJson("\uFEFF{}", FILE)).toEqual({ ok: true, value: {} });
  expect(readJson(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d), FILE)).toEqual({ ok: true, value: {} });
});

it.each<[string, string | Uint8Array, string]>([
  ["nothing", "", "answers: empty"],
  ["blanks", " \n", "answers: empty"],
  ["a byte-order mark alone", "\uFEFF", "answers: empty"],
  ["UTF-16", bytes(0xff, 0xfe, 0x7b, 0), "answers: UTF-16"],
  ["invalid UTF-8", bytes(0x7b, 0xff), "answers: invalid UTF-8"],
  ["half a text", '{\n "p1": 2', "not JSON"],
  ["a decimal comma", '{"p1": 2,5}', "p1: 2,5 has a decimal comma"],
  ["a key twice", '{"p1": 2, "p1": 3}', "p1: stated twice"],
  ["too much", " ".repeat(1001), "answers: 1001 bytes"],
])("names %s", (_, input, expected) => {
  const read = readJson(input, FILE);
  expect(read.ok ? "" : read.problems.map(({ place, problem }) => `${place}: ${problem}`).join()).toContain(expected);
});

it("answers any bytes, never with an exception", () => {
  fc.assert(fc.property(fc.uint8Array(), (input) => typeof readJson(input, FILE).ok === "boolean"));
});
