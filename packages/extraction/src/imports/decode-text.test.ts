import { expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((sign) =>
      isBig ? [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255] : [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8],
    ),
  );

const WINDOWS = Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x93, 0x78, 0x94); // Müller“x” as Windows writes it

it.each([
  ["UTF-8", bytes("Müller"), "utf-8"],
  ["UTF-8 with a byte-order mark", bytes("\uFEFFMüller"), "utf-8"],
  ["UTF-16, little end first", utf16("\uFEFFMüller", false), "utf-16le"],
  ["UTF-16, big end first", utf16("\uFEFFMüller", true), "utf-16be"],
])("reads %s", (_what, file, encoding) => {
  expect(decodeText(file)).toEqual({ ok: true, value: { text: "Müller", encoding } });
});

it("reads Windows-1252 where somebody says so, or the XML does", () => {
  expect(decodeText(WINDOWS, "windows-1252")).toEqual({ ok: true, value: { text: "Müller“x”", encoding: "windows-1252" } });
  const xml = Uint8Array.of(...bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>'), 0xfc, ...bytes("</a>"));
  expect(decodeText(xml)).toMatchObject({ ok: true, value: { encoding: "windows-1252" } });
});

it("never guesses an encoding, and names the line of the first byte that does not fit", () => {
  const file = Uint8Array.of(...bytes("TY  - JOUR\nAU  - M"), 0xfc);
  expect(decodeText(file)).toEqual({
    ok: false,
    problems: [{ place: "line 2", problem: "is not utf-8", expected: expect.stringContaining("windows-1252") }],
  });
});

it.each([
  ["UTF-16 without a mark", utf16("Müller", false), undefined, "holds zero bytes"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), undefined, "holds zero bytes"],
  ["nothing", new Uint8Array(), undefined, "empty"],
  ["blanks", bytes(" \n "), undefined, "empty"],
  ["a control character", bytes("a\nb\u0007"), undefined, "the control character U+0007"],
  ["a mark that denies what was stated", bytes("\uFEFFa"), "windows-1252" as const, "its byte-order mark says utf-8"],
  ["an encoding that is not read here", bytes('<?xml version="1.0" encoding="UTF-7"?><a/>'), undefined, "declares the encoding utf-7"],
])("refuses %s", (_what, file, stated, problem) => {
  const decoded = decodeText(file, stated);
  expect(decoded.ok).toBe(false);
  if (!decoded.ok) expect(decoded.problems[0]!.problem).toContain(problem);
});

it("reads the line ends of every system", () => {
  expect(decodeText(bytes("a\r\nb\rc"))).toMatchObject({ value: { text: "a\nb\nc" } });
});
