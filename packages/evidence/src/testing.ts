export * from "./testing/known-answers.ts";
export * from "./testing/small-catalog.ts";
