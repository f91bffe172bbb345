import { normal } from "@calcar/statistics";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import type { Pooled } from "../schema.ts";
import { numberText, ratioText } from "../words/number-text.ts";
import { type Judged, judged } from "./judged.ts";

type Numbers = Pick<Pooled, "measure" | "ci" | "n" | "studies">;

const APPRECIABLE = 0.25; // a relative risk reduction or increase of a quarter
const ALPHA = 0.05;
const POWER = 0.8;
const MOST = 50; // per cent of the weight
const FAR_BELOW = 0.5; // of the optimal information size: this project's reading of "far less"
const CONTINUOUS_SIZE = 400; // both arms

/**
 * Imprecision: whether the interval holds no difference and what matters, and whether so many were studied as one good trial
 * would need (the optimal information size, for a quarter fewer events at the risk of the controls, 5% and 80%).
 *
 * At least serious where most of the weight comes from paired hips analysed as independent: their precision is not known.
 *
 * Very serious when the interval holds both an appreciable benefit and an appreciable harm, or when fewer than half of that
 * size were studied. For differences of means 400 in both arms is a rule of thumb.
 *
 * @param pairedWeight per cent of the weight of studies that compare the two hips of one patient
 * @source grade-imprecision-2011, grade-imprecision-2022, project-default
 */
export function imprecisionDomain(question: EffectQuestion, numbers: Numbers, pairedWeight = 0): Judged {
  const found = numbers.measure === "RR" || numbers.measure === "OR" ? ofRatio(numbers) : ofDifference(question, numbers);
  if (pairedWeight < MOST) return found;
  const reason = `${found.reason} Most of the weight is of paired hips analysed as independent, so the interval is not exact.`;
  return judged(found.judgement === "not-serious" ? "serious" : found.judgement, reason);
}

function ofRatio({ ci: [low, high], n, studies }: Numbers): Judged {
  const size = informationSize(controlRisk(studies));
  const isSmall = size === undefined || n < size;
  const holds = (value: number) => low < value && value < high;
  const says = `95% interval ${ratioText(low)} to ${ratioText(high)}; ${n} studied, ${size === undefined ? "and how many would be needed cannot be said" : `of ${size} that one trial would need`}`;
  if (holds(1 - APPRECIABLE) && holds(1 + APPRECIABLE))
    return judged("very-serious", `${says}; both an appreciable benefit and an appreciable harm are possible.`);
  if (size !== undefined && n < FAR_BELOW * size) return judged("very-serious", `${says}, far fewer.`);
  if (isSmall || holds(1)) return judged("serious", `${says}${holds(1) ? "; no difference is possible" : ""}.`);
  return judged("not-serious", `${says}.`);
}

function ofDifference({ important, measure }: EffectQuestion, { ci: [low, high], n }: Numbers): Judged {
  const least = leastThatMatters(measure, important?.difference);
  const isSmall = n < CONTINUOUS_SIZE;
  const holds = (value: number) => low < value && value < high;
  const says = `95% interval ${numberText(low, 2)} to ${numberText(high, 2)}; ${n} studied of ${CONTINUOUS_SIZE}, a rule of thumb`;
  const [benefit, harm] = least === undefined ? [false, false] : [holds(least), holds(-least)];
  if (benefit && harm) return judged("very-serious", `${says}; both an important benefit and an important harm are possible.`);
  if (isSmall && holds(0)) return judged("very-serious", `${says}; no difference is possible.`);
  if (isSmall && (benefit || harm)) return judged("very-serious", `${says}; a difference too small to matter is possible.`);
  const unknown = least === undefined ? "; what difference would matter is not on file" : "";
  return judged(isSmall || holds(0) ? "serious" : "not-serious", `${says}${unknown}.`);
}

const MODERATE_SMD = 0.5;

function leastThatMatters(measure: Numbers["measure"], stated: number | undefined): number | undefined {
  return measure === "SMD" ? MODERATE_SMD : stated;
}

function controlRisk(studies: Numbers["studies"]): number {
  const controls = studies.flatMap(({ comparator }) => ("events" in comparator ? [comparator] : []));
  return controls.reduce((sum, { events }) => sum + events, 0) / controls.reduce((sum, { total }) => sum + total, 0);
}

/** Both arms of a trial with 80% power to see a quarter fewer events; nothing where the controls had none or nothing but events. */
export function informationSize(risk: number): number | undefined {
  const reduced = risk * (1 - APPRECIABLE);
  if (!(risk > 0 && risk < 1)) return undefined;
  const z = normal.quantile(1 - ALPHA / 2) + normal.quantile(POWER);
  return 2 * Math.ceil((z ** 2 * (risk * (1 - risk) + reduced * (1 - reduced))) / (risk - reduced) ** 2);
}
