import { describe, expect, it } from "vitest";
import { decodeText } from "./decode.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

const wide = (text: string, littleEndian: boolean): number[] =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });

describe("decoding", () => {
  it.each([
    ["UTF-8", bytes("Años sin dolor"), "Años sin dolor", []],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], "Años"), "Años", []],
    ["UTF-16 with a mark", bytes([0xff, 0xfe], wide("Años", true)), "Años", []],
    ["UTF-16, big end first", bytes([0xfe, 0xff], wide("Años", false)), "Años", []],
    ["UTF-16 without a mark", bytes(wide("The hip is sore.", true)), "The hip is sore.", []],
    ["a declared encoding", bytes('<meta charset="iso-8859-2"><p>', [0xb1]), '<meta charset="iso-8859-2"><p>ą', []],
    [
      "a declared encoding, the old way",
      bytes("<meta http-equiv=x content='text/html; charset=koi8-r'>", [0xc1]),
      "<meta http-equiv=x content='text/html; charset=koi8-r'>а",
      [],
    ],
    [
      "an XML declaration",
      bytes('<?xml version="1.0" encoding="windows-1252"?>', [0x93]),
      '<?xml version="1.0" encoding="windows-1252"?>“',
      [],
    ],
    ["no declaration", bytes([0x93], "cure", [0x94], " at 5 ", [0x80]), "“cure” at 5 €", ["encoding-guessed"]],
    ["a wrong declaration", bytes('<meta charset="windows-1252">é'), '<meta charset="windows-1252">é', ["encoding-mismatch"]],
    ["broken UTF-8", bytes("áéíóúñ ¿cómo? ¡así!", [0xe9], "x"), "áéíóúñ ¿cómo? ¡así!\ufffdx", ["replacement-characters"]],
    ["a control character", bytes("a".repeat(200), [7]), `${"a".repeat(200)}\u0007`, ["control-characters"]],
    ["an unknown name on a page in UTF-8", bytes("<meta charset=utf8mb4>é"), "<meta charset=utf8mb4>é", []],
  ])("reads %s", (_, input, text, warnings) => {
    const decoded = decodeText(input);
    expect(decoded).toMatchObject({ ok: true, value: { text } });
    expect(decoded.ok && decoded.value.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it.each([
    ["a picture", bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "binary"],
    ["many control characters", bytes("abc", [1, 2, 3]), "binary"],
    ["UTF-32", bytes([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), "unknown-encoding"],
    ["an unknown name", bytes("<meta charset=x-klingon>", [0xe9]), "unknown-encoding"],
    ["zeros behind a mark", bytes([0xff, 0xfe, 65, 0, 0, 0, 0, 0, 0]), "binary"],
  ])("refuses %s", (_, input, code) => expect(decodeText(input)).toMatchObject({ ok: false, refusal: { kind: "invalid", code } }));
});
