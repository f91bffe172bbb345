export { type Glmm, type GlmmModel, type GlmmRequest, glmm, glmmProportions } from "./glmm.ts";
export * from "./glmm-rates.ts";
export { type MantelHaenszel, type MantelHaenszelMeasure, type MantelHaenszelRequest, mantelHaenszel } from "./mantel-haenszel.ts";
export * from "./mantel-haenszel-rates.ts";
export * from "./peto.ts";
export type { TablePooled } from "./pooled-ratio.ts";
export type { StratifiedTest } from "./stratified-tests.ts";
