import type { Catalog } from "@calcar/catalog";
import { type ExtractionImport, type ImportRequest, MOST_LISTED } from "@calcar/contract";
import { FORMATS, type ImportedEntry, importFile, libraryOf } from "@calcar/extraction";
import { StudyDraft } from "@calcar/extraction/schema";
import type { Read } from "@calcar/vocabulary";
import { problemsOf } from "../http/bad-input.ts";

type Entry = ExtractionImport["entries"][number];

/** What a file of another program holds, beside what is on file; the first entries of a long one. */
export function importSent(catalog: Catalog, { bytes, ...options }: ImportRequest, today: string): Read<ExtractionImport> {
  const read = importFile(Buffer.from(bytes, "base64"), { ...options, library: libraryOf(catalog, today) });
  if (!read.ok) return read;
  const { format, unit, found, taken, entries, refused, missing } = read.value;
  const value = {
    format,
    formatName: FORMATS[format],
    unit,
    found,
    taken,
    onFile: refused.filter(({ onFile }) => onFile !== undefined).length,
    made: entries.length,
    entries: entries.slice(0, MOST_LISTED).map(entryOf),
    refused: refused.slice(0, MOST_LISTED).map((one) => ({ ...one, problems: [...one.problems] })),
    missing: [...missing],
    knowledge: catalog.version,
  };
  return { ok: true, value };
}

/** A file may say what no field of the form takes: then the entry is shown and starts nothing. */
function entryOf({ place, title, draft = {}, open, notices }: ImportedEntry): Entry {
  const fits = StudyDraft.safeParse(draft);
  const why = fits.success ? [] : problemsOf("draft", fits.error.issues);
  return { place, title, draft: fits.success ? fits.data : null, open: [...open], notices: [...notices, ...why] };
}
