import { type Interval, type Printed, readPrinted, windowOf } from "@calcar/statistics";

/** A number that the schema has let through. */
export function printedOf(given: string | number): Printed {
  const printed = readPrinted(given);
  if (!printed) throw new Error(`${given} passed as a number and is none`);
  return printed;
}

/** Everything that rounds to a printed number. */
export const around = (given: string | number): Interval => windowOf(printedOf(given));

/** A number worked out by us, to three figures: enough to compare with print, no more exact than it. */
export const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** "0.0012 to 0.0034", or one number where both ends show alike. */
export const shownRange = ([low, high]: Interval): string => (shown(low) === shown(high) ? shown(low) : `${shown(low)} to ${shown(high)}`);

/** A number to the decimals in which its neighbours are printed. */
export const like = (value: number, { decimals }: Printed): string => value.toFixed(Math.max(0, Math.min(10, decimals)));

export interface PrintedProbability {
  readonly range: Interval; // the p values that it can stand for
  readonly text: string;
}

const P = /^\s*(?:p(?:-value)?\s*)?(<=|>=|<|>|=|\u2264|\u2265)?\s*([0-9]*\.?[0-9]+(?:[eE]-?\d+)?)\b/i;

/**
 * A p value as printed: "0.02", "< .001", "P > 0.05".
 *
 * @returns undefined when no number from 0 to 1 stands there: "NS", "significant"
 */
export function readP(given: string | number): PrintedProbability | undefined {
  const [, sign = "=", digits = ""] = P.exec(String(given)) ?? [];
  const printed = readPrinted(digits);
  if (!printed || printed.value > 1) return undefined;
  const [low, high] = windowOf(printed);
  const text = `p ${sign} ${digits}`;
  if (sign === "<" || sign === "<=" || sign === "\u2264") return { range: [0, printed.value], text };
  if (sign === ">" || sign === ">=" || sign === "\u2265") return { range: [printed.value, 1], text };
  return { range: [Math.max(0, low), Math.min(1, high)], text };
}
