import type { Recommendation } from "@calcar/guidance/schema";

/** A recommendation of the right shape for tests of keeping; what it says is of no matter there. */
export const sampleRecommendation = (asOf: string, side: "left" | "right"): Recommendation => {
  const reason = {
    criterion: "red-flag",
    met: true,
    leadsTo: "urgent-referral" as const,
    because: ["red-flag.fever"],
    says: "A red flag was raised.",
    sources: ["regeneris-2026"],
    grounds: [{ source: "regeneris-2026", verified: "source-text" as const }],
  };
  return {
    schema: "calcar-recommendation/1",
    asOf,
    side,
    pathway: "hip-oa",
    answer: "urgent-referral",
    sentence: "Refer urgently.",
    meaning: "Something needs attention first.",
    reasons: [reason],
    ...{ warnings: [], notMet: [], missing: [], wouldChange: [], positions: [], evidence: [], nextSteps: [] },
    knowledge: "sha256-of-knowledge",
  };
};
