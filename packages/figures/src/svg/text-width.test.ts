import { expect, it } from "vitest";
import { textWidth, wrapText } from "./text-width.ts";

it("breaks at spaces, never within a word or at a no-break space", () => {
  expect(wrapText("Favours core decompression alone\u00a0\u2192", 150, 12)).toEqual(["Favours core", "decompression alone\u00a0\u2192"]);
  expect(wrapText("incomprehensibilities", 20, 12)).toEqual(["incomprehensibilities"]);
});

it("keeps every word of the text", () => {
  const text = "It does not show a benefit: the studies disagree so much that their average describes none of them.";
  expect(wrapText(text, 180, 13).join(" ")).toBe(text);
});

it("is on the wide side of Arial", () => {
  // Advance widths of Arial at 1000 units per em, from its metrics: "Hernigou 2018" is 6559.
  expect(textWidth("Hernigou 2018", 10)).toBeGreaterThan(65.59);
});
