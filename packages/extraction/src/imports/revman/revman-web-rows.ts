import { cell, type Table, type TableRow } from "../tables/read-table.ts";
import type { RevmanArm, RevmanRow } from "./revman-row.ts";

/** Columns of the "data-rows" file in the data package of RevMan Web that must be there. */
export const REVMAN_WEB = [
  "Analysis group",
  "Analysis number",
  "Analysis name",
  "Study",
  "Experimental cases",
  "Experimental N",
  "Control cases",
  "Control N",
] as const;

/**
 * The rows of an export of RevMan Web.
 *
 * It prints a zero in every column that an analysis does not use, and its data type stands in another file. An analysis has one
 * type: continuous where some row of it has a standard deviation, dichotomous where some row has cases. Where both or neither is
 * so nobody can tell a zero from an empty cell, and its rows are not read.
 */
export function revmanWebRows({ rows }: Table): RevmanRow[] {
  const types = new Map([...Map.groupBy(rows, analysisOf)].map(([analysis, of]) => [analysis, typeOf(of)]));
  return rows.map((row) => {
    const year = cell(row, "Study year");
    const subgroup = cell(row, "Subgroup");
    return {
      line: row.line,
      analysis: analysisOf(row),
      comparison: undefined,
      outcome: cell(row, "Analysis name"),
      subgroup: subgroup === "" ? undefined : subgroup,
      study: cell(row, "Study"),
      year: year === "" ? undefined : year,
      type: types.get(analysisOf(row))!,
      arms: [armOf(row, "Experimental"), armOf(row, "Control")],
    };
  });
}

const analysisOf = (row: TableRow): string => `${cell(row, "Analysis group")}.${cell(row, "Analysis number")}`;

function typeOf(rows: readonly TableRow[]): RevmanRow["type"] {
  const some = (...columns: string[]) => rows.some((row) => columns.some((column) => ![0, Number.NaN].includes(Number(cell(row, column)))));
  if (some("GIV Mean", "GIV SE")) return { unread: "estimates with standard errors (generic inverse variance)" };
  if (some("O-E", "Variance")) return { unread: "observed minus expected events (O-E and variance)" };
  const [hasSd, hasCases] = [some("Experimental SD", "Control SD"), some("Experimental cases", "Control cases")];
  if (hasSd !== hasCases) return hasSd ? "continuous" : "dichotomous";
  return {
    unread: hasSd
      ? "both cases and standard deviations"
      : "neither cases nor standard deviations: a zero cannot be told from an empty cell",
  };
}

const armOf = (row: TableRow, name: "Experimental" | "Control"): RevmanArm => ({
  name,
  events: cell(row, `${name} cases`),
  mean: cell(row, `${name} mean`),
  sd: cell(row, `${name} SD`),
  total: cell(row, `${name} N`),
});
