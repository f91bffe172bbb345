import type { Problem } from "@calcar/vocabulary";

/** Whether a text is a number with a decimal point, as registers and most tables print one. */
export const isNumber = (text: string): boolean => /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(text.trim());

/** The sign before the decimals of a table: a point unless somebody declares a comma. It is never guessed. */
export const DECIMALS = [".", ","] as const;
export type Decimal = (typeof DECIMALS)[number];

/**
 * The number in a cell as it is printed, with a decimal point.
 *
 * @param place where the cell is: "line 14, Mean 1"
 * @returns the text of the number, "" for an empty cell, or what is wrong with it
 */
export function numberIn(cell: string, decimal: Decimal, place: string): string | Problem {
  const text = cell.trim().replace(/^\u2212/, "-");
  if (text === "") return "";
  const pointed = decimal === "," ? text.replace(",", ".") : text;
  if (isNumber(pointed) && (decimal === "." || !text.includes("."))) return pointed;
  const problem = `"${text.slice(0, 40)}"`;
  if (decimal === "." && /^[-+]?\d+,\d+$/.test(text))
    return { place, problem, expected: "a number with a decimal point; decimal commas have to be declared, and thousands have no comma" };
  if (decimal === "," && text.includes("."))
    return { place, problem, expected: "a number with a decimal comma, as declared, and no point" };
  return { place, problem, expected: "a number, or an empty cell" };
}
