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

/** A file, read: every record is an entry or refused, none is lost. */
export interface ImportedFile {
  readonly format: ImportFormat;
  readonly unit: "records" | "trials" | "rows" | "studies";
  readonly found: number; // those taken and those refused; several rows may make one entry
  readonly entries: readonly ImportedEntry[];
  readonly refused: readonly RefusedRecord[];
}

export const importedFile = (
  format: ImportFormat,
  unit: ImportedFile["unit"],
  { entries, refused }: Pick<ImportedFile, "entries" | "refused">,
): ImportedFile => ({ format, unit, found: entries.length + refused.length, entries, refused });
