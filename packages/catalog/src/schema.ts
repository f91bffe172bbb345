export * from "./kinds/criterion.ts";
export * from "./kinds/fact.ts";
export * from "./kinds/grounds.ts";
export * from "./kinds/guideline.ts";
export * from "./kinds/question.ts";
export * from "./kinds/source.ts";
export * from "./kinds/staging.ts";
export * from "./kinds/study.ts";
