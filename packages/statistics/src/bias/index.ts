export * from "./begg.ts";
export * from "./egger.ts";
export * from "./excess-significance.ts";
export * from "./fail-safe-n.ts";
export * from "./henmi-copas.ts";
export { type KendallTest, kendall } from "./kendall.ts";
export * from "./pet-peese.ts";
export * from "./selection-model.ts";
export * from "./trim-and-fill.ts";
