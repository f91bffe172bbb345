import type { Pooled } from "@calcar/evidence";
import * as Plot from "@observablehq/plot";
import { axisMarks } from "../axis/axis-marks.ts";
import { cutTo, isCut } from "../axis/cut.ts";
import { differenceAxis, type EffectAxis, isWithinReach, meanAxis, ratioAxis } from "../axis/effect-axis.ts";
import { type FigureSetting, isNarrow } from "../setting.ts";
import { bare, finish } from "../svg/finish.ts";
import { drawLabels } from "../svg/label.ts";
import { moved, NOTHING, stack, tellingBlock, titleBlock } from "../svg/standalone.ts";
import { element, type SvgElement } from "../svg/svg-document.ts";
import { INKS, type Inks } from "../theme.ts";
import { ENGLISH, fill, type Words } from "../words.ts";
import { favoursBlock } from "./favours.ts";
import { footLines } from "./foot.ts";
import { forestDescription } from "./forest-description.ts";
import { forestMarks } from "./forest-marks.ts";
import { type ForestContent, forestContent, isOnMeans } from "./forest-row.ts";
import { narrowLayout } from "./narrow-layout.ts";
import type { Placed } from "./placed.ts";
import { wideLayout } from "./wide-layout.ts";

const MARGIN = 20; // around a figure that travels alone
const SMALL = 12;

/**
 * Forest plot of a pooled answer: each study with its counts, a square as large as its weight, its interval; the pool as a
 * diamond with its prediction interval; the pool without each study in turn.
 *
 * The axis of a ratio is logarithmic. An interval that reaches beyond it ends in an arrow, and its numbers stand beside it.
 *
 * @returns an svg element of the document given, with title and description
 */
export function forestPlot(pooled: Pooled, setting: FigureSetting): SvgElement {
  const { document, theme, standalone = false, words = ENGLISH } = setting;
  const inks = INKS[theme];
  const margin = standalone ? MARGIN : 0;
  const inner = setting.width - 2 * margin;
  const content = forestContent(pooled, setting);
  const placed = (isNarrow(setting.width) ? narrowLayout : wideLayout)(pooled, content, words, inner);
  const axis = axisOf(pooled, content, placed, words);
  const drawn = drawAxis(placed, axis, inks, setting);

  const head = standalone ? titleBlock(pooled, undefined, inner) : NOTHING;
  const favours = favoursBlock(pooled, placed, words, drawn.middle);
  const notes = stack(
    footLines(pooled, words, cuts(placed, axis)).map((text) => ({ text, size: SMALL, ink: "muted" as const })),
    inner,
  );
  const telling = standalone ? tellingBlock(pooled, words, inner) : NOTHING;
  const below = placed.height + favours.height;
  const labels = [...placed.labels, ...favours.labels, ...moved(notes.labels, 0, below + 10)];
  const height = head.height + below + notes.height + telling.height + 16 + 2 * margin;
  const body = element(document, "g", { transform: `translate(${margin},${margin + head.height})` }, [
    drawn.svg,
    drawLabels(document, labels, inks),
  ]);
  const svg = element(document, "svg", {}, [
    drawLabels(document, moved(head.labels, margin, margin), inks),
    body,
    drawLabels(document, moved(telling.labels, margin, margin + head.height + below + notes.height + 10), inks),
  ]);
  return finish(svg, {
    document,
    theme,
    inks,
    id: `forest-${pooled.question}-${setting.width}`,
    title: fill(words.effectTitle, { asks: pooled.asks }),
    description: forestDescription(pooled, content, words),
    linked: setting.studyAddress !== undefined,
    size: [setting.width, height],
  });
}

/** Intervals of the studies and the pool shape the axis; a prediction interval or a leave-one-out beyond all reason is cut instead. */
function axisOf(
  { measure }: Pooled,
  { studies, pooled, leftOut }: ForestContent,
  { left, right }: Placed,
  { language }: Words,
): EffectAxis {
  const rows = [...studies, ...pooled, ...leftOut];
  const points = rows.flatMap(({ point }) => point ?? []);
  const intervals = rows.filter(
    ({ kind, interval }) => kind === "study" || kind === "pooled" || (!isOnMeans({ measure }) && isWithinReach(interval)),
  );
  const shown = { points, intervals: intervals.map(({ interval }) => interval) };
  if (measure === "RD") return differenceAxis(shown, right - left, language);
  return (isOnMeans({ measure }) ? meanAxis : ratioAxis)(shown, right - left, language);
}

const cuts = ({ rows }: Placed, { domain }: EffectAxis): boolean => rows.some(({ interval }) => isCut(cutTo(interval, domain)));

/** Plot draws the axis and everything on it; the words around it are ours. */
function drawAxis(
  { width, height, left, right, axisY, rules, ...placed }: Placed,
  axis: EffectAxis,
  inks: Inks,
  { document }: FigureSetting,
) {
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
      ...forestMarks({ width, height, left, right, axisY, rules, ...placed }, axis, inks),
    ],
  });
  const svg = bare(plot as unknown as SvgElement);
  return { svg, middle: plot.scale("x")!.apply(axis.none) as number };
}
