import { fileURLToPath } from "node:url";
import type { QuestionAnswer } from "@calcar/evidence";
import { drawFigure, type EffectFigure, type FigureResult, serverDocument } from "@calcar/figures";

const WIDTH = 1200; // pixels: room for the lights beside the numbers
const SHARPNESS = 2; // pixels of a PNG for each pixel of the drawing

/**
 * The figure of an answer as a file that can travel alone: with title, what it does not show, and its origin.
 *
 * @param figure which figure of an effect; the figure of its kind when absent
 * @refuses as drawFigure
 */
export async function plotFile(
  answer: QuestionAnswer,
  kind: "svg" | "png",
  figure?: EffectFigure,
): Promise<FigureResult<string | Uint8Array>> {
  const drawn = drawFigure(answer, { document: serverDocument(), width: WIDTH, theme: "light", standalone: true, contour: true }, figure);
  if (!drawn.ok) return drawn;
  const svg = drawn.value.outerHTML;
  return { ok: true, value: kind === "svg" ? `${svg}\n` : await rasterise(svg) };
}

/** The same picture on every machine: drawn with the font that comes along, never with whatever is installed. */
async function rasterise(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const font = { fontFiles: ["400Regular", "600SemiBold"].map(fontFile), loadSystemFonts: false, defaultFontFamily: "Source Sans 3" };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: SHARPNESS } }).render().asPng();
}

const fontFile = (weight: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`));
