import { LEAST_FOR_SMALL_STUDY_TEST, numberText, type Pooled } from "@calcar/evidence";
import { drawn, type FigureResult, refused } from "../figure/figure-result.ts";
import { favoursBlock } from "../forest/favours.ts";
import { finish } from "../svg/finish.ts";
import { drawLabels, type Label } from "../svg/label.ts";
import { type Block, MARGIN, moved, NOTHING, stack, tellingBlock, titleBlock } from "../svg/standalone.ts";
import { element, type SvgDocument, type SvgElement } from "../svg/svg-document.ts";
import { textWidth } from "../svg/text-width.ts";
import { INKS, type Inks } from "../theme.ts";
import { ENGLISH, fill, type Words } from "../words.ts";
import { type Funnel, type FunnelSetting, funnelLayout } from "./funnel-layout.ts";
import { BANDS, funnelMarks } from "./funnel-marks.ts";
import { errorHeading, funnelDescription, funnelNotes } from "./funnel-text.ts";

const SMALL = 12;
const WIDEST = 760; // pixels: a funnel drawn wider shows less

/**
 * Funnel plot: the effect of each study against its standard error, with pseudo 95% limits around the pooled effect.
 *
 * @returns an svg element of the document given, with title and description
 * @refuses not-applicable/too-few-studies below ten studies
 * @source sterne-2011
 */
export function funnelPlot(pooled: Pooled, setting: FunnelSetting): FigureResult<SvgElement> {
  const { document, theme, standalone = false, words = ENGLISH, contour = false } = setting;
  const few = tooFew(pooled, words);
  if (few !== undefined) return few;
  const inks = INKS[theme];
  const margin = standalone ? MARGIN : 0;
  const inner = setting.width - 2 * margin;
  const funnel = funnelLayout(pooled, words, Math.min(inner, WIDEST));
  const head = standalone
    ? titleBlock(pooled, words.funnelKicker, inner)
    : stack([{ text: words.funnelKicker, size: 13, bold: true }], inner);
  const axes = drawAxes(document, funnel, inks);
  const below = belowOf(pooled, funnel, words, { width: inner, contour });
  const telling = standalone ? tellingBlock(pooled, words, inner) : NOTHING;
  const top = head.height + 8;
  const svg = element(document, "svg", {}, [
    drawLabels(document, moved(head.labels, margin, margin), inks),
    element(document, "g", { transform: `translate(${margin},${margin + top})` }, [
      funnelMarks(pooled, funnel, setting, inks),
      axes,
      drawLabels(document, [...axisLabels(pooled, funnel, words), ...below.labels], inks),
      ...below.swatches.map(({ x, y, opacity }) => swatch(document, [x, y], opacity, inks)),
    ]),
    drawLabels(document, moved(telling.labels, margin, margin + top + below.bottom), inks),
  ]);
  return drawn(
    finish(svg, {
      document,
      theme,
      inks,
      id: `funnel-${pooled.question}-${setting.width}`,
      title: fill(words.funnelTitle, { asks: pooled.asks }),
      description: funnelDescription(pooled, words),
      linked: false,
      size: [setting.width, top + below.bottom + telling.height + 8 + 2 * margin],
    }),
  );
}

/** Why there is no funnel, where there is none. */
export function tooFew({ k }: Pick<Pooled, "k">, words: Words): FigureResult<never> | undefined {
  if (k >= LEAST_FOR_SMALL_STUDY_TEST) return undefined;
  const few = { kind: "not-applicable", code: "too-few-studies" } as const;
  return refused(few, "funnel-too-few", { least: LEAST_FOR_SMALL_STUDY_TEST, k }, words);
}

