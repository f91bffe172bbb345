import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Characters } from "./characters.ts";
import { splitSentences } from "./split-sentences.ts";

const file = readFileSync(new URL("./sentence-cases.txt", import.meta.url), "utf8");

const cases = file.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** A text that counts how often it is asked for a character. */
const counting = (text: string): Characters & { asked: number } => {
  const counter = {
    asked: 0,
    length: text.length,
    charCodeAt: (at: number) => {
      counter.asked++;
      return text.charCodeAt(at);
    },
    slice: (start: number, end: number) => {
      counter.asked += end - start;
      return text.slice(start, end);
    },
  };
  return counter;
};

const workOn = (text: string): number => {
  const counted = counting(text);
  splitSentences(counted);
  return counted.asked;
};

describe("splitting sentences", () => {
  it("is tried on more than 150 cases of our own", () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  it.each(cases)("cuts: %s", (line) => {
    const wanted = line.split(" || ").map((piece) => piece.trim());
    expect(sentencesOf(line.replaceAll(" || ", " "))).toEqual(wanted);
  });

  it("cuts the same within a longer page", () => {
    const text = "Not this. It is safe. Dr. Reyes said so. Nor that.";
    expect(splitSentences(text, 10, 40).map(({ start, end }) => text.slice(start, end))).toEqual(["It is safe.", "Dr. Reyes said so."]);
  });

  it("sees the end of a sentence whose space was lost", () => {
    expect(sentencesOf("The cells are yours.They are safe.")).toEqual(["The cells are yours.", "They are safe."]);
    expect(sentencesOf("Read it on Example.Org/Hips now.")).toHaveLength(1);
  });

  it("reads over the end of a line", () => {
    expect(sentencesOf("The hip was stiff and\nsore.\nIt improved.")).toEqual(["The hip was stiff and\nsore.", "It improved."]);
  });

  it("finds nothing in white space", () => {
    expect(splitSentences(" \n\t\u00a0 ")).toEqual([]);
  });

  it("puts every character that is not white space into exactly one sentence", () => {
    const pieces = fc.constantFrom(
      "Dr.",
      "hip",
      "The",
      " ",
      "\n",
      ".",
      "?",
      "!",
      "…",
      '"',
      "”",
      "(",
      ")",
      "1",
      "2.5",
      "•",
      "e.g.",
      "¿",
      "[3]",
      "é",
      "😀",
      "pH",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        let from = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(from, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
    );
  });

  it.each([
    "(",
    ".",
    '"',
    "a.a.a.",
    ". ",
    '."',
    "?!",
    "[1]",
    ".[1",
    "A. ",
    "• ",
    ".1,",
    ". . ",
    '. "',
    "x.(((",
    "Dr. ",
    ".\u00b9",
    "e.g.",
    " ",
    ".A",
    "a.B",
  ])("takes time linear in the length of a long run of %j", (unit) => {
    const small = unit.repeat(2_000);
    const large = unit.repeat(16_000);
    expect(workOn(large)).toBeLessThan(8.2 * workOn(small) + 1_000);
    expect(workOn(large)).toBeLessThan(120 * large.length);
  });
});
