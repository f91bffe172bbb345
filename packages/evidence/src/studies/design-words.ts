import type { Study } from "@calcar/catalog/schema";

const DESIGNS: Record<Study["designClass"], string> = {
  randomised: "randomised",
  "within-patient": "paired hips of the same patients",
  "non-randomised-controlled": "controlled, not randomised",
  uncontrolled: "no control group",
  registry: "registry",
  review: "review",
  other: "other design",
};

/** The design of a study in a few words; how the paper itself describes it is on the study's page. */
export const designWords = ({ designClass, doubleBlind }: Study): string =>
  doubleBlind ? `${DESIGNS[designClass]}, double-blind` : DESIGNS[designClass];

/** "randomised, double-blind: 2; paired hips of the same patients: 1". */
export function designSummary(studies: readonly Study[]): string {
  const counts = Map.groupBy(studies, designWords);
  return [...counts].map(([design, group]) => `${design}: ${group.length}`).join("; ");
}
