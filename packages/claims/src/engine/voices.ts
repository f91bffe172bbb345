import type { CompiledRules } from "./compile.ts";
import type { Reading } from "./reading.ts";

/** In whose words a page speaks. */
export interface Voices {
  readonly wary: number; // words of those who warn or weigh evidence
  readonly seller: number; // words of those who sell
  readonly own: readonly Reading[]; // sentences in which the seller speaks of the treatment as "ours"
  readonly onTreatment: boolean; // whether the treatment is named anywhere, and not only denied
}

const heard = new WeakMap<readonly Reading[], Voices>();

export function voicesIn(readings: readonly Reading[], rules: CompiledRules): Voices {
  const known = heard.get(readings);
  if (known) return known;
  const words = (list: number) => readings.reduce((sum, { mentions }) => sum + (mentions.get(list)?.length ?? 0), 0);
  const { ownVoice, treatment } = rules.subjects;
  const own = readings.filter((each) => each.mentions.has(ownVoice) && namesTreatment(each) && !deniesTreatment(each, treatment));
  const voices = {
    wary: words(rules.voices.wary),
    seller: words(rules.voices.seller),
    own,
    onTreatment: readings.some((each) => each.mentions.has(treatment) && !deniesTreatment(each, treatment)),
  };
  heard.set(readings, voices);
  return voices;
}

export const namesTreatment = ({ actors }: Reading): boolean => actors.some(({ subject }) => subject === "treatment");

/** "We do not offer stem cells." */
const deniesTreatment = ({ mentions, excused }: Reading, treatment: number): boolean => {
  const named = mentions.get(treatment) ?? [];
  return (
    named.length > 0 &&
    excused().some((cue) => cue.excuse === "negation" && named.some(({ from }) => from >= cue.reachFrom && from < cue.reachTo))
  );
};
