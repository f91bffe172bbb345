import type { QuestionAnswer } from "@calcar/contract";
import type { ChangeSeries, Pooled, ProportionAnswer } from "./shapes.ts";

type Cell = string | number | null | undefined;

/**
 * The studies behind an answer as CSV, one row each, with every digit. A pooled row is left out on purpose: whoever adds up
 * a column must not count it as a study.
 *
 * @returns RFC 4180 with a header line; what a source does not state is NA, never 0 or empty
 */
export function questionCsv(answer: QuestionAnswer): string {
  const rows = rowsOf(answer);
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines
    .map((cells) => cells.map(written).join(","))
    .join("\r\n")
    .concat("\r\n");
}

function rowsOf(answer: QuestionAnswer): Record<string, Cell>[] {
  switch (answer.kind) {
    case "effect":
      return effectRows(answer);
    case "change":
      return changeRows(answer);
    case "proportion":
      return proportionRows(answer);
    case "nothing-direct":
      return [];
  }
}

/** The numbers of one arm in columns of its kind. */
const armCells = (name: string, arm: Pooled["studies"][number]["intervention"], counted: string): Record<string, Cell> =>
  "events" in arm
    ? { [`${name}_events`]: arm.events, [`${name}_${counted}`]: arm.total }
    : { [`${name}_mean`]: arm.mean, [`${name}_sd`]: arm.sd, [`${name}_n`]: arm.n };

function proportionRows({ question, outcome, studies, lastSearched, freshUntil, knowledge }: ProportionAnswer): Record<string, Cell>[] {
  return studies.map((row) => ({
    question,
    kind: "a frequency without a control group, not an effect",
    outcome,
    study: row.id,
    label: row.label,
    year: row.year,
    design: row.design,
    product: row.product,
    events: row.events,
    counted: row.total,
    of: row.of,
    proportion: row.estimate,
    ci95_low: row.ci[0],
    ci95_high: row.ci[1],
    timepoint: row.timepoint,
    months: row.months,
    verified: row.verified,
    note: row.note,
    last_searched: lastSearched,
    fresh_until: freshUntil,
    knowledge,
  }));
}

function effectRows({
  question,
  outcome,
  comparison,
  measure,
  counted,
  studies,
  lastSearched,
  freshUntil,
  knowledge,
}: Pooled): Record<string, Cell>[] {
  return studies.map(({ id, label, year, design, intervention, comparator, yi, vi, estimate, ci, weight, verified, note }) => ({
    question,
    outcome,
    study: id,
    label,
    year,
    design,
    intervention: comparison.intervention,
    ...armCells("intervention", intervention, counted),
    comparator: comparison.comparator,
    ...armCells("comparator", comparator, counted),
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
    fresh_until: freshUntil,
    knowledge,
  }));
}

function changeRows({ question, series, lastSearched, freshUntil, knowledge }: ChangeSeries): Record<string, Cell>[] {
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
    fresh_until: freshUntil,
    knowledge,
  }));
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return "NA";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
