export * from "./audit-link.ts";
export * from "./canonical-json.ts";
export * from "./role.ts";
