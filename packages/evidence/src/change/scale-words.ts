import type { ChangeOutcome } from "../questions/question-kinds.ts";
import { printedText } from "../words/number-text.ts";

type Scale = ChangeOutcome["scale"];

/** "0 to 100, higher is better". What the text at hand does not state is said to be missing, never filled in. */
export function scaleWords(scale: Scale): string {
  return `${rangeWords(scale)}, ${directionWords(scale?.higherIsBetter)}`;
}

function rangeWords(scale: Scale): string {
  if (scale?.min === undefined || scale.max === undefined) return "range not stated";
  const range = `${printedText(scale.min)} to ${printedText(scale.max)}`;
  return scale.assumed ? `${range} (assumed)` : range;
}

function directionWords(higherIsBetter: boolean | undefined): string {
  if (higherIsBetter === undefined) return "direction not stated";
  return higherIsBetter ? "higher is better" : "lower is better";
}
