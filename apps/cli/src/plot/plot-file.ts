import { fileURLToPath } from "node:url";
import type { ChangeSeries, Pooled } from "@calcar/evidence";
import { changePlot, forestPlot, serverDocument } from "@calcar/figures";

const WIDTH = 1000; // pixels
const SHARPNESS = 2; // pixels of a PNG for each pixel of the drawing

/** The figure of an answer as a file that can travel alone: with title, what it does not show, and its origin. */
export async function plotFile(answer: Pooled | ChangeSeries, kind: "svg" | "png"): Promise<string | Uint8Array> {
  const setting = { document: serverDocument(), width: WIDTH, theme: "light", standalone: true } as const;
  const figure = answer.kind === "effect" ? forestPlot(answer, setting) : changePlot(answer, setting);
  return kind === "svg" ? `${figure.outerHTML}\n` : await rasterise(figure.outerHTML);
}

/** The same picture on every machine: drawn with the font that comes along, never with whatever is installed. */
async function rasterise(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const font = { fontFiles: ["400Regular", "600SemiBold"].map(fontFile), loadSystemFonts: false, defaultFontFamily: "Source Sans 3" };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: SHARPNESS } }).render().asPng();
}

const fontFile = (weight: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`));
