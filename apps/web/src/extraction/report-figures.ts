import type { MessageKey } from "../messages/messages.tsx";

/** Which figures each kind of report takes, in the order in which a paper prints them. */
export const REPORT_FIGURES: Readonly<Record<string, readonly string[]>> = {
  "mean-sd": ["mean", "sd", "n"],
  "mean-se": ["mean", "se", "n"],
  "mean-interval": ["mean", "lower", "upper", "level", "n"],
  "mean-only": ["mean", "n"],
  "mean-unclear": ["mean", "spread", "n"],
  median: ["median", "q1", "q3", "min", "max", "n"],
  "between-arms-p": ["mean", "n", "otherMean", "otherN", "p"],
  "between-arms-interval": ["mean", "n", "otherN", "lower", "upper", "level"],
  "between-arms-se": ["mean", "n", "otherN", "se"],
  "within-arm-p": ["mean", "p", "n"],
  "from-before-and-after": ["correlation", "n"],
  count: ["events", "total"],
  percent: ["percent", "total"],
};

export const figureLabel = (name: string): MessageKey => `extraction.number.${name}` as MessageKey;
export const kindLabel = (kind: string): MessageKey => `extraction.kind.${kind}` as MessageKey;
