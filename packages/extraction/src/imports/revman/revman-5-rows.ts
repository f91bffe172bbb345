import { cell, type Table, type TableRow } from "../tables/read-table.ts";
import type { RevmanArm, RevmanRow } from "./revman-row.ts";

/** Columns of "Export analysis data" of Review Manager 5 that must be there. */
export const REVMAN_5 = ["Comparison Number", "Outcome Number", "Subgroup Number", "Name", "Data Type", "Total 1", "Total 2"] as const;

const TYPES: Readonly<Record<string, RevmanRow["type"]>> = { DIC: "dichotomous", CON: "continuous" };

/** Headings above the rows of studies: a comparison (outcome 0), an outcome and a subgroup (both with a data type). */
interface Headings {
  comparison: string | undefined;
  outcome: TableRow | undefined;
  subgroup: string | undefined;
}

/** The rows of studies in an export of RevMan 5, under the headings that stand above them. */
export function revman5Rows({ rows }: Table): RevmanRow[] {
  const headings: Headings = { comparison: undefined, outcome: undefined, subgroup: undefined };
  return rows.flatMap((row) => (isHeading(row, headings) ? [] : [studyRow(row, headings)]));
}

function isHeading(row: TableRow, headings: Headings): boolean {
  const name = cell(row, "Name");
  if (cell(row, "Outcome Number") === "0") {
    Object.assign(headings, { comparison: name, outcome: undefined, subgroup: undefined });
    return true;
  }
  if (cell(row, "Data Type") === "") return false;
  if (Number(cell(row, "Subgroup Number")) > 0) headings.subgroup = name;
  else Object.assign(headings, { outcome: row, subgroup: undefined });
  return true;
}

function studyRow(row: TableRow, { comparison, outcome, subgroup }: Headings): RevmanRow {
  const isUnder = outcome !== undefined && cell(outcome, "Outcome Number") === cell(row, "Outcome Number");
  const type = outcome && isUnder ? cell(outcome, "Data Type") : "";
  const year = cell(row, "Year of study");
  return {
    line: row.line,
    analysis: `${cell(row, "Comparison Number")}.${cell(row, "Outcome Number")}`,
    comparison,
    outcome: outcome && isUnder ? cell(outcome, "Name") : "",
    subgroup,
    study: cell(row, "Name"),
    year: year === "" ? undefined : year,
    type: TYPES[type] ?? { unread: type === "" ? "no heading above it names the outcome and its data type" : `data of the type ${type}` },
    arms: [armOf(row, outcome, 1), armOf(row, outcome, 2)],
  };
}

const armOf = (row: TableRow, outcome: TableRow | undefined, side: 1 | 2): RevmanArm => ({
  name: (outcome && cell(outcome, `Group Label ${side}`)) || (side === 1 ? "Experimental" : "Control"),
  events: cell(row, `Events ${side}`),
  mean: cell(row, `Mean ${side}`),
  sd: cell(row, `SD ${side}`),
  total: cell(row, `Total ${side}`),
});
