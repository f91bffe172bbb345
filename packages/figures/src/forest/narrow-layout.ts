import type { Pooled } from "@calcar/evidence";
import { type Label, paragraph } from "../svg/label.ts";
import { textWidth } from "../svg/text-width.ts";
import { fill, type Words } from "../words.ts";
import { type ForestContent, type ForestRow, isOnMeans } from "./forest-row.ts";
import type { Placed, PlacedRow } from "./placed.ts";

const SIZE = 14;
const SMALL = 12;
const EDGE = 10; // room for arrows and outer ticks
const BAND = 24; // height of the drawn part of a row

/** Lays out a forest plot for a phone: the words of each study stand above its line, and the axis has the whole width. */
export function narrowLayout(pooled: Pooled, content: ForestContent, words: Words, width: number): Placed {
  const rows: PlacedRow[] = [];
  const head = heading(pooled, words, width);
  const labels: Label[] = [...head.labels];
  const rules = [head.bottom];
  let y = head.bottom + 8;
  const add = (row: ForestRow) => {
    const block = rowLabels(row, words, width, y);
    labels.push(...block.labels);
    rows.push({ ...row, y: block.bottom + BAND / 2 - 2 });
    y = block.bottom + BAND + 6;
  };

  for (const row of content.studies) add(row);
  if (content.pooled.length > 0) {
    rules.push(y);
    y += 8;
  }
  for (const row of content.pooled) add(row);
  if (content.leftOut.length > 0) {
    rules.push(y);
    y += 8;
    labels.push({ text: words.leaveOneOut, x: 0, y: y + 12, size: SMALL, ink: "muted", bold: true });
    y += 22;
    for (const row of content.leftOut) add(row);
  }
  const axisY = y + 2;
  return {
    width,
    height: axisY + 26,
    left: EDGE,
    right: width - EDGE,
    lines: [...rows.map((row) => [row.y - 9, row.y + BAND / 2] as const), [axisY - 6, axisY]],
    axisY,
    rows,
    labels,
    rules,
  };
}

function heading({ comparison, measure, counted }: Pooled, words: Words, width: number): { labels: Label[]; bottom: number } {
  const style = { x: 0, size: SMALL, ink: "muted" as const };
  const arms = fill(isOnMeans({ measure }) ? words.meansOf : words.eventsOf, {
    arms: fill(words.against, comparison),
    counted: words[`counted.${counted}`],
  });
  const estimate = fill(words.estimateHeading, { measure: words[`measure.${measure}`] });
  const first = paragraph(arms, { ...style, text: arms, y: 12 }, width);
  const second = paragraph(estimate, { ...style, text: estimate, y: first.next, bold: true }, width);
  return { labels: [...first.labels, ...second.labels], bottom: second.next - 6 };
}

/** Name and estimate on one line where both fit, on two where not; counts and weight below. */
function rowLabels(row: ForestRow, words: Words, width: number, top: number): { labels: Label[]; bottom: number } {
  const bold = row.kind === "pooled";
  const quiet = row.kind === "left-out" || row.kind === "prediction";
  const style = { size: quiet ? SMALL + 1 : SIZE, bold, ...(quiet ? { ink: "muted" as const } : {}) };
  const fits = textWidth(row.label, style.size, bold) + textWidth(row.text, style.size, bold) + 12 <= width;
  const first = top + 13;
  const second = fits ? first : first + 18;
  const labels: Label[] = [
    { text: row.label, x: 0, y: first, href: row.href, ...style },
    { text: row.text, x: fits ? width : 0, y: second, anchor: fits ? "end" : "start", ...style },
  ];
  const quieter = quietLines(row, words).map((text, i) => ({ text, x: 0, y: second + 16 * (i + 1), size: SMALL, ink: "muted" as const }));
  return { labels: [...labels, ...quieter], bottom: (quieter.at(-1)?.y ?? second) + 5 };
}

/** Counts and weight, then the design. */
function quietLines({ counts, second, weightText }: ForestRow, words: Words): string[] {
  const numbers = [
    counts ? fill(words.against, { intervention: counts[0], comparator: counts[1] }) : "",
    weightText ? fill(words.weightOf, { weight: weightText }) : "",
  ];
  return [numbers.filter((part) => part !== "").join(" \u00b7 "), second ?? ""].filter((line) => line !== "");
}
