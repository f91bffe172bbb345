import type { StudyRiskOfBias } from "../../schema.ts";
import { idOf, referenceTo, worded } from "./names.ts";
import type { ArtifactAssessment, AssessmentContent } from "./r5.ts";

const TOOLS: Record<StudyRiskOfBias["tool"], string> = { rob2: "RoB 2", "robins-i": "ROBINS-I" };

/**
 * The risk of bias of one study in one outcome as a FHIR R5 ArtifactAssessment of that study's Evidence.
 *
 * @param row the name of the Evidence, `nameOfRow`
 */
export function assessmentOf(
  { tool, overall, reason, domains, signedBy }: StudyRiskOfBias,
  row: string,
  label: string,
): ArtifactAssessment {
  const signed = signedBy === null ? "No reviewer has signed this assessment." : `Signed by ${signedBy}.`;
  return {
    resourceType: "ArtifactAssessment",
    id: idOf(nameOfAssessment(row)),
    title: `Risk of bias of ${label} by ${TOOLS[tool]}`,
    artifactReference: referenceTo(row, label),
    content: [
      {
        ...rated(`${TOOLS[tool]}: overall`, overall, `${reason} ${signed}`),
        informationType: "container",
        component: domains.map((domain) => rated(`${TOOLS[tool]}: ${spaced(domain.domain)}`, domain.judgement, domain.reason)),
      },
    ],
  };
}

export const nameOfAssessment = (row: string): string => row.replace("urn:calcar:evidence:", "urn:calcar:risk-of-bias:");

const spaced = (word: string): string => word.replaceAll("-", " ");

const rated = (type: string, judgement: string, summary: string): AssessmentContent => ({
  informationType: "rating",
  type: worded(type),
  classifier: [worded(spaced(judgement))],
  summary,
});
