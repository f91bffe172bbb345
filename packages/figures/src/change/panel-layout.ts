import type { ChangeRow } from "@calcar/evidence";
import { markOf } from "../forest/forest-rows.ts";
import { isNarrow } from "../setting.ts";
import { type Label, paragraph } from "../svg/label.ts";
import { textWidth } from "../svg/text-width.ts";
import type { Words } from "../words.ts";
import { type ChangePanel, changeText, circumstances, valuesText } from "./change-text.ts";

export interface PlacedChange {
  readonly before: number;
  readonly after: number;
  readonly y: number;
}

/** One panel in pixels, from its heading to below its axis. */
export interface PlacedPanel {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly axisY: number;
  readonly rows: readonly PlacedChange[];
  readonly labels: readonly Label[];
}

const SIZE = 14;
const SMALL = 12;
const WORDS_WIDTH = 300; // of the left column when wide
const VALUES_WIDTH = 124; // of the right column when wide
const EDGE = 12;

export interface RowSetting {
  readonly width: number; // within the margins
  readonly narrow: boolean;
  readonly words: Words;
  readonly studyAddress: ((study: string) => string) | undefined;
}

export const rowSetting = (width: number, inner: number, words: Words, studyAddress: RowSetting["studyAddress"]): RowSetting => ({
  width: inner,
  narrow: isNarrow(width),
  words,
  studyAddress,
});

/** Lays out one instrument: its name and scale, a row for each series, the axis, and which way is better. */
export function placePanel(panel: ChangePanel, setting: RowSetting): PlacedPanel {
  const { width, narrow } = setting;
  const head = heading(panel, width);
  const labels: Label[] = [...head.labels];
  const rows: PlacedChange[] = [];
  let y = head.next;
  for (const row of panel.rows) {
    const block = (narrow ? narrowRow : wideRow)(row, setting, y);
    labels.push(...block.labels);
    if (row.before !== null && row.after !== null) rows.push({ before: row.before, after: row.after, y: block.middle });
    y = block.bottom;
  }
  const axisY = y + 4;
  const [left, right] = narrow ? [EDGE, width - EDGE] : [WORDS_WIDTH + 24, width - VALUES_WIDTH - 20];
  return { height: axisY + 38, left, right, axisY, rows, labels: [...labels, ...betterLabel(panel, [left, right], axisY, setting.words)] };
}

/** Name and scale on one line where both fit, the scale below where not. */
function heading({ instrument, scale }: ChangePanel, width: number): { labels: Label[]; next: number } {
  const name: Label = { text: instrument, x: 0, y: 20, size: SIZE, bold: true };
  if (textWidth(instrument, SIZE, true) + 10 + textWidth(scale, SMALL) <= width) return { labels: [{ ...name, trail: scale }], next: 28 };
  const below = paragraph(scale, { text: scale, x: 0, y: 37, size: SMALL, ink: "muted" }, width);
  return { labels: [name, ...below.labels], next: below.next - 8 };
}

interface RowBlock {
  readonly labels: Label[];
  readonly middle: number;
  readonly bottom: number;
}

function wideRow(row: ChangeRow, { width, words, studyAddress }: RowSetting, top: number): RowBlock {
  const name: Label = { text: row.label, x: 0, y: top + 15, size: SIZE, href: studyAddress?.(row.id), ...marked(row) };
  const said = circumstances(row, words);
  const below = paragraph(said, { text: said, x: 0, y: top + 31, size: SMALL - 0.5, ink: "muted" }, WORDS_WIDTH);
  const bottom = below.next - 4;
  const middle = (top + bottom) / 2;
  const change = changeText(row, words);
  const right = { x: width, anchor: "end" as const };
  const values: Label = { ...right, text: valuesText(row, words), y: change ? middle - 2 : middle + 5, size: SIZE };
  const second: Label[] = change ? [{ ...right, text: change, y: middle + 14, size: SMALL, ink: "muted" }] : [];
  return { labels: [name, ...below.labels, values, ...second], middle, bottom };
}

function narrowRow(row: ChangeRow, { width, words, studyAddress }: RowSetting, top: number): RowBlock {
  const name: Label = { text: row.label, x: 0, y: top + 15, size: SIZE, href: studyAddress?.(row.id), ...marked(row) };
  const values: Label = { text: valuesText(row, words), x: width, y: top + 15, size: SIZE, anchor: "end" };
  const fits = textWidth(`${name.text} ${name.mark ?? ""}`, SIZE) + textWidth(values.text, SIZE) + 10 <= width;
  const valuesAt: Label = fits ? values : { ...values, x: 0, anchor: "start", y: top + 33 };
  const said = [changeText(row, words), circumstances(row, words)].filter((text) => text !== "").join(" \u00b7 ");
  const below = paragraph(said, { text: said, x: 0, y: valuesAt.y + 16, size: SMALL, ink: "muted" }, width);
  const middle = below.next + 2;
  return { labels: [name, valuesAt, ...below.labels], middle, bottom: middle + 18 };
}

/** The sign of a row that a reader must be careful with; the figure's foot says what it means. */
function marked(row: ChangeRow): Pick<Label, "mark"> {
  const mark = markOf(row);
  return mark === "" ? {} : { mark };
}

function betterLabel({ higherIsBetter }: ChangePanel, [left, right]: readonly [number, number], axisY: number, words: Words): Label[] {
  if (higherIsBetter === null) return [];
  const style = { y: axisY + 32, size: SMALL, ink: "muted" as const };
  return higherIsBetter
    ? [{ ...style, text: `${words.better} \u2192`, x: right, anchor: "end" }]
    : [{ ...style, text: `\u2190 ${words.better}`, x: left }];
}
