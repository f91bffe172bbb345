export type { Mismatch } from "./compare.ts";
export type { GoldenCase, GoldenFile, Tolerance } from "./operation.ts";
export { OPERATIONS } from "./operations.ts";
export { REFERENCE_LIMITS, type ReferenceLimit } from "./reference-limits.ts";
export { type Outcome, runCase } from "./run-case.ts";
