export * from "./distributions/index.ts";
export * from "./numerics/index.ts";
