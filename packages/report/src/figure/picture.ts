import { fileURLToPath } from "node:url";

/**
 * An SVG as a PNG: the same picture on every machine, drawn with the font that comes along, never with whatever is installed.
 *
 * @param sharpness pixels of the picture for each pixel of the drawing
 */
export async function picture(svg: string, sharpness: number): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const font = { fontFiles: ["400Regular", "600SemiBold"].map(fontFile), loadSystemFonts: false, defaultFontFamily: "Source Sans 3" };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: sharpness } }).render().asPng();
}

const fontFile = (weight: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`));
