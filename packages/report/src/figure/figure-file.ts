import type { QuestionAnswer, SubgroupCoordinate } from "@calcar/evidence";
import { drawFigure, type EffectFigure, type FigureResult, serverDocument } from "@calcar/figures";
import { picture } from "./picture.ts";

const WIDTH = 1200; // pixels: room for the lights beside the numbers
const SHARPNESS = 2;

/** Which figure of an effect, and by what its studies are grouped; the figure of its kind when absent. */
export interface FigureChoice {
  readonly figure?: EffectFigure | undefined;
  readonly by?: SubgroupCoordinate | undefined;
}

/**
 * The figure of an answer as an SVG file that can travel alone: with title, what it does not show, and its origin.
 *
 * @refuses as drawFigure
 */
export function svgFile(answer: QuestionAnswer, { figure, by }: FigureChoice = {}): FigureResult<string> {
  const setting = { document: serverDocument(), width: WIDTH, theme: "light", standalone: true, contour: true } as const;
  const drawn = drawFigure(answer, { ...setting, ...(by === undefined ? {} : { by }) }, figure);
  return drawn.ok ? { ok: true, value: `${drawn.value.outerHTML}\n` } : drawn;
}

/**
 * The same as a PNG of two pixels for each of the drawing.
 *
 * @refuses as drawFigure
 */
export async function pngFile(answer: QuestionAnswer, choice: FigureChoice = {}): Promise<FigureResult<Uint8Array>> {
  const svg = svgFile(answer, choice);
  return svg.ok ? { ok: true, value: await picture(svg.value, SHARPNESS) } : svg;
}
