import type { FigureSetting } from "@calcar/figures";

import type { ChangeSeries, Pooled } from "./shapes.ts";

/** The answers that have a figure. */
export type DrawnAnswer = Pooled | ChangeSeries;
type Figures = typeof import("@calcar/figures");
type Setting = Omit<FigureSetting, "document">;

export const NARROWEST = 280; // pixels
const FILE_WIDTH = 960;

/** The drawing of an answer in its kind, as an element of this page. */
export function drawFigure({ forestPlot, changePlot }: Figures, answer: DrawnAnswer, setting: Setting): SVGSVGElement {
  const here = { ...setting, document: document as unknown as FigureSetting["document"] };
  const svg = answer.kind === "effect" ? forestPlot(answer, here) : changePlot(answer, here);
  return svg as unknown as SVGSVGElement;
}

/** The same drawing as a file of its own, on light ground, with its title, what it does not show, and its origin. */
export function figureFile(figures: Figures, answer: DrawnAnswer, words: Setting["words"]): string {
  const svg = drawFigure(figures, answer, { width: FILE_WIDTH, theme: "light", standalone: true, ...(words ? { words } : {}) });
  return new XMLSerializer().serializeToString(svg);
}
