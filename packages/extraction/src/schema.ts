export * from "./draft/figure.ts";
export * from "./draft/outcome-draft.ts";
export * from "./draft/score-report.ts";
export * from "./draft/study-draft.ts";
