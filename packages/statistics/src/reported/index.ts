export * from "./grim.ts";
export * from "./p-from-groups.ts";
export * from "./p-from-interval.ts";
export * from "./printed-number.ts";
export * from "./sd-limits.ts";
export * from "./share.ts";
