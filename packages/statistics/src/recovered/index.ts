export * from "./mean-from-quantiles.ts";
export type { QuantileSet, QuantileSummary } from "./quantile-summary.ts";
export { type PrintedInterval, type Recovered, sdFromInterval, sdFromSe } from "./sd-of-arm.ts";
export * from "./sd-of-change.ts";
export * from "./sd-of-two-arms.ts";
export * from "./skewness.ts";
