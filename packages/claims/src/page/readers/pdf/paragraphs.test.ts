import { describe, expect, it } from "vitest";
import { type PlacedWords, printedLines } from "./lines.ts";
import { printedParagraphs } from "./paragraphs.ts";

const placed = (words: string, x: number, y: number): PlacedWords => ({ words, x, y, width: words.length * 5, size: 10, font: "f" });

const MANY = 100_000;
const many = (make: (index: number) => PlacedWords): PlacedWords[] => Array.from({ length: MANY }, (_, index) => make(index));

describe("pages made to hold a reader up", () => {
  it.each([
    ["one paragraph without end", many((i) => placed("words that fill the line and go on", 50, 1e7 - i * 12))],
    ["one line without end", many((i) => placed("word", 50 + i * 25, 700))],
    ["one row without end", many((i) => placed("word", 50 + i * 100, 700))],
    ["a table without end", many((i) => placed(`cell ${i}`, 50 + (i % 5) * 100, 1e7 - Math.floor(i / 5) * 30))],
    ["cells in one place", many(() => placed("word", 50, 700))],
    ["lines going up", many((i) => placed("word", 50, i * 12))],
    ["columns without end", many((i) => placed("words that fill the line and go on", 50 + (i % 2) * 300, 1e7 - Math.floor(i / 2) * 12))],
    ["words in disorder", many((i) => placed("word", (i * 7919) % 600, (i * 104_729) % 800))],
  ])("are read in time in step with their length: %s", (_, words) => {
    const started = performance.now();
    expect(printedParagraphs([printedLines(words)], new Set()).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
