import type { Pooled } from "@calcar/evidence";
import { wrap } from "./wrap.ts";

/** Certainty by domain, each with its reason, and whether anybody has signed it. */
export const certaintyLines = ({ level, signedBy, domains }: Pooled["certainty"]): string[] => [
  "",
  `Certainty: ${level}${signedBy === null ? " (judged by this project, signed by no reviewer)" : ` (signed by ${signedBy})`}`,
  ...domains.map(({ domain, judgement, reason }) => `- ${wrap(`${domain}: ${judgement}. ${reason}`, "  ")}`),
];
