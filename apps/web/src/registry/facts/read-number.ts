export interface NumberRule {
  readonly type: "integer" | "number";
  readonly range: readonly [number, number];
}

export type NumberRead =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "comma"; readonly meant: string } // 24,5: shown how to write it, never guessed
  | { readonly kind: "not-a-number" }
  | { readonly kind: "not-whole" }
  | { readonly kind: "out-of-range" };

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/**
 * A number as typed into a field. A comma is refused in every language: "1,234" is a different number on either side of
 * a border, and a guess here would be a silent default.
 */
export function readNumber(text: string, { type, range: [least, most] }: NumberRule): NumberRead {
  const typed = text.trim().replace(/^−/, "-");
  if (typed === "") return { kind: "empty" };
  if (/^[+-]?\d*,\d+$/.test(typed)) return { kind: "comma", meant: typed.replace(",", ".") };
  if (!PLAIN.test(typed)) return { kind: "not-a-number" };
  const value = Number(typed);
  if (type === "integer" && !Number.isInteger(value)) return { kind: "not-whole" };
  return value < least || value > most ? { kind: "out-of-range" } : { kind: "value", value: value === 0 ? 0 : value };
}
