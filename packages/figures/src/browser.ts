export { changePlot } from "./change/change-plot.ts";
export { forestPlot } from "./forest/forest-plot.ts";
export type { FigureSetting } from "./setting.ts";
export type { SvgDocument, SvgElement } from "./svg/svg-document.ts";
export { type FigureTable, figureTable } from "./table/figure-table.ts";
export type { Theme } from "./theme.ts";
export { ENGLISH, type Words } from "./words.ts";
