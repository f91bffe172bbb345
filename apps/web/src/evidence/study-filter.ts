import type { Studies } from "@calcar/contract";

export type StudyLine = Studies["studies"][number];

export const JOINTS = ["hip", "knee", "mixed", "none"] as const satisfies readonly StudyLine["joint"][];
export const DISEASES = [
  "onfh",
  "hip-oa",
  "knee-oa",
  "oa-mixed",
  "cartilage-injury",
  "other",
] as const satisfies readonly StudyLine["disease"][];
export const POOLINGS = ["admitted", "secondary", "excluded"] as const satisfies readonly StudyLine["pooling"][];

export interface StudyFilter {
  readonly joint?: StudyLine["joint"];
  readonly disease?: StudyLine["disease"];
  readonly pooling?: StudyLine["pooling"];
  readonly words?: string;
}

/** Which studies the address asks for. What it does not know it leaves out. */
export function readStudyFilter(search: Record<string, unknown>): StudyFilter {
  const joint = JOINTS.find((code) => code === search.joint);
  const disease = DISEASES.find((code) => code === search.disease);
  const pooling = POOLINGS.find((code) => code === search.pooling);
  const words = typeof search.words === "string" ? search.words : "";
  return {
    ...(joint ? { joint } : {}),
    ...(disease ? { disease } : {}),
    ...(pooling ? { pooling } : {}),
    ...(words === "" ? {} : { words }),
  };
}

/** The studies that fit every part of a filter, newest first; those without a year come last. */
export function chosenStudies(studies: readonly StudyLine[], { joint, disease, pooling, words = "" }: StudyFilter): StudyLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (study: StudyLine): boolean =>
    (joint === undefined || study.joint === joint) &&
    (disease === undefined || study.disease === disease) &&
    (pooling === undefined || study.pooling === pooling) &&
    wanted.every((word) => `${study.title} ${study.id}`.toLowerCase().includes(word));
  return studies.filter(fits).sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.title.localeCompare(b.title, "en"));
}
