import type { QuestionAnswer } from "@calcar/contract";
import type { ChangeSeries, Pooled } from "./shapes.ts";

type Cell = string | number | null | undefined;

/**
 * The studies behind an answer as CSV, one row each, with every digit. A pooled row is left out on purpose: whoever adds up
 * a column must not count it as a study.
 *
 * @returns RFC 4180 with a header line; what a source does not state is NA, never 0 or empty
 */
export function questionCsv(answer: QuestionAnswer): string {
  const rows = answer.kind === "effect" ? effectRows(answer) : changeRows(answer);
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines
    .map((cells) => cells.map(written).join(","))
    .join("\r\n")
    .concat("\r\n");
}

function effectRows({ question, outcome, comparison, measure, studies, lastSearched, knowledge }: Pooled): Record<string, Cell>[] {
  return studies.map(({ id, label, year, design, intervention, comparator, yi, vi, estimate, ci, weight, verified, note }) => ({
    question,
    outcome,
    study: id,
    label,
    year,
    design,
    intervention: comparison.intervention,
    intervention_events: intervention.events,
    intervention_hips: intervention.total,
    comparator: comparison.comparator,
    comparator_events: comparator.events,
    comparator_hips: comparator.total,
    measure,
    estimate,
    ci95_low: ci[0],
    ci95_high: ci[1],
    yi,
    vi,
    weight_percent: weight,
    verified,
    note,
    last_searched: lastSearched,
    knowledge,
  }));
}

function changeRows({ question, series, lastSearched, knowledge }: ChangeSeries): Record<string, Cell>[] {
  return series.map((row) => ({
    question,
    kind: "change without a control group, not an effect",
    study: row.id,
    label: row.label,
    year: row.year,
    design: row.design,
    product: row.product,
    instrument: row.instrument,
    scale: row.scale,
    statistic: row.statistic,
    n: row.n,
    timepoint: row.timepoint,
    months: row.months,
    before: row.before,
    after: row.after,
    change: row.change,
    change_is_our_subtraction: row.change === null ? null : String(row.changeDerived),
    verified: row.verified,
    note: row.note,
    last_searched: lastSearched,
    knowledge,
  }));
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return "NA";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
