export { Comparison, DecisionMade, Difference } from "./compare/comparison.ts";
export { Step } from "./convert/step.ts";
export * from "./draft/figure.ts";
export * from "./draft/outcome-draft.ts";
export * from "./draft/score-report.ts";
export * from "./draft/study-draft.ts";
export { KnownWords } from "./known-words.ts";
