import type { Source, Study, Trial } from "@calcar/catalog/schema";
import { Documents, knownDocuments } from "./bibliography/duplicates.ts";
import { TakenIds } from "./taken-ids.ts";

interface OnFile {
  readonly sources: ReadonlyMap<string, Source>;
  readonly studies: ReadonlyMap<string, Study>;
  readonly trials: ReadonlyMap<string, Trial>;
}

/** What is on file and what an import has added to it: ids that are taken, documents that are known. Grows as files are read. */
export interface Library {
  readonly today: string; // YYYY-MM-DD
  readonly documents: Documents;
  readonly taken: TakenIds;
  readonly trials: ReadonlyMap<string, Trial>;
  readonly imported: Set<string>; // registered trials that this import has read
}

/** @param today the day of the import, as a source file states it */
export function libraryOf({ sources, studies, trials }: OnFile, today: string): Library {
  const former = [...sources.values()].flatMap(({ alsoKnownAs = [] }) => alsoKnownAs);
  return {
    today,
    documents: new Documents(knownDocuments({ sources: sources.values(), studies: studies.values() })),
    taken: new TakenIds([...sources.keys(), ...former, ...studies.keys()]),
    trials,
    imported: new Set(),
  };
}
