export * from "./api.ts";
export * from "./claims.ts";
export * from "./extraction.ts";
export * from "./freshness.ts";
export * from "./instruments.ts";
export * from "./library.ts";
export * from "./registers.ts";
