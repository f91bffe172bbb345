import type { Outcome, Study } from "@calcar/catalog";
import { STILL_VALID_ON } from "./sources.ts";

type Extra = Partial<Extract<Outcome, { type: "reported" }>>;

/** What a review pooled, as printed in its abstract. */
function pooled(source: string, id: string, name: string, rest: Extra): Outcome {
  return { type: "reported", id, name, measure: "MD", ground: { source, at: "abstract", verified: "source-text" }, ...rest };
}

const KNEE_CM = { unit: "cm on 0-10", scale: { min: 0, max: 10, higherIsBetter: false } };
const KNEE_POINTS = { unit: "points on 0-100", scale: { min: 0, max: 100, higherIsBetter: true } };

const sadeghirad: Study = {
  id: "sadeghirad-2024",
  source: "sadeghirad-2024",
  title:
    "Mesenchymal stem cells for chronic knee pain secondary to osteoarthritis: a systematic review and meta-analysis of randomized trials",
  year: 2024,
  design: "meta-analysis",
  designClass: "review",
  joint: "knee",
  disease: "knee-oa",
  condition: "knee osteoarthritis",
  trialFamily: "sadeghirad-2024",
  role: "indirect-knee-review",
  pooling: "excluded",
  poolingNote: "A review: its trials are pooled, never the review itself.",
  patients: 807,
  arms: [
    { name: "MSC", role: "cell", product: {}, route: "intra-articular" },
    { name: "placebo or usual care", role: "control", productClass: "none", product: {} },
  ],
  outcomes: [
    pooled("sadeghirad-2024", "pain-3-to-6-months", "pain", {
      timepoint: "3 to 6 months",
      value: -0.74,
      interval: [-1.16, -0.33],
      ...KNEE_CM,
      extra: { minimalImportantDifference: 1.5 },
      note: "Trials at low risk of bias.",
    }),
    pooled("sadeghirad-2024", "function-3-to-6-months", "function", {
      timepoint: "3 to 6 months",
      value: 2.23,
      interval: [-0.97, 5.43],
      ...KNEE_POINTS,
      extra: { minimalImportantDifference: 10 },
    }),
    pooled("sadeghirad-2024", "pain-12-months", "pain", {
      months: 12,
      value: -0.73,
      interval: [-1.69, 0.24],
      ...KNEE_CM,
      note: "Trials at low risk of bias.",
    }),
    pooled("sadeghirad-2024", "function-12-months", "function", { months: 12, value: 19.36, interval: [-0.19, 38.9], ...KNEE_POINTS }),
    pooled("sadeghirad-2024", "any-adverse-event", "any adverse event", { measure: "RR", value: 2.67, interval: [1.19, 5.99] }),
    pooled("sadeghirad-2024", "knee-pain-or-swelling", "knee pain or swelling", { measure: "RR", value: 1.58, interval: [1.04, 2.38] }),
  ],
  limitations: ["knee, not hip", "abstract of an early version; only what it prints is here"],
  provenance: "16 trials, 807 patients. Found by the second reader.",
  verified: "source-text",
  stillValidOn: STILL_VALID_ON,
};

const wang: Study = {
  id: "wang-j-2023",
  source: "wang-j-2023",
  title: "Pooled marrow concentrate with core decompression against core decompression alone, Wang J 2023",
  year: 2023,
  design: "meta-analysis of 13 studies",
  designClass: "review",
  joint: "hip",
  disease: "onfh",
  condition: "ONFH",
  trialFamily: "wang-j-2023",
  role: "published-pool",
  pooling: "excluded",
  poolingNote: "A review: its trials are pooled, never the review itself.",
  arms: [
    { name: "CD+BMAC", role: "cell", productClass: "bmac", product: { cells: "bone marrow aspirate concentrate" } },
    { name: "CD", role: "control", productClass: "none", product: {}, route: "core decompression only" },
  ],
  outcomes: [
    pooled("wang-j-2023", "vas-pain", "VAS pain", {
      value: 10.15,
      interval: [7.35, 12.96],
      extra: { direction: "control minus cells" },
      note: "Written as control minus cells: turn it round before comparing.",
    }),
    pooled("wang-j-2023", "hip-replacement", "hip replacement", {
      measure: "OR",
      value: 2.38,
      interval: [1.26, 4.47],
      extra: { direction: "control over cells" },
      note: "Written as control over cells: turn it round before comparing.",
    }),
  ],
  limitations: ["abstract only", "pools randomised and other studies"],
  provenance: "Found by the second reader.",
  verified: "source-text",
  stillValidOn: STILL_VALID_ON,
};

export const NEW_STUDIES: readonly Study[] = [sadeghirad, wang];
