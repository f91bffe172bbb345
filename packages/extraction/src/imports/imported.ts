import type { Source } from "@calcar/catalog/schema";
import type { Problem } from "@calcar/vocabulary";
import type { StudyDraft } from "../draft/study-draft.ts";
import type { DraftFile } from "../write/study-file.ts";
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

/** What one record of a file says, read. */
export interface ReadEntry {
  readonly place: string; // "line 12"
  readonly title: string;
  readonly source?: Source;
  readonly trial?: TrialDraft;
  readonly draft?: StudyDraft; // where a form for a study may start
  readonly open: readonly Problem[]; // by field: what a person has to decide, add or look at
  readonly notices: readonly Problem[]; // what the file says and nothing here holds
  readonly records: number; // of the file, in its unit, that made it
}

/** What it came to. */
export interface ImportedEntry extends ReadEntry {
  readonly files: readonly DraftFile[]; // for a person to review, by their path below knowledge/
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
