import type { Disagreement, Guideline, Source, Study } from "@calcar/catalog";
import { SAME_POSITION } from "./guideline-bodies.ts";
import type { Raw } from "./raw.ts";

interface Landed {
  readonly sources: ReadonlyMap<string, Source>;
  readonly studies: ReadonlyMap<string, Study>;
  readonly guidelines: ReadonlyMap<string, Guideline>;
  readonly disagreements: readonly Disagreement[];
  readonly discrepancies: number;
}

/** Prints what went in and what landed, and stops when they do not add up. */
export function tally({ avn, oa }: Raw, landed: Landed): void {
  const aliases = [...landed.sources.values()].reduce((sum, { alsoKnownAs = [] }) => sum + alsoKnownAs.length, 0);
  const both = [...landed.sources.keys()].filter(
    (id) => avn.sources.some((source) => source.id === id) && oa.sources.some((source) => source.id === `src-${id}`),
  );
  const outcomes = [...landed.studies.values()].reduce((sum, study) => sum + study.outcomes.length, 0);
  const rawOutcomes = [...avn.studies, ...oa.studies].reduce((sum, study) => sum + study.outcomes.length, 0);
  const positions = [...landed.guidelines.values()].reduce((sum, guideline) => sum + guideline.positions.length, 0);

  const rows: [what: string, given: number, joined: number, added: number, landed: number][] = [
    ["sources", avn.sources.length + oa.sources.length, aliases + both.length, 21, landed.sources.size],
    ["studies", avn.studies.length + oa.studies.length, 0, 2, landed.studies.size],
    ["outcomes", rawOutcomes, 0, 18, outcomes],
    ["positions", avn.guidelines.length + oa.guidelines.length, Object.keys(SAME_POSITION).length, 1, positions],
    ["disagreements", avn.guidelineConflicts.length, 0, 0, landed.disagreements.length],
    [
      "discrepancies",
      avn.seedDiscrepancies.length + avn.sourceDiscrepancies.length + oa.seedDiscrepancies.length,
      0,
      0,
      landed.discrepancies,
    ],
  ];
  for (const [what, given, joined, added, out] of rows) {
    console.log(`${what}: ${given} in, ${joined} joined to another, ${added} added, ${out} landed`);
    if (given - joined + added !== out) throw new Error(`${what} do not add up`);
  }
}
