import * as Plot from "@observablehq/plot";
import { axisMarks } from "../axis/axis-marks.ts";
import { cutTo, isCut } from "../axis/cut.ts";
import type { RowAxis } from "../axis/effect-axis.ts";
import { drawLight, drawLights } from "../risk/lights.ts";
import { riskLegend } from "../risk/risk-legend.ts";
import { type FigureSetting, isNarrow } from "../setting.ts";
import { bare, finish } from "../svg/finish.ts";
import { drawLabels } from "../svg/label.ts";
import { type Block, MARGIN, moved, NOTHING, stack, type Told, tellingBlock, titleBlock } from "../svg/standalone.ts";
import { element, type SvgElement } from "../svg/svg-document.ts";
import { INKS, type Inks } from "../theme.ts";
import { ENGLISH, type Words } from "../words.ts";
import { narrowLayout } from "./narrow-layout.ts";
import type { Placed } from "./placed.ts";
import { rowMarks } from "./row-marks.ts";
import { risksOf, type Sheet } from "./sheet.ts";
import { wideLayout } from "./wide-layout.ts";

const SMALL = 12;
const KICKER_SPACE = 8; // pixels below the line that says what kind of figure it is

/** A figure of rows over one axis, ready to be drawn at any width. */
export interface RowFigure {
  readonly name: string; // "forest-PS3"
  readonly title: string;
  readonly description: string;
  readonly kicker?: string; // what kind of figure it is, where that is not plain
  readonly told: Told;
  readonly sheet: Sheet;
  readonly axis: (width: number) => RowAxis;
  readonly below?: (placed: Placed, middle: number) => Block; // which side speaks for whom
  readonly notes: (cut: boolean) => readonly string[];
}

/** Draws rows with their words, the axis, what the lights mean, notes and, in a file, title and origin. */
export function drawRows(figure: RowFigure, setting: FigureSetting): SvgElement {
  const { document, theme, standalone = false, words = ENGLISH } = setting;
  const { sheet, told, kicker } = figure;
  const inks = INKS[theme];
  const margin = standalone ? MARGIN : 0;
  const inner = setting.width - 2 * margin;
  const placed = (isNarrow(setting.width) ? narrowLayout : wideLayout)(sheet, words, inner);
  const axis = figure.axis(placed.right - placed.left);
  const drawn = drawAxis(placed, axis, inks, setting);
  const head = headOf(told, kicker, standalone, inner);
  const sides = drawn.middle === undefined ? NOTHING : (figure.below?.(placed, drawn.middle) ?? NOTHING);
  const below = placed.height + sides.height;
  const foot = footOf(figure, isAnyCut(placed, axis), inner, words);
  const telling = standalone ? tellingBlock(told, words, inner) : NOTHING;
  const svg = element(document, "svg", {}, [
    drawLabels(document, moved(head.labels, margin, margin), inks),
    element(document, "g", { transform: `translate(${margin},${margin + head.height})` }, [
      drawn.svg,
      drawLabels(document, [...placed.labels, ...sides.labels, ...moved(foot.labels, 0, below)], inks),
      ...placed.lights.map((lights) => drawLights(document, lights, inks, words)),
      ...foot.signs.map(({ judgement, x, y }) => drawLight(document, { judgement, at: [x, y + below] }, inks)),
    ]),
    drawLabels(document, moved(telling.labels, margin, margin + head.height + below + foot.height), inks),
  ]);
  return finish(svg, {
    document,
    theme,
    inks,
    id: `${figure.name}-${setting.width}`,
    title: figure.title,
    description: figure.description,
    linked: setting.studyAddress !== undefined,
    size: [setting.width, head.height + below + foot.height + telling.height + 6 + 2 * margin],
  });
}

function headOf(told: Told, kicker: string | undefined, standalone: boolean, width: number): Block {
  if (standalone) return titleBlock(told, kicker, width);
  if (kicker === undefined) return NOTHING;
  const head = stack([{ text: kicker, size: 13, bold: true }], width);
  return { ...head, height: head.height + KICKER_SPACE };
}

/** Notes, then what the lights mean. */
function footOf({ sheet, notes }: RowFigure, cut: boolean, width: number, words: Words) {
  const said = stack(
    notes(cut).map((text) => ({ text, size: SMALL, ink: "muted" as const })),
    width,
  );
  const top = 10 + said.height;
  const legend = riskLegend(risksOf(sheet), words, width);
  const lift = top + (legend.height > 0 ? 6 : 0);
  return {
    labels: [...moved(said.labels, 0, 10), ...moved(legend.labels, 0, lift)],
    signs: legend.signs.map((sign) => ({ ...sign, y: sign.y + lift })),
    height: lift + legend.height + 10,
  };
}

const isAnyCut = ({ rows }: Placed, { domain }: RowAxis): boolean => rows.some(({ interval }) => isCut(cutTo(interval, domain)));

/** Plot draws the axis and everything on it; the words around it are ours. */
function drawAxis(placed: Placed, axis: RowAxis, inks: Inks, { document }: FigureSetting): { svg: SvgElement; middle: number | undefined } {
  const { width, height, left, right, axisY, rules } = placed;
  const plot = Plot.plot({
    document: document as unknown as NonNullable<Plot.PlotOptions["document"]>,
    width,
    height,
    marginLeft: left,
    marginRight: width - right,
    marginTop: 0,
    marginBottom: height - axisY,
    x: { type: axis.type, domain: [...axis.domain], axis: null },
    y: { type: "linear", domain: [0, axisY], range: [0, axisY], axis: null },
    r: { type: "identity" },
    marks: [
      Plot.ruleY(rules, { stroke: inks.rule, insetLeft: -left, insetRight: right - width }),
      ...axisMarks(axis, axisY, inks),
      ...rowMarks(placed, axis, inks),
    ],
  });
  const middle = axis.none === undefined ? undefined : (plot.scale("x")!.apply(axis.none) as number);
  return { svg: bare(plot as unknown as SvgElement), middle };
}
