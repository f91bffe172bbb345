export * from "./loinc.ts";
export * from "./plain-date.ts";
export * from "./problem.ts";
export * from "./read-json.ts";
export * from "./repeated-keys.ts";
export * from "./result.ts";
export * from "./truth.ts";
export * from "./words.ts";
