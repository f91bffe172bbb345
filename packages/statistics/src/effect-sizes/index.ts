export * from "./change-effects.ts";
export * from "./correlation-effects.ts";
export { type Effect, effectInterval } from "./effect.ts";
export { hedgesJ } from "./hedges-j.ts";
export * from "./mean-effects.ts";
export * from "./proportion-effects.ts";
export * from "./rate-effects.ts";
export { TABLE_MEASURES, type TableMeasure, tableEffects } from "./table-effects.ts";
export type { Table, ZeroRule } from "./tables.ts";
