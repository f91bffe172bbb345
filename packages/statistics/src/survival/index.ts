export type { FollowUp, GroupLabel } from "./follow-up.ts";
export * from "./kaplan-meier.ts";
export * from "./log-rank.ts";
export * from "./survival-limits.ts";
export * from "./survival-reading.ts";
