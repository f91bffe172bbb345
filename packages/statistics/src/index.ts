export * from "./bias/index.ts";
export * from "./distributions/index.ts";
export * from "./effect-sizes/index.ts";
export * from "./meta/index.ts";
export * from "./multilevel/index.ts";
export * from "./numerics/index.ts";
export * from "./rare/index.ts";
export * from "./survival/index.ts";
