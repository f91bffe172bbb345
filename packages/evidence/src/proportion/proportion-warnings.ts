import { certaintyWarnings } from "../certainty/certainty-warnings.ts";
import { wideningWarnings } from "../members/shown.ts";
import type { ProportionQuestion } from "../questions/question-kinds.ts";
import type { AnswerCertainty, ProportionAnswer } from "../schema.ts";
import { numberText } from "../words/number-text.ts";

export type DrawnProportion = Omit<ProportionAnswer, "warnings" | "certainty">;

interface Circumstances {
  readonly certainty: AnswerCertainty;
  readonly without: readonly string[]; // labels
  readonly workedOut: readonly string[]; // what is not printed, said
}

/** What a reader must know before the first number. */
export function proportionWarnings(
  question: ProportionQuestion,
  { k, n, pooled, notPooled, studies, widened }: DrawnProportion,
  { certainty, without, workedOut }: Circumstances,
): string[] {
  const pi = pooled?.pi
    ? ` In a new series it could lie anywhere from ${percent(pooled.pi[0])} to ${percent(pooled.pi[1])} (95% prediction interval).`
    : "";
  const beyond = studies.filter((row) => row.beyond.length > 0).map((row) => ({ label: row.label, misses: row.beyond }));
  return [
    ...wideningWarnings(widened, beyond),
    `${k === 1 ? "One series" : `${k} series`}, ${n} counted, no control group: how often it happened, not whether the treatment made it more or less frequent.${pi}`,
    ...(notPooled === null || k === 1 ? [] : [notPooled]),
    ...(without.length > 0 ? [`Left out by the reader: ${without.join(", ")}.`] : []),
    ...about(studies, ({ of }) => of.includes(" or "), "whether hips or patients were counted is not stated"),
    ...about(studies, ({ months }) => months === null, "time of counting not stated in months"),
    ...about(studies, ({ verified }) => verified === "secondary-source", "read in a secondary source, not in the study itself"),
    ...workedOut,
    ...question.caution.map(({ en }) => en),
    ...certaintyWarnings(certainty, without),
  ];
}

function about(rows: ProportionAnswer["studies"], holds: (row: ProportionAnswer["studies"][number]) => boolean, says: string): string[] {
  const labels = rows.filter(holds).map(({ label }) => label);
  return labels.length > 0 ? [`${labels.join(", ")}: ${says}.`] : [];
}

const percent = (proportion: number): string => `${numberText(100 * proportion, 0)}%`;
