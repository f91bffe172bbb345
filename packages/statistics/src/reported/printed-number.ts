import type { Interval } from "../meta/index.ts";

/** A number as it stands in print: what lies behind it is known to half of its last digit only. */
export interface Printed {
  readonly value: number;
  readonly decimals: number;
}

const NUMBER = /^([+\-\u2212]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A printed number with its decimals.
 *
 * @param given a text keeps the zeros at its end ("3.10" has two decimals); a number has lost them and counts as printed
 *   with the fewest decimals that give it, so that the true value may lie in a wider range
 * @returns undefined when it is not one finite decimal number
 */
export function readPrinted(given: string | number): Printed | undefined {
  const text = String(given).trim().replace("\u2212", "-");
  const [, , whole = "", fraction = "", exponent = "0"] = NUMBER.exec(text) ?? [];
  const value = Number(text);
  if (whole + fraction === "" || !Number.isFinite(value)) return undefined;
  return { value, decimals: fraction.length - Number(exponent) };
}

const SLACK = 1e-9; // of the last digit: 0.545 read as binary must still be the edge of 0.55

/** The values that round to the printed one, both ends included: a half may have been rounded either way. */
export function windowOf({ value, decimals }: Printed): Interval {
  const half = 10 ** -decimals * (0.5 + SLACK);
  return [value - half, value + half];
}

/** Whether two ranges have a value in common. */
export const overlap = (a: Interval, b: Interval): boolean => a[0] <= b[1] && b[0] <= a[1];
