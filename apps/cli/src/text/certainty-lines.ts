import type { AnswerCertainty } from "@calcar/evidence";
import { wrap } from "./wrap.ts";

/** Certainty by domain, each with its reason; where a person and the computation differ, both. Then whether anybody has signed it. */
export const certaintyLines = ({ level, levelBy, computedLevel, signedBy, domains, upgrades }: AnswerCertainty): string[] => [
  "",
  `Certainty: ${level} (${levelBy === "person" ? `judged by this project; computed: ${computedLevel}` : "computed"}; ${signedBy === null ? "signed by no reviewer" : `signed by ${signedBy}`})`,
  ...domains.map(({ domain, judgement, reason, by, computed, differs }) => {
    const other = differs && by === "person" && computed ? ` Computed: ${computed.judgement}. ${computed.reason}` : "";
    return `- ${wrap(`${domain}: ${judgement}. ${reason}${other}`, "  ")}`;
  }),
  ...upgrades
    .filter(({ judgement }) => judgement !== "none")
    .map(({ upgrade, judgement, reason }) => `- ${wrap(`raised for ${upgrade}: ${judgement}. ${reason}`, "  ")}`),
];
