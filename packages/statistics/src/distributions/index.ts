export * from "./beta.ts";
export type { DiscreteDistribution, Distribution } from "./distribution.ts";
export * from "./fisher-f.ts";
export * from "./gamma.ts";
export * from "./normal.ts";
export * from "./student-t.ts";
