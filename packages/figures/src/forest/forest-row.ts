import { type ArmNumbers, noEffect, numberText, type Pooled, type PooledStudy, ratioText } from "@calcar/evidence";
import type { FigureSetting } from "../setting.ts";
import { ENGLISH, fill, type Words } from "../words.ts";

type Interval = readonly [number, number];

/** One row of a forest plot: what it says and what is drawn. */
export interface ForestRow {
  readonly kind: "study" | "pooled" | "prediction" | "left-out";
  readonly label: string;
  readonly second?: string; // a quieter line below
  readonly href?: string | undefined;
  readonly counts?: readonly [intervention: string, comparator: string];
  readonly point?: number; // absent for an interval without a middle
  readonly interval: Interval;
  readonly text: string; // the same in numbers
  readonly weight?: number; // per cent
  readonly weightText?: string;
}

export interface ForestContent {
  readonly studies: readonly ForestRow[];
  readonly pooled: readonly ForestRow[]; // the pool, then its prediction interval; nothing for a single study
  readonly leftOut: readonly ForestRow[]; // from three studies on: with two, leaving one out shows the other again
}

/** The rows of a pooled answer in words and numbers, before anything is placed. */
export function forestContent(
  pooled: Pooled,
  { words = ENGLISH, studyAddress }: Pick<FigureSetting, "words" | "studyAddress">,
): ForestContent {
  const say = estimateWords(pooled.measure, words);
  return {
    studies: pooled.studies.map((study) => studyRow(study, say, words, studyAddress)),
    pooled: pooled.k > 1 ? [poolRow(pooled, say, words), ...predictionRow(pooled, say, words)] : [],
    leftOut: pooled.k > 2 ? leftOutRows(pooled, say, words) : [],
  };
}

interface Say {
  readonly estimate: (estimate: number, interval: Interval) => string;
  readonly interval: (interval: Interval) => string;
}

/** Numbers of a measure in the reader's language, two decimals. */
export function estimateWords(measure: Pooled["measure"], words: Words): Say {
  const isRatio = noEffect(measure) === 1;
  const number = (value: number) => (isRatio ? ratioText(value, 2, words.language) : numberText(value, 2, words.language));
  return {
    estimate: (estimate, [low, high]) => fill(words.estimate, { estimate: number(estimate), low: number(low), high: number(high) }),
    interval: ([low, high]) => fill(words.interval, { low: number(low), high: number(high) }),
  };
}

function studyRow(study: PooledStudy, say: Say, words: Words, studyAddress: FigureSetting["studyAddress"]): ForestRow {
  return {
    kind: "study",
    label: study.label,
    second: study.design,
    href: studyAddress?.(study.id),
    counts: [armText(study.intervention, words), armText(study.comparator, words)],
    point: study.estimate,
    interval: study.ci,
    text: say.estimate(study.estimate, study.ci),
    weight: study.weight,
    weightText: `${numberText(study.weight, 1, words.language)}%`,
  };
}

/** A count of events, or a mean with its spread. */
export const armText = (arm: ArmNumbers, words: Words): string =>
  "events" in arm
    ? fill(words.counts, arm)
    : fill(words.meanOfArm, { mean: numberText(arm.mean, 1, words.language), sd: numberText(arm.sd, 1, words.language), n: arm.n });

/** Whether the arms of a pool hold means instead of counts. */
export const isOnMeans = ({ measure }: Pick<Pooled, "measure">): boolean => measure === "MD" || measure === "SMD";

/** What stands at the head of the columns of the arms: "events / hips" or "mean (SD), n". */
export const armHeading = (pooled: Pick<Pooled, "measure" | "counted">, words: Words): string =>
  isOnMeans(pooled) ? words.means : fill(words.events, { counted: words[`counted.${pooled.counted}`] });

const poolRow = ({ k, n, counted, estimate, ci }: Pooled, say: Say, words: Words): ForestRow => ({
  kind: "pooled",
  label: fill(words.pooled, { k, n, counted: words[`counted.${counted}`] }),
  point: estimate,
  interval: ci,
  text: say.estimate(estimate, ci),
});

const predictionRow = ({ pi }: Pooled, say: Say, words: Words): ForestRow[] =>
  pi ? [{ kind: "prediction", label: words.prediction, interval: pi, text: say.interval(pi) }] : [];

const leftOutRows = ({ leaveOneOut, studies }: Pooled, say: Say, words: Words): ForestRow[] =>
  leaveOneOut.map(({ without, estimate, ci }) => ({
    kind: "left-out",
    label: fill(words.without, { study: studies.find(({ id }) => id === without)?.label ?? without }),
    point: estimate,
    interval: ci,
    text: say.estimate(estimate, ci),
  }));
