import type { Problem } from "@calcar/vocabulary";
import type { RefusedRecord } from "./bibliography/record.ts";
import type { ImportedEntry, ImportedFile, ReadEntry } from "./imported.ts";
import { knowledgeFiles } from "./knowledge-files.ts";

/** The entries of a file with the files they come to; an entry that cannot be a file of the knowledge is refused. */
export function importedFile(
  kind: Pick<ImportedFile, "format" | "unit">,
  read: { readonly entries: readonly ReadEntry[]; readonly refused: readonly RefusedRecord[] },
  missing: readonly Problem[] = [],
): ImportedFile {
  const entries: ImportedEntry[] = [];
  const refused = [...read.refused];
  for (const entry of read.entries) {
    const files = knowledgeFiles(entry);
    if (files.ok) entries.push({ ...entry, files: files.value });
    else
      for (let record = 0; record < entry.records; record++)
        refused.push({ place: entry.place, title: entry.title, problems: files.problems });
  }
  const taken = entries.reduce((sum, { records }) => sum + records, 0);
  const ordered = refused.toSorted((a, b) => firstNumber(a) - firstNumber(b));
  return { ...kind, found: taken + refused.length, taken, entries, refused: ordered, missing };
}

/** "line 12", "trial 3", "record 7, line 90": records stand in the order of these. */
const firstNumber = ({ place }: RefusedRecord): number => Number(/\d+/.exec(place)?.[0] ?? 0);
