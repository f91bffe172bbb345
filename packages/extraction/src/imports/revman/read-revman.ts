import type { Problem, Read } from "@calcar/vocabulary";
import type { Figure } from "../../draft/figure.ts";
import type { OutcomeDraft } from "../../draft/outcome-draft.ts";
import type { StudyDraft } from "../../draft/study-draft.ts";
import { yearOf } from "../bibliography/identifiers.ts";
import { defined, type RefusedRecord } from "../bibliography/record.ts";
import type { ImportedFile, ReadEntry } from "../imported.ts";
import { importedFile } from "../imported-file.ts";
import type { Library } from "../library.ts";
import { studyId } from "../study-id.ts";
import { type Decimal, numberIn } from "../tables/printed-number.ts";
import { readTable } from "../tables/read-table.ts";
import { REVMAN_5, revman5Rows } from "./revman-5-rows.ts";
import type { RevmanArm, RevmanRow } from "./revman-row.ts";
import { REVMAN_WEB, revmanWebRows } from "./revman-web-rows.ts";

/**
 * Reads the data of a review out of RevMan: "Export analysis data" of version 5, or the data rows of RevMan Web.
 *
 * Each study becomes a draft with the numbers of its arms. The review's own estimates are passed over: they are computed anew.
 * Times, instruments and coordinates are in no column; they are left to a person.
 */
export function readRevman(
  text: string,
  { decimal, library }: { readonly decimal: Decimal; readonly library: Library },
): Read<ImportedFile> {
  const table = readTable(text, [REVMAN_5, REVMAN_WEB]);
  if (!table.ok) return table;
  const rows = table.value.header.includes("Comparison Number") ? revman5Rows(table.value) : revmanWebRows(table.value);
  const read = rows.map((row) => ({ row, arms: armsRead(row, decimal) }));
  const refused = read.flatMap(({ row, arms }) => (Array.isArray(arms) ? [] : [refusedRow(row, arms.problems)]));
  const taken = read.flatMap(({ row, arms }) => (Array.isArray(arms) ? [{ row, arms }] : []));
  const entries = [...Map.groupBy(taken, ({ row }) => row.study)].map(([study, of]) => studyEntry(study, of, library));
  return { ok: true, value: importedFile({ format: "revman", unit: "rows" }, { entries, refused }) };
}

interface RowRead {
  readonly row: RevmanRow;
  readonly arms: readonly RevmanArm[]; // their cells as numbers
}

const refusedRow = ({ line, study }: RevmanRow, problems: readonly Problem[]): RefusedRecord => ({
  place: `line ${line}`,
  ...(study === "" ? {} : { title: study }),
  problems,
});

function armsRead(row: RevmanRow, decimal: Decimal): RevmanArm[] | { readonly problems: readonly Problem[] } {
  const place = `line ${row.line}`;
  if (row.study === "") return { problems: [{ place, problem: "no study", expected: "the name of a study" }] };
  const { type } = row;
  if (typeof type !== "string")
    return { problems: [{ place, problem: type.unread, expected: "events or means with standard deviations of two arms" }] };
  const read = row.arms.map((arm) => armRead(arm, { type, decimal, place }));
  const problems = read.flatMap((arm) => ("problems" in arm ? arm.problems : []));
  return problems.length > 0 ? { problems } : read.flatMap((arm) => ("problems" in arm ? [] : [arm]));
}

interface Reading {
  readonly type: "dichotomous" | "continuous";
  readonly decimal: Decimal;
  readonly place: string;
}

function armRead(arm: RevmanArm, reading: Reading): RevmanArm | { readonly problems: readonly Problem[] } {
  const needed = reading.type === "dichotomous" ? (["events", "total"] as const) : (["mean", "sd", "total"] as const);
  const numbers = needed.map((name) => [name, numberOf(arm, name, reading)] as const);
  const problems = numbers.flatMap(([, number]) => (typeof number === "string" ? [] : [number]));
  return problems.length > 0 ? { problems } : { ...arm, ...(Object.fromEntries(numbers) as Partial<RevmanArm>) };
}

function numberOf(arm: RevmanArm, name: "events" | "mean" | "sd" | "total", { decimal, place: row }: Reading): string | Problem {
  const place = `${row}, ${name} of ${arm.name}`;
  const number = numberIn(arm[name], decimal, place);
  if (number === "") return { place, problem: "empty", expected: "a number" };
  if (typeof number !== "string" || name === "mean" || name === "sd") return number;
  const count = number.replace(/\.0+$/, ""); // RevMan Web prints some counts as 12.0
  return /^\d+$/.test(count) ? count : { place, problem: number, expected: "a count" };
}

function studyEntry(study: string, rows: readonly RowRead[], library: Library): ReadEntry {
  const years = [...new Set(rows.flatMap(({ row }) => row.year ?? []))];
  const year = years.length === 1 ? yearOf(years[0]!) : undefined;
  const id = studyId(study, year, library.taken);
  library.taken.add(id);
  const outcomes = rows.flatMap(({ row, arms }) => arms.map((arm) => outcomeOf(row, arm)));
  const draft: StudyDraft = {
    id,
    ...(year === undefined ? {} : { paper: { year: String(year) } }),
    arms: [...new Set(rows.flatMap(({ arms }) => arms.map(({ name }) => name)))].map((name) => ({ name })),
    outcomes,
    provenance: "Taken by program from data exported from RevMan: the numbers stand in a review, not in the report of the study.",
  };
  const open: Problem[] = [
    { place: "paper", problem: `RevMan calls the study "${study}"`, expected: "its title and where it was published" },
    {
      place: "joint, disease, designClass, arms, outcomes",
      problem: "no column says them",
      expected: "the coordinates, times, instruments and the place in the paper of each number",
    },
  ];
  const notices = years.length > 1 ? [{ place: "year", problem: `the rows say ${years.join(" and ")}`, expected: "one year" }] : [];
  return { place: `line ${rows[0]!.row.line}`, title: study, draft, open, notices, records: rows.length };
}

function outcomeOf({ line, analysis, comparison, outcome, subgroup, type }: RevmanRow, arm: RevmanArm): OutcomeDraft {
  const figure = (value: string): Figure => ({ value, how: "printed", at: `RevMan data, analysis ${analysis}, line ${line}` });
  const note = [
    comparison === undefined ? undefined : `Comparison: ${comparison}`,
    subgroup === undefined ? undefined : `Subgroup: ${subgroup}`,
  ]
    .filter((part) => part !== undefined)
    .join(". ");
  const common = {
    arm: arm.name,
    ...defined({ name: outcome === "" ? undefined : outcome.slice(0, 1000), note: note === "" ? undefined : note.slice(0, 2000) }),
  };
  const n = figure(arm.total);
  if (type === "dichotomous") return { type: "events", ...common, report: { as: "count", events: figure(arm.events), total: n } };
  return { type: "value", ...common, report: { as: "mean-sd", mean: figure(arm.mean), sd: figure(arm.sd), n } };
}
