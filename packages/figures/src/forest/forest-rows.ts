import { type ArmNumbers, effectText, numberText, type Pooled, type PooledStudy } from "@calcar/evidence";
import type { Group, Row, Sheet } from "../rows/sheet.ts";
import { ENGLISH, fill, type Words } from "../words.ts";

type Interval = readonly [number, number];

/** What a row needs besides the answer. */
export interface RowSetting {
  readonly words?: Words;
  readonly whole?: Pooled; // the same pool with every study: those that the reader left out keep their places
  readonly studyAddress?: ((study: string) => string) | undefined;
}

export interface ForestRows {
  readonly studies: readonly Row[];
  readonly pooled: readonly Row[]; // the pool, then its prediction interval; nothing for a single study
}

/** The rows of a pooled answer in words and numbers, before anything is placed. */
export function forestRows(pooled: Pooled, { words = ENGLISH, studyAddress, whole = pooled }: RowSetting): ForestRows {
  const say = estimateWords(pooled.measure, words);
  const kept = new Map(pooled.studies.map((study) => [study.id, study]));
  const rowOf = (study: PooledStudy): Row => {
    const inPool = kept.get(study.id);
    const row = studyRow(inPool ?? study, say, words, studyAddress);
    return inPool ? row : { ...row, kind: "left-out", weightText: words.leftOutHere };
  };
  return {
    studies: whole.studies.map(rowOf),
    pooled: pooled.k > 1 ? [poolRow(pooled, pooledLabel(pooled, words), words), ...predictionRow(pooled, say, words)] : [],
  };
}

/** A forest plot as columns and rows of texts. */
export function forestSheet(pooled: Pooled, setting: RowSetting): Sheet {
  const { words = ENGLISH } = setting;
  const { comparison, measure, counted } = pooled;
  const { studies, pooled: whole } = forestRows(pooled, setting);
  const unit = armHeading(pooled, words);
  const above = { arms: fill(words.against, comparison), counted: words[`counted.${counted}`] };
  return {
    study: words.study,
    counts: [
      { name: comparison.intervention, unit },
      { name: comparison.comparator, unit },
    ],
    estimate: estimateHeading(measure, words),
    weight: words.weight,
    above: fill(isOnMeans(pooled) ? words.meansOf : words.eventsOf, above),
    groups: [{ rows: studies }, { rows: whole }].filter(({ rows }: Group) => rows.length > 0),
  };
}

export const estimateHeading = (measure: Pooled["measure"], words: Words): string =>
  fill(words.estimateHeading, { measure: words[`measure.${measure}`] });

interface Say {
  readonly estimate: (estimate: number, interval: Interval) => string;
  readonly interval: (interval: Interval) => string;
}

/** Numbers of a measure in the reader's language. */
export function estimateWords(measure: Pooled["measure"], words: Words): Say {
  const number = (value: number) => effectText(measure, value, words.language);
  return {
    estimate: (estimate, [low, high]) => fill(words.estimate, { estimate: number(estimate), low: number(low), high: number(high) }),
    interval: ([low, high]) => fill(words.interval, { low: number(low), high: number(high) }),
  };
}

function studyRow(study: PooledStudy, say: Say, words: Words, studyAddress: RowSetting["studyAddress"]): Row {
  const mark = markOf(study);
  return {
    kind: "study",
    label: study.label,
    ...(mark === "" ? {} : { mark }),
    second: study.design,
    href: studyAddress?.(study.id),
    counts: [armText(study.intervention, words), armText(study.comparator, words)],
    point: study.estimate,
    interval: study.ci,
    text: say.estimate(study.estimate, study.ci),
    weight: study.weight,
    weightText: `${numberText(study.weight, 1, words.language)}%`,
    risk: study.riskOfBias,
  };
}

/** Signs of what a reader must know before trusting a row; `markNotes` says what they mean. */
export const markOf = ({ verified, beyond }: Pick<PooledStudy, "verified" | "beyond">): string =>
  [verified === "source-text" ? "" : "\u2020", beyond.length > 0 ? "\u2021" : ""].join("");

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

/** "4 studies, 365 hips". */
export const restsOn = ({ k, n }: Pick<Pooled, "k" | "n">, { counted }: Pick<Pooled, "counted">, words: Words): string =>
  fill(k === 1 ? words.restsOnOne : words.restsOn, { k, n, counted: words[`counted.${counted}`] });

const pooledLabel = ({ k, n, counted }: Pooled, words: Words): string => fill(words.pooled, { k, n, counted: words[`counted.${counted}`] });

export const poolRow = ({ measure, estimate, ci }: Pooled, label: string, words: Words): Row => ({
  kind: "pooled",
  label,
  point: estimate,
  interval: ci,
  text: estimateWords(measure, words).estimate(estimate, ci),
});

const predictionRow = ({ pi }: Pooled, say: Say, words: Words): Row[] =>
  pi ? [{ kind: "prediction", label: words.prediction, interval: pi, text: say.interval(pi) }] : [];
