export { type GroupEffect, type Multilevel, type MultilevelRequest, multilevel } from "./multilevel.ts";
export * from "./multilevel-interval.ts";
export * from "./multivariate.ts";
export * from "./robust.ts";
export type { SandwichType } from "./sandwich.ts";
