import type { Catalog } from "@calcar/catalog";
import type { Overview } from "@calcar/contract";

/** How much the knowledge holds, and the day on which its oldest entry was last checked against its source. */
export function knowledgeInBrief({ version, studies, sources, guidelines, questions }: Catalog): Overview["knowledge"] {
  const checked = [...studies.values(), ...sources.values(), ...guidelines].map(({ stillValidOn }) => stillValidOn);
  return {
    version,
    studies: studies.size,
    sources: [...sources.values()].filter(({ kind }) => kind !== "method").length, // papers on statistics say nothing of hips
    positions: guidelines.reduce((count, { positions }) => count + positions.filter(({ withheld }) => withheld === undefined).length, 0),
    questions: questions.size,
    oldestCheck: checked.sort()[0]!,
  };
}
