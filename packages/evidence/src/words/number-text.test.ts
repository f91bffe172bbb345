import { expect, it } from "vitest";
import { numberText, printedText, pText, ratioText } from "./number-text.ts";

it.each<[number, number, string]>([
  [-16.5, 1, "\u221216.5"],
  [-0.004, 2, "0.00"], // no minus before a zero
  [12345.6, 0, "12346"],
])("writes %d with %d decimals as %s", (value, places, text) => expect(numberText(value, places)).toBe(text));

it("uses the decimal sign of the language", () => expect(numberText(0.383, 2, "es")).toBe("0,38"));

it.each<[number, string]>([
  [0.3833, "0.38"],
  [0.0049, "<0.01"],
  [63.24, "63.24"],
  [111_000, ">1000"],
  [123.4, "123"],
])("writes the ratio %d as %s", (value, text) => expect(ratioText(value)).toBe(text));

it.each<[number, string]>([
  [1e-12, "<0.001"],
  [0.0124, "0.012"],
  [0.564, "0.56"],
])("writes p = %d as %s", (p, text) => expect(pText(p)).toBe(text));

it.each<[number, string]>([
  [3.55, "3.55"],
  [46.63, "46.63"],
  [70, "70"],
  [-1.2, "\u22121.2"],
])("leaves the printed %d as %s", (value, text) => expect(printedText(value)).toBe(text));
