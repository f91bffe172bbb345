import type { DraftBlock } from "../draft.ts";
import type { BlockLayout, Span } from "../page.ts";
import { isHeadingLine, isShortOpenLine } from "./headings.ts";
import { isAttribution, type Mark } from "./marks.ts";
import { cellsOf, isDelimiterRow } from "./rows.ts";
import { type LineEnds, type Unit, unitsOf } from "./units.ts";

const CAPTION = /^[*_]{0,2}(?:fig(?:ure|\.)|table|image|photo(?:graph)?|chart|video|figura|tabla|imagen|foto)\s*[A-Z]?\d{0,3}[.:]\s/i;
const CLOSING_SIGNS = /[ \t]+#+$/;

const words = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Lengths of runs of short open lines that stand together, for each of the units. */
const runLengths = (text: string, units: readonly Unit[]): number[] => {
  const open = units.map((unit) => !unit.mark && !unit.row && unit.lines === 1 && isShortOpenLine(words(text, unit.body)));
  const lengths = units.map(() => 0);
  for (let from = 0; from < units.length; ) {
    let to = from;
    while (to < units.length && open[to] && (to === from || !units[to]!.blankBefore)) to++;
    lengths.fill(to - from, from, Math.max(to, from + 1));
    from = Math.max(to, from + 1);
  }
  return lengths;
};

const bodyOf = (text: string, unit: Unit, layout: BlockLayout): Span => {
  const { start, end } = unit.body;
  if (layout !== "heading") return { start, end };
  const bold = /^(?:\*{2,4}|__)(?=\S)/.exec(text.slice(start, start + 5))?.[0] ?? "";
  if (bold && text.slice(start, end).replace(/:$/, "").endsWith(bold))
    return { start: start + bold.length, end: text.lastIndexOf(bold, end) };
  const signs = unit.mark?.layout === "heading" ? CLOSING_SIGNS.exec(text.slice(start, end))?.[0] : undefined;
  return { start, end: end - (signs?.length ?? 0) };
};

interface Shaping {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly runs: readonly number[];
  readonly marksHeadings: boolean; // the author marks headings, so an unmarked line is none
}

const plainLayout = (shaping: Shaping, index: number): BlockLayout => {
  const { text, units, runs } = shaping;
  const unit = units[index]!;
  const line = words(text, unit.body);
  if (CAPTION.test(line.slice(0, 60)) && line.length < 400) return "caption";
  const run = runs[index]!;
  const surroundings = { follower: units[index + 1], run, isFirst: index === 0 };
  if (!shaping.marksHeadings && !isAttribution(line) && isHeadingLine(unit, line, surroundings)) return "heading";
  return run >= 3 && isShortOpenLine(line) ? "list-item" : "paragraph";
};

/** "1. Lack of evidence" with a paragraph below it: a numbered heading, not an item. */
const isNumberedHeading = (shaping: Shaping, index: number): boolean => {
  const { text, units } = shaping;
  const unit = units[index]!;
  const next = units[index + 1];
  const line = words(text, unit.body);
  if (shaping.marksHeadings || !/^\(?\d/.test(text.slice(unit.start, unit.start + 3)) || !next || next.mark || next.row) return false;
  return (
    isHeadingLine(unit, line, { follower: next, run: 1, isFirst: false }) &&
    (next.blankBefore || next.body.end - next.body.start > line.length)
  );
};

interface Laid {
  readonly layout: BlockLayout;
  readonly level?: number;
}

const markedLayout = (shaping: Shaping, index: number, mark: Mark): Laid => {
  if (mark.layout === "quotation") return { layout: "quotation" };
  if (mark.layout === "heading") return { layout: "heading", level: mark.level ?? 2 };
  if (isNumberedHeading(shaping, index)) return { layout: "heading", level: 2 };
  return { layout: "list-item", level: mark.level ?? 1 };
};

const layoutOf = (shaping: Shaping, index: number): Laid => {
  const unit = shaping.units[index]!;
  if (unit.code) return { layout: "code" };
  if (unit.underline) return { layout: "heading", level: unit.underline === "=" ? 1 : 2 };
  if (unit.isRule) return { layout: "paragraph" };
  if (unit.mark) return markedLayout(shaping, index, unit.mark);
  const layout = plainLayout(shaping, index);
  if (layout === "heading") return { layout, level: index === 0 && !/\?\W*$/.test(shaping.text.slice(unit.start, unit.end)) ? 1 : 2 };
  return layout === "list-item" ? { layout, level: 1 } : { layout };
};

/** Drawn bars below a row belong to its last cell: they make the row a heading row and say nothing themselves. */
const withRow = (blocks: DraftBlock[], text: string, unit: Unit, rows: { table: number; row: number; last: number }): void => {
  if (isDelimiterRow(words(text, unit)) && rows.row > 0) {
    const from = blocks.findLastIndex(({ cell }) => cell === undefined || cell.row !== rows.row - 1) + 1;
    for (let at = from; at < blocks.length; at++) blocks[at] = { ...blocks[at]!, cell: { ...blocks[at]!.cell!, isHeader: true } };
    blocks.push({ ...blocks.pop()!, end: unit.end });
  } else {
    for (const cell of cellsOf(text, unit, { table: rows.table, row: rows.row, isHeader: false })) blocks.push(cell);
    rows.row++;
  }
};

/**
 * Finds headings, lists, quotations, captions, tables and paragraphs in a text by the way it is set.
 *
 * @param lineEnds "spaces" reads it as Markdown, "judge" as a plain text
 * @returns blocks in order; every character that is not white space lies in exactly one
 */
export const shapeText = (text: string, lineEnds: LineEnds = "judge"): DraftBlock[] => {
  const units = unitsOf(text, lineEnds);
  const marksHeadings = lineEnds === "spaces" && units.some(({ mark, underline }) => mark?.layout === "heading" || underline);
  const shaping: Shaping = { text, units, runs: runLengths(text, units), marksHeadings };
  const blocks: DraftBlock[] = [];
  const rows = { table: -1, row: 0, last: -2 };
  units.forEach((unit, index) => {
    if (unit.row) {
      if (rows.last !== index - 1) Object.assign(rows, { table: rows.table + 1, row: 0 });
      rows.last = index;
      withRow(blocks, text, unit, rows);
      return;
    }
    const { layout, level } = layoutOf(shaping, index);
    const { start, end } = unit;
    blocks.push({ start, end, layout, body: bodyOf(text, unit, layout), ...(level === undefined ? {} : { level }) });
  });
  return blocks;
};
