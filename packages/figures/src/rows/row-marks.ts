import * as Plot from "@observablehq/plot";
import { cutTo } from "../axis/cut.ts";
import type { RowAxis } from "../axis/effect-axis.ts";
import { round } from "../svg/label.ts";
import { element, type SvgDocument, type SvgElement } from "../svg/svg-document.ts";
import type { Inks } from "../theme.ts";
import type { Placed, PlacedRow } from "./placed.ts";
import type { Row } from "./sheet.ts";

const LARGEST_SQUARE = 17; // pixels, side of the heaviest study's square
const LEAST_HEAVIEST = 40; // per cent: many light studies are drawn light
const ARROW = 6;
const HALF = { full: 8, lean: 5.5 } as const; // heights of diamonds
const SERIES = 4.5; // pixels, radius of a series that has no control group

/**
 * Squares, intervals, diamonds and the line of no effect, as Plot marks. A series without a control group is a hollow circle of one
 * size and its pool a hollow diamond, so that neither can be taken for an effect.
 */
export function rowMarks({ rows, lines }: Placed, axis: RowAxis, inks: Inks): Plot.Markish[] {
  const { none } = axis;
  const studies = rows.filter(({ kind }) => kind === "study");
  const heaviest = Math.max(LEAST_HEAVIEST, ...studies.map(({ weight }) => weight ?? 0));
  // Plot sizes a symbol by the circle of the same area.
  const radius = (row: PlacedRow) => (LARGEST_SQUARE * Math.sqrt((row.weight ?? 0) / heaviest)) / Math.sqrt(Math.PI);
  return [
    none === undefined ? null : Plot.ruleX(lines, { x: () => none, y1: "0", y2: "1", stroke: inks.edge, strokeWidth: 1 }),
    intervalMark(rows, axis, inks),
    Plot.dot(studies, {
      x: "point",
      y: "y",
      r: radius,
      symbol: "square",
      sort: null,
      fill: inks.accent,
      stroke: inks.paper,
      strokeWidth: 0.5,
    }),
    Plot.dot(
      rows.filter(({ kind }) => kind === "left-out"),
      { x: "point", y: "y", r: SERIES, symbol: "square", fill: inks.paper, stroke: inks.edge, strokeWidth: 1 },
    ),
    Plot.dot(
      rows.filter(({ kind }) => kind === "series"),
      { x: "point", y: "y", r: SERIES, symbol: "circle", fill: inks.paper, stroke: inks.accent, strokeWidth: 1.6 },
    ),
    diamondMark(rows, axis, inks),
  ];
}

const LINED: ReadonlySet<Row["kind"]> = new Set(["study", "series", "prediction", "left-out"]);
const INK_OF: Partial<Record<Row["kind"], keyof Inks>> = { prediction: "muted", "left-out": "edge" };

type Scale = (value: number) => number;

/** A mark that draws each row by hand with the figure's own scales. */
function rowMark(
  rows: readonly PlacedRow[],
  name: string,
  draw: (document: SvgDocument, row: PlacedRow, x: Scale) => SvgElement[],
): Plot.RenderFunction {
  return (...[, scales, , , context]) => {
    const { document } = context as unknown as { document: SvgDocument };
    const x = scales.x as unknown as Scale;
    const group = element(
      document,
      "g",
      { class: name },
      rows.flatMap((row) => draw(document, row, x)),
    );
    return group as unknown as ReturnType<Plot.RenderFunction>;
  };
}

/** Confidence intervals as lines, the prediction interval dashed; an arrow where one runs on beyond the axis. */
const intervalMark = (rows: readonly PlacedRow[], { domain }: RowAxis, inks: Inks): Plot.RenderFunction =>
  rowMark(
    rows.filter(({ kind }) => LINED.has(kind)),
    "intervals",
    (document, { interval, kind, y }, x) => {
      const cut = cutTo(interval, domain);
      const [low, high] = [round(x(cut.low)), round(x(cut.high))];
      const dashed = kind === "prediction";
      const ink = INK_OF[kind] ?? "ink";
      const line = {
        x1: low,
        x2: high,
        y1: y,
        y2: y,
        stroke: inks[ink],
        "stroke-width": 1.4,
        "stroke-dasharray": dashed ? "5 3" : undefined,
      };
      return [
        element(document, "line", line),
        cut.below ? arrow(document, [low, y], -1, inks[ink]) : end(document, low, y, inks[ink]),
        cut.above ? arrow(document, [high, y], 1, inks[ink]) : end(document, high, y, inks[ink]),
      ];
    },
  );

const end = (document: SvgDocument, x: number, y: number, ink: string): SvgElement =>
  element(document, "line", { x1: x, x2: x, y1: y - 3.5, y2: y + 3.5, stroke: ink, "stroke-width": 1.4 });

function arrow(document: SvgDocument, [x, y]: readonly [number, number], towards: 1 | -1, ink: string): SvgElement {
  const back = round(x - towards * ARROW);
  return element(document, "path", { class: "cut", d: `M${x},${y}L${back},${y - 4.5}L${back},${y + 4.5}Z`, fill: ink });
}

/** The pool of effects as a filled diamond, every other pool as a hollow one; a side that runs on beyond the axis ends in an arrow. */
const diamondMark = (rows: readonly PlacedRow[], { domain }: RowAxis, inks: Inks): Plot.RenderFunction =>
  rowMark(
    rows.filter(({ kind }) => kind === "pooled" || kind === "pooled-series" || kind === "running"),
    "diamonds",
    (document, { interval, point, kind, y }, x) => {
      const cut = cutTo(interval, domain);
      const [low, high, middle] = [round(x(cut.low)), round(x(cut.high)), round(x(point!))];
      const half = kind === "running" ? HALF.lean : HALF.full;
      const style =
        kind === "pooled"
          ? { fill: inks.accent, stroke: inks.ink, "stroke-width": 0.8 }
          : { fill: inks.paper, stroke: kind === "running" ? inks.muted : inks.accent, "stroke-width": 1.3 };
      return [
        element(document, "path", { d: `M${low},${y}L${middle},${y - half}L${high},${y}L${middle},${y + half}Z`, ...style }),
        ...(cut.below ? [arrow(document, [low, y], -1, style.stroke)] : []),
        ...(cut.above ? [arrow(document, [high, y], 1, style.stroke)] : []),
      ];
    },
  );
