import type { Guideline, Position } from "./shapes.ts";

type Topic = Position["about"];

export interface GuidelineRow {
  readonly guideline: Guideline;
  readonly positions: readonly Position[]; // only those on the conditions asked for
}

/** Guidelines newest first; one whose year is not stated comes last, never as if it were of today. */
export const newestFirst = (guidelines: readonly Guideline[]): Guideline[] =>
  [...guidelines].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.shortName.localeCompare(b.shortName, "en"));

/** The guidelines that take a position on any of some conditions, each with those positions alone. */
export function rowsFor(guidelines: readonly Guideline[], conditions: readonly Position["condition"][]): GuidelineRow[] {
  return newestFirst(guidelines)
    .map((guideline) => ({ guideline, positions: guideline.positions.filter(({ condition }) => conditions.includes(condition)) }))
    .filter(({ positions }) => positions.length > 0);
}

export const onTopic = (positions: readonly Position[], topic: Topic): Position[] => positions.filter(({ about }) => about === topic);

/** What the same body has said since on any of the same conditions, as far as years are stated: oldest first. */
export function laterOf(guideline: Guideline, all: readonly Guideline[]): Guideline[] {
  const { organisation, year, positions } = guideline;
  const conditions = new Set(positions.map(({ condition }) => condition));
  return newestFirst(all)
    .filter((other) => other.organisation === organisation && year !== undefined && (other.year ?? 0) > year)
    .filter((other) => other.positions.some(({ condition }) => conditions.has(condition)))
    .toReversed();
}
