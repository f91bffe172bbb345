import type { AnyCoordinates, Outcome, Study } from "@calcar/catalog/schema";
import { isEstablished } from "@calcar/vocabulary";
import { either, type Miss, miss } from "./miss.ts";

/** Where a study as a whole lies outside: joint, disease, design, standing. The phase belongs to the row. */
export function studyMisses(study: Study, { population, design }: AnyCoordinates): Miss[] {
  const misses: Miss[] = [];
  if (!population.joint.includes(study.joint)) misses.push(miss("joint", JOINT_WORDS[study.joint]));
  if (!population.disease.includes(study.disease)) misses.push(miss("disease", `another disease: ${study.condition}`));
  if (!design.classes.includes(study.designClass)) misses.push(miss("design", `another design: ${study.design}`));
  if (design.blinded && study.doubleBlind !== true) misses.push(miss("blinding", "not double-blind"));
  if (study.pooling === "excluded") misses.push(miss("standing", `excluded: ${reasonOf(study)}`));
  else if (!design.standing.includes(study.pooling)) misses.push(miss("standing", `for sensitivity only: ${reasonOf(study)}`));
  return misses;
}

const JOINT_WORDS: Record<Study["joint"], string> = {
  hip: "another joint: hip",
  knee: "another joint: knee",
  mixed: "several joints together",
  none: "not about a joint",
};

const reasonOf = ({ poolingNote }: Study): string => poolingNote?.replace(/\.$/, "") ?? "no reason on file";

/** The stage of the hips that a row counts, where a disease has stages. */
export function phaseMisses(study: Study, outcome: Pick<Outcome, "phase"> | undefined, { population }: AnyCoordinates): Miss[] {
  if (population.phase === undefined) return [];
  const phase = outcome?.phase ?? study.phase ?? "not-stated";
  if (population.phase.includes(phase)) return [];
  const says = phase === "not-stated" ? "stage not stated as before or after collapse" : `another stage: ${phase}`;
  return [miss("phase", study.stage === undefined ? says : `${says} (${study.stage})`)];
}

/** How far the numbers of a row were checked. What nobody has read in a source never enters, whatever a question admits. */
export function gradeMisses({ ground }: Pick<Outcome, "ground">, { design }: AnyCoordinates): Miss[] {
  if (!isEstablished(ground.verified)) return [miss("grade", `its numbers are ${ground.verified}: nobody has read them in a source`)];
  if (design.read && !design.read.includes(ground.verified))
    return [miss("grade", `its numbers were read in a ${ground.verified}, not in a ${either(design.read)}`)];
  return [];
}
