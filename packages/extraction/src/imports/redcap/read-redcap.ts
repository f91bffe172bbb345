import { readDocument } from "@calcar/catalog";
import type { Problem, Read } from "@calcar/vocabulary";
import { StudyDraft } from "../../draft/study-draft.ts";
import type { RefusedRecord } from "../bibliography/record.ts";
import type { ImportedFile, ReadEntry } from "../imported.ts";
import { importedFile } from "../imported-file.ts";
import type { Library } from "../library.ts";
import { studyId } from "../study-id.ts";
import { cell, readTable, type TableRow } from "../tables/read-table.ts";
import { columnsOf } from "./columns.ts";
import { Mapping } from "./mapping.ts";
import { RowReader, rowsWhen } from "./row-reader.ts";
import { studyOfRows } from "./study-of-rows.ts";

/**
 * Reads studies out of a REDCap project (raw data, CSV): one study from all rows of one record.
 *
 * @param mapping the text of a file, YAML or JSON, that says which column is what; see `Mapping`
 * @returns a draft for each study; a study with a cell that is not what the mapping says is refused whole, every such cell named
 */
export function readRedcap(
  text: string,
  { mapping: mappingText, library }: { readonly mapping: string; readonly library: Library },
): Read<ImportedFile> {
  const mapping = readDocument("mapping", mappingText, Mapping);
  if (!mapping.ok) return mapping;
  const table = readTable(text, [columnsOf(mapping.value)]);
  if (!table.ok) return table;
  const rows = rowsWhen(table.value.rows, mapping.value.when);
  const nameOf = (row: TableRow): string => cell(row, mapping.value.study);
  const entries: ReadEntry[] = [];
  const refused: RefusedRecord[] = rows.filter((row) => nameOf(row) === "").map((row) => nameless(row, mapping.value.study));
  for (const [name, group] of Map.groupBy(rows, nameOf)) {
    const study = name === "" ? undefined : oneStudy(name, group, { mapping: mapping.value, library });
    if (study && "problems" in study) refused.push(study);
    else if (study) entries.push(study);
  }
  return { ok: true, value: importedFile({ format: "redcap", unit: "studies" }, { entries, refused }) };
}

const nameless = ({ line }: TableRow, column: string): RefusedRecord => ({
  place: `line ${line}`,
  problems: [{ place: `line ${line}, ${column}`, problem: "empty", expected: "what tells studies apart" }],
});

function oneStudy(
  name: string,
  rows: readonly TableRow[],
  { mapping, library }: { mapping: Mapping; library: Library },
): ReadEntry | RefusedRecord {
  const place = `line ${rows[0]!.line}`;
  const reader = new RowReader(mapping.missing ?? [], mapping.decimal ?? ".");
  const said = studyOfRows(rows, mapping, reader);
  const id = studyId(reader.agreed(rows, mapping.id) ?? name, undefined, library.taken);
  if (reader.problems.length > 0) return { place, title: name, problems: reader.problems };
  const draft = StudyDraft.safeParse({ id, ...said });
  if (!draft.success) return { place, title: name, problems: draft.error.issues.map((issue) => misfit(place, issue)) };
  library.taken.add(id);
  const open: Problem[] = ["joint", "disease", "designClass"]
    .filter((field) => said[field] === undefined)
    .map((field) => ({ place: field, problem: "the mapping names no code for it", expected: "a person who says it" }));
  return { place, title: draft.data.paper?.title ?? name, draft: draft.data, open, notices: [], records: 1 };
}

const misfit = (place: string, { path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): Problem => ({
  place: `${place}, ${path.map(String).join(".")}`,
  problem: message,
  expected: "a draft of a study: the mapping puts there what does not belong",
});
