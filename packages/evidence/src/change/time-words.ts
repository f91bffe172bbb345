import type { Outcome } from "@calcar/catalog/schema";

/** When it was measured, as printed or in months. */
export const timeWords = ({ months, timepoint }: Pick<Outcome, "months" | "timepoint">): string =>
  timepoint ?? (months === undefined ? "time not stated" : `${months} ${months === 1 ? "month" : "months"}`);
