import type { Placed, Severity } from "./shapes.ts";

/** Which findings a reader wants to see. */
export interface FindingFilter {
  readonly rule: string | undefined; // all when absent
  readonly hidden: readonly Severity[];
}

export const NO_FILTER: FindingFilter = { rule: undefined, hidden: [] };

export const filtered = (placed: readonly Placed[], { rule, hidden }: FindingFilter): readonly Placed[] =>
  placed.filter(({ finding }) => (rule === undefined || finding.rule === rule) && !hidden.includes(finding.severity));

export const countOf = (placed: readonly Placed[], severity: Severity): number =>
  placed.filter(({ finding }) => finding.severity === severity).length;

export const countsOf = (placed: readonly Placed[]): Readonly<Record<Severity, number>> => ({
  error: countOf(placed, "error"),
  warning: countOf(placed, "warning"),
  info: countOf(placed, "info"),
});