function drawAxes(document: SvgDocument, { left, right, top, bottom, effects, errors, x, y }: Funnel, inks: Inks): SvgElement {
  const isLog = effects.type === "log";
  const line = (x1: number, y1: number, x2: number, y2: number) => element(document, "line", { x1, y1, x2, y2 });
  const ticks = [
    ...effects.ticks.map(({ value }) => x(isLog ? Math.log(value) : value)).map((at) => line(at, bottom, at, bottom + 5)),
    ...errors.ticks.map(({ value }) => y(value)).map((at) => line(left - 5, at, left, at)),
  ];
  const style = { class: "axes", stroke: inks.edge, "aria-hidden": "true" };
  return element(document, "g", style, [line(left, bottom, right, bottom), line(left, top, left, bottom), ...ticks]);
}

function axisLabels(pooled: Pooled, { left, right, top, bottom, effects, errors, x, y }: Funnel, words: Words): Label[] {
  const isLog = effects.type === "log";
  const style = { size: SMALL };
  return [
    { ...style, text: errorHeading(pooled, words), x: 0, y: top - 14, ink: "muted", bold: true },
    ...errors.ticks.map(({ value, text }): Label => ({ ...style, text, x: left - 9, y: y(value) + 4, anchor: "end" })),
    ...effects.ticks.map(
      ({ value, text }): Label => ({ ...style, text, x: x(isLog ? Math.log(value) : value), y: bottom + 18, anchor: "middle" }),
    ),
    {
      ...style,
      text: words[`measure.${pooled.measure}`],
      x: (left + right) / 2,
      y: bottom + 36,
      anchor: "middle",
      ink: "muted",
      bold: true,
    },
  ];
}

interface Below {
  readonly labels: readonly Label[];
  readonly swatches: readonly { readonly x: number; readonly y: number; readonly opacity: number }[];
  readonly bottom: number;
}

/** Sides, what the bands mean, and notes. */
function belowOf(pooled: Pooled, funnel: Funnel, words: Words, { width, contour }: { width: number; contour: boolean }): Below {
  const { right, bottom, effects, x } = funnel;
  const middle = x(effects.type === "log" ? Math.log(effects.none) : effects.none);
  const sides = favoursBlock(pooled, { width: right, height: bottom + 42 }, words, middle);
  const from = bottom + 42 + sides.height;
  const key = contour ? bandKey(words, from, width) : { labels: [], swatches: [], height: 0 };
  const notes: Block = stack(
    funnelNotes(pooled, words).map((text) => ({ text, size: SMALL, ink: "muted" as const })),
    width,
  );
  const labels = [...sides.labels, ...key.labels, ...moved(notes.labels, 0, from + key.height + 6)];
  return { labels, swatches: key.swatches, bottom: from + key.height + notes.height + 12 };
}

/** What each band means, in as many lines as it takes. */
function bandKey(words: Words, top: number, width: number) {
  const number = (value: number) => numberText(value, 2, words.language);
  const style = { size: SMALL, ink: "muted" as const };
  const labels: Label[] = [{ ...style, text: words.contourHeading, x: 0, y: top + 16, bold: true }];
  const swatches: Below["swatches"][number][] = [];
  let x = textWidth(words.contourHeading, SMALL, true) + 14;
  let y = top + 16;
  for (const band of BANDS.toReversed()) {
    const text = fill(words[`contour.${band.key}`], { low: number("low" in band ? band.low : 0), high: number(band.high) });
    if (x + 26 + textWidth(text, SMALL) > width) [x, y] = [0, y + 20];
    swatches.push({ x, y: y - 10, opacity: band.opacity });
    labels.push({ ...style, text, x: x + 24, y });
    x += 24 + textWidth(text, SMALL) + 16;
  }
  return { labels, swatches, height: y - top + 6 };
}

const swatch = (document: SvgDocument, [x, y]: readonly [number, number], opacity: number, inks: Inks): SvgElement =>
  element(document, "rect", {
    x,
    y,
    width: 18,
    height: 12,
    fill: inks.ink,
    "fill-opacity": opacity,
    stroke: inks.edge,
    "aria-hidden": "true",
  });
