import { noEffect, type Pooled } from "@calcar/evidence";
import { fill, type Words } from "../words.ts";
import type { ForestContent } from "./forest-row.ts";

/** The figure in sentences, for those who cannot see it: every row with its numbers. */
export function forestDescription({ measure, comparison }: Pooled, { studies, pooled, leftOut }: ForestContent, words: Words): string {
  const heading = `${words[`measure.${measure}`]}, ${noEffect(measure)} = ${words.noEffect}: ${fill(words.against, comparison)}.`;
  const rows = [...studies, ...pooled, ...leftOut].map(({ label, counts, text, weightText }) =>
    [
      `${label}: ${text}`,
      ...(counts ? [fill(words.against, { intervention: counts[0], comparator: counts[1] })] : []),
      ...(weightText ? [fill(words.weightOf, { weight: weightText })] : []),
    ].join(", "),
  );
  return [heading, ...rows.map((row) => `${row}.`)].join(" ");
}
