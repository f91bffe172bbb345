export * from "./api.ts";
export * from "./instruments.ts";
