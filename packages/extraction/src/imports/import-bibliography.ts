import type { Source } from "@calcar/catalog/schema";
import type { Problem } from "@calcar/vocabulary";
import type { StudyDraft } from "../draft/study-draft.ts";
import { type Bibliography, proposeSource } from "./bibliography/propose-source.ts";
import type { BibliographicFile, BibliographicRecord, RefusedRecord } from "./bibliography/record.ts";
import type { ImportedFile, ReadEntry } from "./imported.ts";
import { importedFile } from "./imported-file.ts";
import type { Library } from "./library.ts";

/** The sources that a bibliography names and that are not on file yet. A document that is known is refused with where it is. */
export function importBibliography(format: Bibliography, file: BibliographicFile, library: Library): ImportedFile {
  const entries: ReadEntry[] = [];
  const refused: RefusedRecord[] = [...file.refused];
  for (const record of file.records) {
    const entry = oneRecord(format, record, library);
    if ("problems" in entry) refused.push(entry);
    else entries.push(entry);
  }
  return importedFile({ format, unit: "records" }, { entries, refused });
}

function oneRecord(format: Bibliography, record: BibliographicRecord, library: Library): ReadEntry | RefusedRecord {
  const { today, taken, documents } = library;
  const proposed = proposeSource(record, { format, today, taken });
  if ("problems" in proposed) return proposed;
  const { source, open } = proposed;
  const like = documents.find(source);
  const { place } = record;
  if (like?.is === "same")
    return {
      place,
      title: source.title,
      ...(like.isOnFile ? { onFile: like.as } : {}),
      problems: [{ place, problem: `${like.by} as ${like.as}`, expected: "each document once" }],
    };
  taken.add(source.id);
  documents.add({ ...source, name: `${source.id} (${place})` });
  const doubt: Problem[] = like
    ? [{ place: "title", problem: `${like.by} as ${like.as}`, expected: "a person who tells whether they are one" }]
    : [];
  return { place, title: source.title, source, draft: draftOf(source), open: [...open, ...doubt], notices: [], records: 1 };
}

/** A study begun with the paper it is reported in. */
export function draftOf({ id, title, year, authors, journal, doi, pmid, url }: Source): StudyDraft {
  const said = Object.entries({ title, year, authors, journal, doi, pmid, url }).filter(
    ([, value]) => value !== undefined && String(value).length <= 4000,
  );
  return { id, paper: { source: id, ...Object.fromEntries(said) } };
}
