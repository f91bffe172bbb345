export { answerSentence } from "./answer-sentence.ts";
export { evidenceReport } from "./evidence-report.ts";
export { type FigureChoice, pngFile, svgFile } from "./figure/figure-file.ts";
export { htmlReport } from "./html/html-report.ts";
export type { Report } from "./report.ts";
export { wordReport } from "./word/word-report.ts";
