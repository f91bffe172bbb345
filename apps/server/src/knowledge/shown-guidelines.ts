import type { Catalog } from "@calcar/catalog";
import type { Disagreement, Guideline } from "@calcar/catalog/schema";

/** The guidelines without the positions that are kept on file but never shown. */
export function shownGuidelines({ guidelines, disagreements }: Catalog): { guidelines: Guideline[]; disagreements: Disagreement[] } {
  const shown = guidelines
    .map((guideline) => ({ ...guideline, positions: guideline.positions.filter(({ withheld }) => withheld === undefined) }))
    .filter(({ positions }) => positions.length > 0);
  return { guidelines: shown, disagreements: [...disagreements] };
}
