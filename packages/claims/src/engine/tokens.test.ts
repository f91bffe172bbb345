import fc from "fast-check";
import { expect, it } from "vitest";
import { CLAUSE_END, COMMA, NO_BREAK, tokensOf } from "./tokens.ts";

const all = (text: string) => tokensOf(text, { start: 0, end: text.length });

it.each([
  ["Patient’s and patients' hips", ["patient", "and", "patients", "hips"]],
  ["Células madre", ["celulas", "madre"]],
  ["It doesn't", ["it", "doesn't"]],
  ["1,200.5 of 3rd 80%", ["1,200.5", "of", "3", "rd", "80", "%"]],
  ["risk-free and/or $5,", ["risk", "free", "and", "or", "$", "5"]],
  ["1, 2.", ["1", "2"]],
])("cuts %s into %j", (text, words) => expect(all(text).map(({ norm }) => norm)).toEqual(words));

it.each([
  ["a b", NO_BREAK],
  ["a, b", COMMA],
  ["a (b", COMMA],
  ["a; b", CLAUSE_END],
  ["a - b", CLAUSE_END],
  ["a-b", NO_BREAK],
  ["a, and; (b", CLAUSE_END],
  ["a ), ; b", CLAUSE_END],
])("in %j sees what parts the last two", (text, breakBefore) => expect(all(text).at(-1)?.breakBefore).toBe(breakBefore));

/** What a token is, for people to read; the scanner is held against it. */
const TOKEN = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?|[%$€£=]/gu;

it("cuts any text as the expression says", () => {
  const piece = fc.oneof(
    fc.constantFrom("a", "é", "e\u0301", "'", "’s", "1", ",", ".", "²", "%", " ", "𝒳", "\ud835", "\udcb3", "-", "ñ", "日本", "٣", "\n"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(5), fc.nat(5), (pieces, before, after) => {
      const text = pieces.join("");
      const [start, end] = [Math.min(before, text.length), Math.max(before, text.length - after)];
      const expected = [...text.slice(start, end).matchAll(TOKEN)].map(({ 0: word, index }) => [
        start + index,
        start + index + word.length,
      ]);
      expect(tokensOf(text, { start, end }).map((token) => [token.start, token.end])).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
