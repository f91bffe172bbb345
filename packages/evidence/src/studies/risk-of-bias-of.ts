import type { Catalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";
import type { StudyRiskOfBias } from "../schema.ts";

/** The outcome of a question, in the words by which assessments name it. */
export type Asked = { readonly events: readonly string[] } | { readonly instruments: readonly string[] };

/** How far a study can be trusted in the outcome a question asks about; null when nobody has assessed it. */
export function riskOfBiasOf(catalog: Catalog, study: Study, asked: Asked): StudyRiskOfBias | null {
  const file = catalog.riskOfBias.get(study.id);
  const words = "events" in asked ? asked.events : asked.instruments;
  const ofThis = file?.assessments.find(({ of }) => of !== "all" && of.some((word) => words.includes(word)));
  const assessment = ofThis ?? file?.assessments.find(({ of }) => of === "all");
  if (!file || !assessment) return null;
  return {
    tool: assessment.tool,
    overall: assessment.overall.judgement,
    reason: assessment.overall.reason,
    domains: assessment.domains.map(({ domain, judgement, reason }) => ({ domain, judgement, reason })),
    signedBy: file.signedBy ?? null,
  };
}
