import type { ChangeSeries } from "@calcar/evidence";
import * as Plot from "@observablehq/plot";
import { axisMarks } from "../axis/axis-marks.ts";
import { scaleAxis } from "../axis/effect-axis.ts";
import { leftOutLine } from "../forest/foot.ts";
import { markNotes } from "../forest/mark-notes.ts";
import type { FigureSetting } from "../setting.ts";
import { bare, finish } from "../svg/finish.ts";
import { drawLabels, type Label } from "../svg/label.ts";
import { type Block, MARGIN, moved, NOTHING, stack, tellingBlock, titleBlock } from "../svg/standalone.ts";
import { element, type SvgDocument, type SvgElement } from "../svg/svg-document.ts";
import { INKS, type Inks } from "../theme.ts";
import { ENGLISH, fill, type Words } from "../words.ts";
import { changeDescription } from "./change-description.ts";
import { type ChangePanel, panelsOf } from "./change-text.ts";
import { type PlacedPanel, placePanel, rowSetting } from "./panel-layout.ts";

const RADIUS = 5; // of the mark for before
const GAP = 12; // between panels

/**
 * Uncontrolled series, one by one: an arrow from before to after on each instrument's own scale.
 *
 * Marks are hollow, there is no diamond and no line of no effect, and the heading says that there was no control group: nothing
 * here can be taken for an effect at a glance.
 *
 * @returns an svg element of the document given, with title and description
 */
export function changePlot(series: ChangeSeries, setting: FigureSetting): SvgElement {
  const { document, theme, standalone = false, words = ENGLISH, studyAddress } = setting;
  const inks = INKS[theme];
  const margin = standalone ? MARGIN : 0;
  const inner = setting.width - 2 * margin;
  const head = standalone
    ? titleBlock(series, words.changeKicker, inner)
    : stack([{ text: words.changeKicker, size: 13, bold: true }], inner);
  const legend = legendBlock(words);
  const parts: SvgElement[] = [
    drawLabels(document, [...head.labels, ...moved(legend.labels, 0, head.height)], inks),
    ...legendMarks(setting, inks, head.height, words),
  ];
  let y = head.height + legend.height;
  for (const panel of panelsOf(series)) {
    const placed = placePanel(panel, rowSetting(setting.width, inner, words, studyAddress));
    const drawn = drawPanel(panel, placed, inner, { setting, inks, words });
    parts.push(
      element(document, "g", { transform: `translate(0,${y})` }, [
        hairline(document, inner, inks),
        drawn,
        drawLabels(document, placed.labels, inks),
      ]),
    );
    y += placed.height + GAP;
  }
  const foot = footBlock(series, words, inner, standalone);
  parts.push(drawLabels(document, moved(foot.labels, 0, y), inks));
  const svg = element(document, "svg", {}, [element(document, "g", { transform: `translate(${margin},${margin})` }, parts)]);
  return finish(svg, {
    document,
    theme,
    inks,
    id: `change-${series.question}-${setting.width}`,
    title: fill(words.changeTitle, { asks: series.asks }),
    description: changeDescription(series, words),
    linked: studyAddress !== undefined,
    size: [setting.width, y + foot.height + 8 + 2 * margin],
  });
}

const hairline = (document: SvgDocument, width: number, inks: Inks): SvgElement =>
  element(document, "line", { x2: width, stroke: inks.rule, "aria-hidden": "true" });

interface Drawing {
  readonly setting: FigureSetting;
  readonly inks: Inks;
  readonly words: Words;
}

function drawPanel(
  panel: ChangePanel,
  { height, left, right, axisY, rows }: PlacedPanel,
  width: number,
  { setting, inks, words }: Drawing,
): SvgElement {
  const axis = scaleAxis(panel.range, right - left, words.language);
  const hollow = { y: "y", r: RADIUS, fill: inks.paper, stroke: inks.accent, strokeWidth: 1.6 };
  const plot = Plot.plot({
    document: setting.document as unknown as NonNullable<Plot.PlotOptions["document"]>,
    width,
    height,
    marginLeft: left,
    marginRight: width - right,
    marginTop: 0,
    marginBottom: height - axisY,
    x: { type: "linear", domain: [...axis.domain], axis: null },
    y: { type: "linear", domain: [0, axisY], range: [0, axisY], axis: null },
    r: { type: "identity" },
    marks: [
      Plot.ruleY(rows, { y: "y", stroke: inks.rule }),
      axisMarks(axis, axisY, inks),
      Plot.arrow(rows, {
        x1: "before",
        x2: "after",
        y: "y",
        stroke: inks.ink,
        strokeWidth: 1.4,
        headLength: 6,
        insetStart: RADIUS,
        insetEnd: RADIUS + 1,
      }),
      Plot.dot(rows, { x: "before", symbol: "circle", ...hollow }),
      Plot.dot(rows, { x: "after", symbol: "square", ...hollow }),
    ],
  });
  return bare(plot as unknown as SvgElement);
}

const LEGEND_AT = { before: 0, mark: 6, text: 18, gap: 26 } as const;

function legendBlock(words: Words): Block {
  const labels: Label[] = [
    { text: words.before, x: LEGEND_AT.text, y: 14, size: 12, ink: "muted" },
    { text: words.after, x: secondMark(words) + LEGEND_AT.text - LEGEND_AT.mark, y: 14, size: 12, ink: "muted" },
  ];
  return { labels, height: 30 };
}

/** The legend's second mark stands clear of the first word, however long it is in the reader's language. */
const secondMark = (words: Words): number => LEGEND_AT.text + words.before.length * 7 + LEGEND_AT.gap;

function legendMarks({ document }: FigureSetting, inks: Inks, top: number, words: Words): SvgElement[] {
  const hollow = { fill: inks.paper, stroke: inks.accent, "stroke-width": 1.6, "aria-hidden": "true" };
  const side = RADIUS * Math.sqrt(Math.PI);
  return [
    element(document, "circle", { cx: LEGEND_AT.mark, cy: top + 10, r: RADIUS, ...hollow }),
    element(document, "rect", { x: secondMark(words) - side / 2, y: top + 10 - side / 2, width: side, height: side, ...hollow }),
  ];
}

function footBlock(series: ChangeSeries, words: Words, width: number, standalone: boolean): Block {
  const derived = series.series.some(({ changeDerived }) => changeDerived) ? [words.derivedNote] : [];
  const notes = stack(
    [...leftOutLine(series, words), ...derived, ...markNotes(series.series, words)].map((text) => ({
      text,
      size: 12,
      ink: "muted" as const,
    })),
    width,
  );
  const telling = standalone ? tellingBlock(series, words, width) : NOTHING;
  return { labels: [...notes.labels, ...moved(telling.labels, 0, notes.height)], height: notes.height + telling.height };
}
