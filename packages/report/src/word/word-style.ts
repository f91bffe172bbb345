import { type IStylesOptions, LineRuleType } from "docx";

const INK = "1A1A1A";
const paragraphStyle = (id: string, name: string, run: object, paragraph: object) => ({
  id,
  name,
  basedOn: "Normal",
  next: "Normal",
  quickFormat: true,
  run,
  paragraph,
});

/** Black on white in a font that every office program has; sizes in half points, distances in twentieths of a point. */
export const WORD_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: "Calibri", size: 21, color: INK, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font: "Calibri", size: 34, bold: true, color: INK }, paragraph: { spacing: { after: 160 } } },
    heading1: {
      run: { font: "Calibri", size: 26, bold: true, color: INK },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    paragraphStyle("Answer", "Answer", { bold: true, size: 24 }, { spacing: { after: 160 } }),
    paragraphStyle(
      "Warning",
      "Warning",
      {},
      { indent: { left: 200 }, border: { left: { style: "single", size: 24, color: "8A4B00", space: 8 } } },
    ),
    paragraphStyle("About", "About", { size: 18, color: "4A4A4A" }, {}),
    paragraphStyle("TableCaption", "Table caption", { bold: true, size: 19 }, { spacing: { before: 200, after: 60 }, keepNext: true }),
    paragraphStyle("TableText", "Table text", { size: 17 }, { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
  ],
};
