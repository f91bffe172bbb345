import type { ChangeCoordinates, Outcome, Study } from "@calcar/catalog/schema";
import { isEstablished } from "@calcar/vocabulary";
import type { Arm } from "./arm-misses.ts";
import { isEligible } from "./event-rows.ts";
import { either, type Miss, miss } from "./miss.ts";

type Wanted = ChangeCoordinates["outcome"];
export type ScoreOutcome = Extract<Outcome, { type: "value" | "change" }>;

/** Mean, standard deviation and size of one arm; `basis` tells a final value from a change score. */
export interface Means {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

/** One arm's score as a question could take it, or why it cannot. */
export interface ScoreRow {
  readonly outcome: ScoreOutcome;
  readonly basis: "final" | "change";
  readonly means: Means | undefined; // absent together with a miss
  readonly misses: readonly Miss[];
}

/** The scores of one arm after treatment, by the instruments a question asks for. */
export const scoreOutcomes = (study: Study, arm: Arm, { instruments }: Wanted): ScoreOutcome[] =>
  study.outcomes.filter(
    (outcome): outcome is ScoreOutcome =>
      (outcome.type === "value" || outcome.type === "change") &&
      outcome.arm === arm.name &&
      isEligible(outcome) &&
      !(outcome.type === "value" && outcome.isBaseline) &&
      outcome.instrumentId !== undefined &&
      instruments.includes(outcome.instrumentId),
  );

/** A score as mean, spread and number, refused where one of them is missing or is not what it is printed as. */
export function scoreRow(outcome: ScoreOutcome, wanted: Wanted): ScoreRow {
  const { basis, mean, sd, misses } = outcome.type === "value" ? fromValue(outcome) : fromChange(outcome);
  const n = countOf(outcome);
  const all = [
    ...misses,
    ...(n === undefined ? [miss("count", "how many were measured is not stated")] : []),
    ...scaleMisses(outcome, wanted),
  ];
  const means = mean === undefined || sd === undefined || n === undefined ? undefined : { mean, sd, n };
  return { outcome, basis, means, misses: all };
}

interface Found {
  readonly basis: ScoreRow["basis"];
  readonly mean?: number;
  readonly sd?: number;
  readonly misses: readonly Miss[];
}

function fromValue({ mean, sd, dispersion, dispersionType, n }: Extract<ScoreOutcome, { type: "value" }>): Found {
  const found = { basis: "final" as const, mean };
  if (dispersionType === "SD" && sd !== undefined) return { ...found, sd, misses: [] };
  if (dispersionType === "SE" && dispersion !== undefined && n !== undefined)
    return { ...found, sd: dispersion * Math.sqrt(n), misses: [] };
  if (dispersionType === "unclear")
    return { ...found, misses: [miss("spread", `the printed spread (${dispersion}) is too small for an SD: probably a standard error`)] };
  return { ...found, misses: [miss("spread", "no spread printed")] };
}

function fromChange({ followUp, change, followUpMedian }: Extract<ScoreOutcome, { type: "change" }>): Found {
  const found = followUp ?? change;
  const basis = followUp === undefined ? "change" : "final";
  if (found?.sd !== undefined) return { basis, mean: found.mean, sd: found.sd, misses: [] };
  const says = followUpMedian && !found ? "medians only, which are never made into means" : "no spread printed";
  return { basis, misses: [miss("spread", says)] };
}

function countOf(outcome: ScoreOutcome): number | undefined {
  if (outcome.type === "value") return outcome.n;
  const { n, nVerified, followUp } = outcome;
  return nVerified === undefined || isEstablished(nVerified) ? (followUp?.n ?? n) : undefined;
}

/** A score that runs the other way, or may, says the opposite. */
function directionMisses({ scale }: ScoreOutcome, { higherIsBetter }: Wanted): Miss[] {
  if (scale?.higherIsBetter === higherIsBetter) return [];
  if (scale && scale.higherIsBetter === undefined) return [miss("scale", "which end of its scale is better is not stated")];
  return scale ? [miss("scale", "its scale runs the other way")] : [];
}

/** A score on a range that nobody states is no number: it cannot be carried over to the scale that is shown. */
export function scaleMisses(outcome: ScoreOutcome, wanted: Wanted): Miss[] {
  const { scale } = outcome;
  const against = directionMisses(outcome, wanted);
  if (against.length > 0 || !wanted.scale) return against;
  if (scale?.min === undefined || scale.max === undefined)
    return wanted.scale.onlyScale ? [] : [miss("scale", "the range of its scale is not stated")];
  const [low, high] = wanted.scale.range;
  const isShown = scale.min === low && scale.max === high;
  return !isShown && scale.assumed ? [miss("scale", `a scale of ${scale.min} to ${scale.max} is only assumed`)] : [];
}

export const noScores = ({ instruments }: Wanted): Miss => miss("outcome", `no values of ${either(instruments)}`);
