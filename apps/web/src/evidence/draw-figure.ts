import type { AnySetting, FigureResult } from "@calcar/figures";
import type { EffectFigure, GroupBy } from "./pool-search.ts";
import type { ChangeSeries, Pooled, ProportionAnswer } from "./shapes.ts";

/** The answers that have a figure. */
export type DrawnAnswer = Pooled | ChangeSeries | ProportionAnswer;
type Figures = typeof import("@calcar/figures");
type Setting = Pick<AnySetting, "width" | "theme" | "words" | "standalone" | "studyAddress">;

/** An answer and which figure of it is meant. */
export interface Drawing {
  readonly answer: DrawnAnswer;
  readonly figure?: EffectFigure | undefined; // of an effect; the figure of its kind when absent
  readonly by?: GroupBy | undefined; // what groups are made by
  readonly whole?: Pooled | undefined; // with every study, where the answer is without some
}

export const NARROWEST = 280; // pixels
const FILE_WIDTH = 1200;

/** The figure as an element of this page, or why there is none. */
export function drawFigure(figures: Figures, { answer, figure, by, whole }: Drawing, setting: Setting): FigureResult<SVGSVGElement> {
  const here: AnySetting = {
    ...setting,
    document: document as unknown as AnySetting["document"],
    contour: true,
    ...(by === undefined ? {} : { by }),
    ...(whole === undefined ? {} : { whole }),
  };
  return figures.drawFigure(answer, here, figure) as unknown as FigureResult<SVGSVGElement>;
}

/** The same drawing as a file of its own, on light ground, with its title, what it does not show, and its origin; or why there is none. */
export function figureFile(figures: Figures, drawing: Drawing, words: AnySetting["words"]): FigureResult<string> {
  const drawn = drawFigure(figures, drawing, { width: FILE_WIDTH, theme: "light", standalone: true, ...(words ? { words } : {}) });
  return drawn.ok ? { ok: true, value: new XMLSerializer().serializeToString(drawn.value) } : drawn;
}
