import type { StudyRiskOfBias } from "@calcar/evidence";
import { fill, type Words } from "../words.ts";
import { judgementOf } from "./light.ts";

/** A text of the figure by a code of the knowledge. A code without a text is a mistake of ours. */
function named(words: Words, area: "domain" | "judgement", code: string): string {
  const text = (words as Readonly<Record<string, string>>)[`${area}.${code}`];
  if (text === undefined) throw new Error(`no text for ${area}.${code}`);
  return text;
}

export const domainText = (domain: string, words: Words): string => named(words, "domain", domain);

/** "confounding serious", and why. */
export const domainTitle = ({ domain, judgement, reason }: StudyRiskOfBias["domains"][number], words: Words): string =>
  `${domainText(domain, words)}: ${named(words, "judgement", judgementOf(judgement))}. ${reason}`;

export const overallTitle = ({ overall, reason }: StudyRiskOfBias, words: Words): string =>
  `${words.overall}: ${named(words, "judgement", judgementOf(overall))}. ${reason}`;

/** "Risk of bias, ROBINS-I: confounding serious, missing outcome data low; overall serious". */
export function riskText(risk: StudyRiskOfBias | null, words: Words): string {
  if (risk === null) return `${words.riskOfBias}: ${words.riskUnknown}`;
  const said = ({ domain, judgement }: StudyRiskOfBias["domains"][number]) =>
    `${domainText(domain, words)} ${named(words, "judgement", judgementOf(judgement))}`;
  return fill(words.riskOf, {
    tool: words[`tool.${risk.tool}`],
    domains: risk.domains.map(said).join(", "),
    overall: named(words, "judgement", judgementOf(risk.overall)),
  });
}
