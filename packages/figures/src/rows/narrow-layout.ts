import type { PlacedLights } from "../risk/lights.ts";
import { type Label, paragraph } from "../svg/label.ts";
import { textWidth, wrapText } from "../svg/text-width.ts";
import { fill, type Words } from "../words.ts";
import type { Placed, PlacedRow } from "./placed.ts";
import { hasLights, type Row, type Sheet } from "./sheet.ts";

const SIZE = 14;
const SMALL = 12;
const EDGE = 10; // room for arrows and outer ticks
const BAND = 24; // height of the drawn part of a row
const LIGHTS = 22; // height of a line of lights

interface Block {
  readonly labels: readonly Label[];
  readonly lights: readonly PlacedLights[];
  readonly bottom: number;
}

/** Lays out rows for a phone: the words of each stand above its line, and the axis has the whole width. */
export function narrowLayout(sheet: Sheet, words: Words, width: number): Placed {
  const rows: PlacedRow[] = [];
  const head = heading(sheet, width);
  const labels: Label[] = [...head.labels];
  const lights: PlacedLights[] = [];
  const rules = [head.bottom];
  const lit = hasLights(sheet);
  let y = head.bottom + 8;
  for (const [place, group] of sheet.groups.entries()) {
    if (place > 0) {
      rules.push(y);
      y += 8;
    }
    if (group.title !== undefined) {
      const title = paragraph(group.title, { text: group.title, x: 0, y: y + 13, size: SIZE, bold: true }, width);
      labels.push(...title.labels);
      y = title.next - 6;
    }
    for (const row of group.rows) {
      const block = withLights(rowBlock(row, words, width, y), lit ? row.risk : undefined, words);
      labels.push(...block.labels);
      lights.push(...block.lights);
      rows.push({ ...row, y: block.bottom + BAND / 2 - 2 });
      y = block.bottom + BAND + 6;
    }
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
    lights,
    rules,
  };
}

function heading({ above, estimate }: Sheet, width: number): { labels: Label[]; bottom: number } {
  const style = { x: 0, size: SMALL, ink: "muted" as const };
  const first = above === "" ? { labels: [], next: 12 } : paragraph(above, { ...style, text: above, y: 12 }, width);
  const second = paragraph(estimate, { ...style, text: estimate, y: first.next, bold: true }, width);
  return { labels: [...first.labels, ...second.labels], bottom: second.next - 6 };
}

/** Name and estimate on one line where both fit, on two where not; counts and weight below. */
function rowBlock(row: Row, words: Words, width: number, top: number): Block {
  const bold = row.kind === "pooled" || row.kind === "pooled-series";
  const quiet = row.kind === "prediction" || row.kind === "left-out";
  const style = { size: row.kind === "prediction" ? SMALL + 1 : SIZE, bold, ...(quiet ? { ink: "muted" as const } : {}) };
  const sign = row.mark === undefined ? 0 : textWidth(row.mark, SIZE) + 6;
  const fits = textWidth(row.label, style.size, bold) + sign + textWidth(row.text, style.size, bold) + 12 <= width;
  const first = top + 13;
  const second = fits ? first : first + 18;
  const labels: Label[] = [
    { text: row.label, x: 0, y: first, href: row.href, ...style, ...(row.mark === undefined ? {} : { mark: row.mark }) },
    { text: row.text, x: fits ? width : 0, y: second, anchor: fits ? "end" : "start", ...style },
  ];
  const quieter = quietLines(row, words, width).map((text, i) => ({
    text,
    x: 0,
    y: second + 16 * (i + 1),
    size: SMALL,
    ink: "muted" as const,
  }));
  return { labels: [...labels, ...quieter], lights: [], bottom: (quieter.at(-1)?.y ?? second) + 5 };
}

function withLights(block: Block, risk: Row["risk"], words: Words): Block {
  if (risk === undefined) return block;
  const tool = risk === null ? `${words.riskOfBias}: ${words.riskUnknown}` : words[`tool.${risk.tool}`];
  const label: Label = { text: tool, x: 0, y: block.bottom + 14, size: SMALL, ink: "muted" };
  const lights = risk === null ? [] : [{ risk, x: TOOL, y: block.bottom + 10 }];
  return { labels: [...block.labels, label], lights, bottom: block.bottom + LIGHTS };
}

const TOOL = 72; // pixels to the first light, clear of the name of the tool

/** Counts and weight, then the design or the product. */
function quietLines({ counts, second = "", weightText }: Row, words: Words, width: number): string[] {
  const [ours, theirs] = counts ?? [];
  const both = ours !== undefined && theirs !== undefined ? fill(words.against, { intervention: ours, comparator: theirs }) : (ours ?? "");
  const numbers = [both, weightText ? fill(words.weightOf, { weight: weightText }) : ""];
  const all = [numbers.filter((part) => part !== "").join(" \u00b7 "), second].filter((line) => line !== "");
  return all.flatMap((text) => wrapText(text, width, SMALL));
}
