import { LIGHTS_WIDTH, lightX, MOST_DOMAINS, type PlacedLights, RADIUS } from "../risk/lights.ts";
import { type Label, LINE, paragraph } from "../svg/label.ts";
import { textWidth, wrapText } from "../svg/text-width.ts";
import { capital, type Words } from "../words.ts";
import type { Placed, PlacedRow } from "./placed.ts";
import { hasLights, type Row, risksOf, rowsOf, type Sheet } from "./sheet.ts";

const SIZE = 14;
const SMALL = 12;
const TALL = 40; // a row with a second line
const LEAN = 28; // a row with one line
const SECOND = 11.5; // size of the second line
const SECOND_LINE = 15;
const DIGITS = 17; // height of the numbers above the lights
const TOOL = 82; // room for the name of the tool before its lights
const LEAST_COUNT = 100; // width of a column of counts
const COUNTS_APART = 16; // pixels between the numbers of two arms
const LIGHTS_APART = 1080; // pixels from which the lights have a column of their own

interface Columns {
  readonly study: number; // width
  readonly counts: readonly number[]; // right edges
  readonly left: number; // of the axis
  readonly right: number;
  readonly estimate: number; // right edge
  readonly weight: number; // right edge
  readonly lights: number | undefined; // middle of the first light
  readonly apart: boolean; // lights in a column of their own, not below the estimate
}

/** Columns as in a journal: study, counts, the plot, estimate, weight, risk of bias. The plot takes what is left. */
function columnsOf(width: number, sheet: Sheet): Columns {
  const lit = hasLights(sheet);
  const apart = lit && width >= LIGHTS_APART;
  const study = sheet.counts.length === 2 ? 196 : 236;
  const longest = Math.max(0, ...rowsOf(sheet).flatMap(({ counts = [] }) => counts.map((text) => textWidth(text, SIZE))));
  const count = Math.max(LEAST_COUNT, Math.ceil(longest) + COUNTS_APART);
  const edge = width - (apart ? LIGHTS_WIDTH + 22 : 0);
  const estimate = edge - (sheet.weight === undefined ? 0 : 62);
  const counts = sheet.counts.map((_, i) => study + (i + 1) * count);
  const left = (counts.at(-1) ?? study) + 22;
  const lights = lit ? width - LIGHTS_WIDTH + 8 : undefined;
  const below = lit && !apart ? width - LIGHTS_WIDTH - TOOL : width; // lights under the estimate stand clear of the plot
  return { study, counts, left, right: Math.min(estimate - 146, below), estimate, weight: edge, lights, apart };
}

/** Lays out rows for 800 pixels and more. */
export function wideLayout(sheet: Sheet, words: Words, width: number): Placed {
  const columns = columnsOf(width, sheet);
  const head = heading(sheet, words, columns);
  const labels: Label[] = [...head.labels];
  const rows: PlacedRow[] = [];
  const rules = [head.bottom];
  let y = head.bottom + 6;
  for (const [place, group] of sheet.groups.entries()) {
    if (place > 0) rules.push(y + 6);
    y += place > 0 ? 12 : 0;
    if (group.title !== undefined) {
      labels.push({ text: group.title, x: 0, y: y + 17, size: SIZE, bold: true });
      y += LEAN - 2;
    }
    for (const row of group.rows) {
      const height = heightOf(row, columns);
      const middle = y + height / 2;
      rows.push({ ...row, y: middle });
      labels.push(...rowLabels(row, columns, middle), ...toolLabel(row, columns, middle, words));
      y += height;
    }
  }
  const axisY = y + 8;
  const { left, right } = columns;
  const lights = lightsOf(rows, columns);
  return { width, height: axisY + 26, left, right, lines: [[head.bottom, axisY]], axisY, rows, labels, lights, rules };
}

/** Where the product or design needs more than a line, the row grows. */
function heightOf(row: Row, columns: Columns): number {
  if (row.second === undefined && row.risk === undefined) return LEAN;
  return TALL + (secondLines(row, columns).length - 1) * SECOND_LINE;
}

const secondLines = ({ second = "" }: Row, { study }: Columns): string[] => wrapText(second, study - 4, SECOND);

const lightsOf = (rows: readonly PlacedRow[], { lights, apart }: Columns): PlacedLights[] =>
  lights === undefined ? [] : rows.flatMap(({ risk, y }) => (risk ? [{ risk, x: lights, y: apart ? y - 7 : y + 10 }] : []));

