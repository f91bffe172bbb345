import type { Pooled } from "@calcar/evidence";
import { drawRows } from "../rows/draw-rows.ts";
import type { FigureSetting } from "../setting.ts";
import type { SvgElement } from "../svg/svg-document.ts";
import { ENGLISH, fill } from "../words.ts";
import { effectFigure } from "./effect-figure.ts";
import { forestSheet } from "./forest-rows.ts";

/**
 * Forest plot of a pooled answer: each study with its counts, a square as large as its weight, its interval and its risk of bias
 * as lights; the pool as a diamond with its prediction interval dashed.
 *
 * The axis of a ratio is logarithmic. An interval that reaches beyond it ends in an arrow, and its numbers stand beside it. A
 * study whose numbers are from a secondary source, or which only the reader's widening let in, carries a sign that a note explains.
 *
 * @returns an svg element of the document given, with title and description
 */
export function forestPlot(pooled: Pooled, setting: FigureSetting): SvgElement {
  const { words = ENGLISH } = setting;
  const named = { name: `forest-${pooled.question}`, title: fill(words.effectTitle, { asks: pooled.asks }) };
  return drawRows(effectFigure(pooled, forestSheet(pooled, setting), named, setting), setting);
}
