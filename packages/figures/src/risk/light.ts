import type { StudyRiskOfBias } from "@calcar/evidence";
import type { Inks } from "../theme.ts";

/** How a judgement looks: sign, shape and colour each tell it alone, and the heavier the ink the higher the risk. */
export interface Light {
  readonly level: string; // what is alike in both tools
  readonly sign: "+" | "\u2013" | "\u00d7" | "!" | "?";
  readonly shape: "circle" | "square" | "octagon" | "ring";
  readonly fill: keyof Inks;
  readonly stroke: keyof Inks;
  readonly text: keyof Inks;
}

const LOW: Light = { level: "low", sign: "+", shape: "circle", fill: "accent-soft", stroke: "accent", text: "accent" };
const SOME: Light = { level: "some", sign: "\u2013", shape: "circle", fill: "caution-soft", stroke: "caution", text: "caution" };
const HIGH: Light = { level: "high", sign: "\u00d7", shape: "square", fill: "stop", stroke: "stop", text: "paper" };
const CRITICAL: Light = { level: "critical", sign: "!", shape: "octagon", fill: "ink", stroke: "ink", text: "paper" };
const UNKNOWN: Light = { level: "unknown", sign: "?", shape: "ring", fill: "paper", stroke: "muted", text: "muted" };

/** The judgements of RoB 2 and ROBINS-I, least risk first; those of one level share a light. */
export const LIGHTS = {
  low: LOW,
  "some-concerns": SOME,
  moderate: SOME,
  high: HIGH,
  serious: HIGH,
  critical: CRITICAL,
  "no-information": UNKNOWN,
} as const satisfies Record<string, Light>;
export type Judgement = keyof typeof LIGHTS;

const isJudgement = (text: string): text is Judgement => text in LIGHTS;

/** The judgement of an assessment. One that neither tool knows is a mistake of ours, never a light of some colour. */
export function judgementOf(text: string): Judgement {
  if (!isJudgement(text)) throw new Error(`no light for the judgement "${text}"`);
  return text;
}

/** Every judgement of an assessment from left to right: the domains, then overall. */
export const judgementsOf = ({ domains, overall }: StudyRiskOfBias): Judgement[] =>
  [...domains.map(({ judgement }) => judgement), overall].map(judgementOf);