/** Column headings, bottom-aligned on the rule below them. */
function heading(sheet: Sheet, words: Words, columns: Columns): { labels: Label[]; bottom: number } {
  const columnWidth = 90;
  const block = (text: string, x: number, anchor: "start" | "end", width: number) =>
    paragraph(text, { text, x, y: 0, size: SMALL, anchor, ink: "muted", bold: true }, width).labels;
  const count = ({ name, unit }: Sheet["counts"][number], x: number) => {
    const above = name === "" ? [] : block(capital(name), x, "end", columnWidth);
    const below = paragraph(
      unit,
      { text: unit, x, y: (above.at(-1)?.y ?? -SMALL * LINE) + SMALL * LINE, size: SMALL, anchor: "end", ink: "muted" },
      columnWidth,
    );
    return [...above, ...below.labels];
  };
  const blocks = [
    block(sheet.study, 0, "start", 180),
    ...sheet.counts.map((head, i) => count(head, columns.counts[i]!)),
    block(sheet.estimate, columns.estimate, "end", 150),
    ...(sheet.weight === undefined ? [] : [block(sheet.weight, columns.weight, "end", 60)]),
  ];
  const digits = lightHeads(sheet, words, columns);
  const raised = columns.lights !== undefined && !columns.apart ? DIGITS : 0;
  const lift = (labels: readonly Label[]) => (labels[0]!.x >= columns.estimate ? raised : 0);
  const bottom = 24 + Math.max(...blocks.map((labels) => labels.at(-1)!.y + lift(labels)));
  const based = blocks.flatMap((labels) => {
    const base = bottom - 10 - lift(labels) - labels.at(-1)!.y;
    return labels.map((label) => ({ ...label, y: label.y + base }));
  });
  return { labels: [...based, ...digits.map((label) => ({ ...label, y: label.y + bottom - 10 }))], bottom };
}

/** The number of each domain above its lights, "overall" above the last, and what it is all about where there is room. */
function lightHeads(sheet: Sheet, words: Words, { lights, apart, weight }: Columns): Label[] {
  if (lights === undefined) return [];
  const most = Math.max(...risksOf(sheet).map((risk) => risk?.domains.length ?? 0));
  const style = { y: 0, size: SMALL - 1, anchor: "middle" as const, ink: "muted" as const };
  const digits = Array.from({ length: most }, (_, i) => ({ ...style, text: String(i + 1), x: lights + lightX(i, most) }));
  // Its end stands over the end of the last light: a longer word of another language grows to the left, where there is room.
  const all: Label = { ...style, anchor: "end", text: words.overallShort, x: lights + lightX(MOST_DOMAINS, MOST_DOMAINS) + RADIUS };
  const above: Label = { text: words.riskOfBias, x: weight + 22, y: -SMALL * LINE - 2, size: SMALL, ink: "muted", bold: true };
  const beside: Label = { ...style, text: words.riskOfBias, x: lights - 13, anchor: "end" };
  return [apart ? above : beside, ...digits, all];
}

/** Which tool the lights are of, since the same place judges different things in each; or that there are none. */
function toolLabel({ risk }: Row, { lights, apart, weight }: Columns, middle: number, words: Words): Label[] {
  if (risk === undefined || lights === undefined) return [];
  const style = { size: SMALL - 1, ink: "muted" as const };
  if (risk === null)
    return [
      {
        ...style,
        text: `${words.riskOfBias}: ${words.riskUnknown}`,
        x: apart ? lights - 7 : weight,
        y: middle + 14,
        anchor: apart ? "start" : "end",
      },
    ];
  const tool = words[`tool.${risk.tool}`];
  return [
    apart
      ? { ...style, text: tool, x: lights - 7, y: middle + 14 }
      : { ...style, text: tool, x: lights - 13, y: middle + 14, anchor: "end" },
  ];
}

function rowLabels(row: Row, columns: Columns, middle: number): Label[] {
  const isMain = row.kind === "pooled" || row.kind === "pooled-series";
  const quiet = row.kind === "prediction" || row.kind === "left-out";
  const style = { size: SIZE, bold: isMain, ...(quiet ? { ink: "muted" as const } : {}) };
  const base = middle + 5;
  const seconds = row.second === undefined ? [] : secondLines(row, columns);
  const first = seconds.length === 0 ? base : middle - 3 - ((seconds.length - 1) * SECOND_LINE) / 2;
  const lit = row.risk !== undefined && columns.lights !== undefined && !columns.apart;
  const at = (text: string | undefined, x: number, y = base): Label[] => (text ? [{ text, x, y, anchor: "end", ...style }] : []);
  const { label, mark, href } = row;
  return [
    { text: label, x: 0, y: first, href, ...style, ...(mark === undefined ? {} : { mark }) },
    ...seconds.map((text, i) => ({ text, x: 0, y: first + 16 + i * SECOND_LINE, size: SECOND, ink: "muted" as const })),
    ...(row.counts ?? []).flatMap((text, i) => at(text, columns.counts[i]!)),
    ...at(row.text, columns.estimate, lit ? middle - 3 : base),
    ...at(row.weightText, columns.weight, lit ? middle - 3 : base),
  ];
}
