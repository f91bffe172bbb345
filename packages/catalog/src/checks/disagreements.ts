import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** A disagreement is between positions that some guideline holds and does not withhold, and studies that are on file. */
export function checkDisagreements({ disagreements, guidelines, studies }: Parsed): Finding[] {
  const positions = guidelines.flatMap(({ value }) => value.positions);
  const shown = new Set(positions.filter(({ withheld }) => withheld === undefined).map(({ id }) => id));
  const known = new Set(studies.map(({ value }) => value.id));
  return disagreements.flatMap(({ file, value }) => [
    ...value.positions.flatMap((id, i) => (shown.has(id) ? [] : [side(file, ["positions", i], `no guideline holds the position ${id}`)])),
    ...(value.studies ?? []).flatMap((id, i) =>
      known.has(id) ? [] : [side(file, ["studies", i], `study ${id} is not in knowledge/studies`)],
    ),
  ]);
}

const side = (file: string, at: At, problem: string): Finding => ({
  file,
  at,
  problem,
  expected: at[0] === "studies" ? "the id of a study" : "the id of a position that is shown",
});
