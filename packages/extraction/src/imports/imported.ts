import type { Source } from "@calcar/catalog/schema";
import type { Problem } from "@calcar/vocabulary";
import type { StudyDraft } from "../draft/study-draft.ts";
import type { RefusedRecord } from "./bibliography/record.ts";
import type { TrialDraft } from "./clinicaltrials/trial-draft.ts";

/** The formats that are read, and how each is called. */
export const FORMATS = {
  ris: "RIS",
  bibtex: "BibTeX",
  pubmed: "PubMed XML",
  clinicaltrials: "ClinicalTrials.gov JSON",
  revman: "RevMan CSV",
  redcap: "REDCap CSV",
} as const;
export type ImportFormat = keyof typeof FORMATS;

/** What one record of a file came to. */
export interface ImportedEntry {
  readonly place: string; // "line 12"
  readonly title: string;
  readonly source?: Source;
  readonly trial?: TrialDraft;
  readonly draft?: StudyDraft; // where a form for a study may start
  readonly open: readonly Problem[]; // by field: what a person has to decide, add or look at
  readonly notices: readonly Problem[]; // what the file says and nothing here holds
}

/** A file, read: every record is taken or refused, none is lost. */
export interface ImportedFile {
  readonly format: ImportFormat;
  readonly unit: "records" | "trials" | "rows" | "studies";
  readonly found: number;
  readonly taken: number; // several rows may make one entry
  readonly entries: readonly ImportedEntry[];
  readonly refused: readonly RefusedRecord[]; // in the order of the file
  readonly missing: readonly Problem[]; // what the file says it does not hold: pages that follow
}

/** @param taken as many as there are entries when absent */
export function importedFile(
  kind: Pick<ImportedFile, "format" | "unit">,
  { entries, refused, taken = entries.length }: Pick<ImportedFile, "entries" | "refused"> & { readonly taken?: number },
  missing: readonly Problem[] = [],
): ImportedFile {
  const ordered = refused.toSorted((a, b) => firstNumber(a) - firstNumber(b));
  return { ...kind, found: taken + refused.length, taken, entries, refused: ordered, missing };
}

/** "line 12", "trial 3", "record 7, line 90": records stand in the order of these. */
const firstNumber = ({ place }: RefusedRecord): number => Number(/\d+/.exec(place)?.[0] ?? 0);
