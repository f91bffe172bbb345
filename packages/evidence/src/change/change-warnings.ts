import { certaintyWarnings } from "../certainty/certainty-warnings.ts";
import type { Widening } from "../members/miss.ts";
import { wideningWarnings } from "../members/shown.ts";
import type { ChangeQuestion } from "../questions/question-kinds.ts";
import type { AnswerCertainty, ChangeRow } from "../schema.ts";
import { countedOnce } from "./counted-once.ts";

interface Circumstances {
  readonly certainty: AnswerCertainty;
  readonly without: readonly string[]; // labels
  readonly widened: readonly Widening[];
  readonly workedOut: readonly string[]; // what is not printed, said
}

/** What a reader must know before the first number. */
export function changeWarnings(
  question: ChangeQuestion,
  series: readonly ChangeRow[],
  { certainty, without, widened, workedOut }: Circumstances,
): string[] {
  const k = new Set(series.map(({ id }) => id)).size;
  const n = countedOnce(series);
  const size = `${k === 1 ? "One series" : `${k} series`}, ${n === null ? "number counted not fully known" : `n = ${n} (patients or hips, as each study counts)`}`;
  return [
    `${size}, no control group: these are changes over time, not effects of treatment, and they are not pooled.`,
    ...wideningWarnings(
      widened,
      series.filter(({ beyond }) => beyond.length > 0).map((row) => ({ label: row.label, misses: row.beyond })),
    ),
    ...(without.length > 0 ? [`Left out by the reader: ${without.join(", ")}.`] : []),
    ...about(series, ({ n: counted }) => counted === null, "number counted not stated"),
    ...about(series, ({ statistic }) => statistic === "median", "medians; no change is computed from them"),
    ...about(series, ({ higherIsBetter }) => higherIsBetter === null, "which end of the scale is better is not stated"),
    ...about(series, ({ before, after }) => before === null || after === null, "not every score has a value both before and after"),
    ...about(series, ({ verified }) => verified === "secondary-source", "read in a secondary source, not in the study itself"),
    ...workedOut,
    ...(series.some(({ changeDerived }) => changeDerived)
      ? ["Where a change is our own subtraction of two printed means, it is marked."]
      : []),
    ...question.caution.map(({ en }) => en),
    ...certaintyWarnings(certainty, without),
  ];
}

function about(series: readonly ChangeRow[], holds: (row: ChangeRow) => boolean, says: string): string[] {
  const labels = [...new Set(series.filter(holds).map(({ label }) => label))];
  return labels.length > 0 ? [`${labels.join(", ")}: ${says}.`] : [];
}
