import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lexicon } from "./lexicon.ts";
import { matchesOf } from "./match.ts";
import { parsePattern } from "./pattern.ts";
import { tokensOf } from "./tokens.ts";

const WORDS: Readonly<Record<string, readonly string[]>> = { tissue: ["bone/n", "tendon/n"], cells: ["stem cell/n", "cells"] };

function found(pattern: string, text: string): string[] {
  const lexicon = new Lexicon();
  for (const [name, phrases] of Object.entries(WORDS)) for (const phrase of phrases) lexicon.add(phrase, [lexicon.list(name)], name);
  const parsed = parsePattern(pattern, lexicon);
  const tokens = tokensOf(text, { start: 0, end: text.length });
  const matches = matchesOf(parsed, { tokens, mentions: lexicon.mentions(tokens) });
  return matches.map((match) => match.map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end)).join(" / "));
}

describe("a pattern", () => {
  it.each([
    ["<tissue>", "Bones and tendons.", ["Bones", "tendons"]],
    ["repair/v <tissue>", "Cells repair bone.", ["repair / bone"]],
    ["repair/v <tissue>", "Cells repair the bone.", []],
    ["repair/v ..2 <tissue>", "Cells repair all the bone.", ["repair / bone"]],
    ["repair/v ..2 <tissue>", "Cells repair all of the bone.", []],
    ["repair/v ..5 <tissue>", "They repair; bone follows.", []],
    ["repair/v ... <tissue>", "They repair; bone follows.", ["repair / bone"]],
    ["repair/v <tissue>", "They repair, bone by bone.", []],
    ["repair/v & <cells>", "Stem cells repair.", ["repair"]],
    ["repair/v & <cells>", "They repair.", []],
    ["repair/v & ! <cells>", "They repair.", ["repair"]],
    ["repair/v & ! <cells>", "Stem cells repair.", []],
    ["^ repair/v", "Repair it.", ["Repair"]],
    ["^ repair/v", "We repair it.", []],
    ["# %", "Up to 85% of hips.", ["85%"]],
    ["# out of #", "Nine out of ten hips.", ["Nine out of ten"]],
  ])("%s in %s", (pattern, text, expected) => expect(found(pattern, text)).toEqual(expected));

  it("links each mention to the nearest one before it", () => {
    expect(found("repair/v ..4 <tissue>", "Repair tendons, repair bone.")).toEqual(["Repair / tendons", "repair / bone"]);
  });

  it.each(["", "! <tissue>", "repair ..3", "<tissue>|bone", "repair not|<cells>"])("refuses %j", (pattern) => {
    expect(() => parsePattern(pattern, new Lexicon())).toThrow();
  });

  it("never matches what its words do not hold", () => {
    const word = fc.constantFrom("repair", "bone", "stem", "cells", "and", ",", ";", "the");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(" ");
        const matches = found("repair ..3 <tissue> & <cells>", text);
        if (matches.length > 0) expect(text).toMatch(/repair.*bone/);
        if (!text.includes("cells")) expect(matches).toEqual([]);
      }),
    );
  });
});
