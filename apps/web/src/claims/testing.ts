import type { Finding, Placed } from "./shapes.ts";

/** A finding of our own making. For tests. */
export const found = (part: Partial<Finding> = {}): Finding => ({
  rule: "no-risk-claim",
  severity: "error",
  scope: "sentence",
  start: 0,
  end: 10,
  quote: "It is safe.",
  words: ["safe"],
  says: "Says that the treatment is safe.",
  why: "Long-term safety is not known.",
  instead: "Risks include infection.",
  sources: ["fda21"],
  law: [],
  ...part,
});

export const placed = (number: number, start: number, end: number, part: Partial<Finding> = {}): Placed => ({
  number,
  finding: found({ start, end, ...part }),
  span: { start, end },
});
