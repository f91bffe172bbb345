import type { Comparison } from "@calcar/extraction/schema";
import { printable, wrap } from "./wrap.ts";

/** Two readings side by side: the numbers first, then the remarks about them. */
export function comparisonText({ agree, fields, differences }: Comparison, [first, second]: readonly [string, string]): string {
  const ordered = [...differences.filter(({ isNumber }) => isNumber), ...differences.filter(({ isNumber }) => !isNumber)];
  const lines = ordered.flatMap((one) => [
    "",
    printable(one.field),
    `  ${printable(first)}: ${shown(one.first)}`,
    `  ${printable(second)}: ${shown(one.second)}`,
  ]);
  return `${[`${fields} fields are stated: ${agree} agree, ${differences.length} do not. Nothing is decided here.`, ...lines].join("\n")}\n`;
}

const shown = (text: string | undefined): string => (text === undefined ? "says nothing of it" : wrap(printable(text), "    ", 110));
