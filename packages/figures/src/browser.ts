export { type AnySetting, drawFigure, EFFECT_FIGURES, type EffectFigure } from "./figure/figure.ts";
export type { FigureRefusal, FigureResult } from "./figure/figure-result.ts";
export type { FigureSetting } from "./setting.ts";
export type { SvgDocument, SvgElement } from "./svg/svg-document.ts";
export { effectTable } from "./table/effect-table.ts";
export { figureTable } from "./table/figure-table.ts";
export type { FigureTable } from "./table/text-table.ts";
export type { Theme } from "./theme.ts";
export { ENGLISH, type Words } from "./words.ts";
