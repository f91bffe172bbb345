export * from "./contrast.ts";
export type { RepeatedMeasures } from "./design.ts";
export type { FixedEffect, GaussianFit } from "./gaussian-fit.ts";
export type { Criterion } from "./gaussian-likelihood.ts";
export * from "./linear-mixed-model.ts";
export * from "./mmrm.ts";
export * from "./random-effects.ts";
export * from "./visit-estimates.ts";
