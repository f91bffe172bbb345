import type { Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** A disagreement is between positions that some guideline holds. */
export function checkDisagreements({ disagreements, guidelines }: Parsed): Finding[] {
  const held = new Set(guidelines.flatMap(({ value }) => value.positions.map(({ id }) => id)));
  return disagreements.flatMap(({ file, value }) =>
    value.positions.flatMap((id, i) =>
      held.has(id)
        ? []
        : [{ file, at: ["positions", i], problem: `no guideline holds the position ${id}`, expected: "the id of a position" }],
    ),
  );
}
