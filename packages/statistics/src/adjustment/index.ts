export * from "./chained-imputation.ts";
export { type LogisticData, type LogisticFit, type LogOdds, logistic } from "./logistic.ts";
export * from "./probability-weights.ts";
export * from "./rubin.ts";
export * from "./standardised-risk.ts";
