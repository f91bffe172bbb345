import type { Pooled } from "@calcar/evidence";
import { type Label, LINE, paragraph } from "../svg/label.ts";
import { capital, fill, type Words } from "../words.ts";
import { armHeading, type ForestContent, type ForestRow } from "./forest-row.ts";
import type { Placed, PlacedRow } from "./placed.ts";

const SIZE = 14;
const SMALL = 12;
const ROW = 40; // a study: label and design
const LEAN = 26; // a row with one line

interface Columns {
  readonly study: number; // left edge
  readonly counts: readonly [number, number]; // right edges
  readonly left: number; // of the axis
  readonly right: number;
  readonly estimate: number; // right edge
  readonly weight: number; // right edge
}

/** Columns as in a journal: study, counts of both arms, the plot, estimate, weight. The plot takes what is left. */
function columnsOf(width: number): Columns {
  const study = 196;
  const count = 100;
  const weight = width;
  const estimate = weight - 62;
  return { study: 0, counts: [study + count, study + 2 * count], left: study + 2 * count + 22, right: estimate - 146, estimate, weight };
}

/** Lays out a forest plot for 800 pixels and more. */
export function wideLayout(pooled: Pooled, content: ForestContent, words: Words, width: number): Placed {
  const columns = columnsOf(width);
  const head = heading(pooled, words, columns);
  const rows: PlacedRow[] = [];
  const labels: Label[] = [...head.labels];
  const rules = [head.bottom];
  let y = head.bottom + 6;
  const add = (row: ForestRow, height: number) => {
    rows.push({ ...row, y: y + height / 2 });
    labels.push(...rowLabels(row, columns, y + height / 2));
    y += height;
  };

  for (const row of content.studies) add(row, ROW);
  if (content.pooled.length > 0) {
    y += 6;
    rules.push(y);
    y += 6;
  }
  for (const row of content.pooled) add(row, LEAN + 4);
  if (content.leftOut.length > 0) {
    y += 10;
    labels.push({ text: words.leaveOneOut, x: columns.study, y: y + 14, size: SMALL, ink: "muted", bold: true });
    y += LEAN - 2;
    for (const row of content.leftOut) add(row, LEAN - 2);
  }
  const axisY = y + 8;
  return { width, height: axisY + 26, left: columns.left, right: columns.right, lines: [[head.bottom, axisY]], axisY, rows, labels, rules };
}

/** Column headings, bottom-aligned on the rule below them. */
function heading(pooled: Pooled, words: Words, columns: Columns): { labels: Label[]; bottom: number } {
  const { comparison, measure } = pooled;
  const columnWidth = columns.counts[1] - columns.counts[0] - 10;
  const block = (text: string, x: number, anchor: "start" | "end", width: number) =>
    paragraph(text, { text, x, y: 0, size: SMALL, anchor, ink: "muted", bold: true }, width).labels;
  const arm = (name: string, x: number) => {
    const above = block(capital(name), x, "end", columnWidth);
    return [...above, { ...above[0]!, text: armHeading(pooled, words), bold: false, y: above.at(-1)!.y + SMALL * LINE }];
  };
  const blocks = [
    block(words.study, columns.study, "start", 180),
    arm(comparison.intervention, columns.counts[0]),
    arm(comparison.comparator, columns.counts[1]),
    block(fill(words.estimateHeading, { measure: words[`measure.${measure}`] }), columns.estimate, "end", 150),
    block(words.weight, columns.weight, "end", 60),
  ];
  const bottom = 14 + Math.max(...blocks.map((labels) => labels.at(-1)!.y)) + 10;
  return { labels: blocks.flatMap((labels) => labels.map((label) => ({ ...label, y: label.y + bottom - 10 - labels.at(-1)!.y }))), bottom };
}

function rowLabels(row: ForestRow, columns: Columns, middle: number): Label[] {
  const isMain = row.kind === "pooled";
  const size = row.kind === "left-out" ? SMALL + 1 : SIZE;
  const base = middle + 5;
  const quiet = row.kind === "left-out" || row.kind === "prediction";
  const style = { size, bold: isMain, ...(quiet ? { ink: "muted" as const } : {}) };
  const at = (text: string | undefined, x: number): Label[] => (text ? [{ text, x, y: base, anchor: "end", ...style }] : []);
  const first = row.second ? middle - 3 : base;
  return [
    { text: row.label, x: columns.study + (row.kind === "left-out" ? 10 : 0), y: first, href: row.href, ...style },
    ...(row.second ? [{ text: row.second, x: columns.study, y: middle + 13, size: SMALL - 0.5, ink: "muted" as const }] : []),
    ...at(row.counts?.[0], columns.counts[0]),
    ...at(row.counts?.[1], columns.counts[1]),
    ...at(row.text, columns.estimate),
    ...at(row.weightText, columns.weight),
  ];
}
