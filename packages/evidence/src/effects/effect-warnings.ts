import { isEstablished } from "@calcar/vocabulary";
import { certaintyWarnings } from "../certainty/certainty-warnings.ts";
import { wideningWarnings } from "../members/shown.ts";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import type { Pooled } from "../schema.ts";
import { designSummary } from "../studies/design-words.ts";
import { effectText, numberText } from "../words/number-text.ts";
import { workedOutWarnings } from "../words/worked-out.ts";
import { type EffectRow, isCounts } from "./effect-row.ts";
import { noEffect } from "./natural-scale.ts";
import type { Synthesis } from "./synthesis.ts";

const FEW_STUDIES = 5;
const FEW_HIPS = 100;
const MUCH_INCONSISTENCY = 50; // per cent

type Label = (study: string) => string;

/** The numbers of an answer, before anything is judged or said of them. */
export type Drawn = Omit<Pooled, "warnings" | "certainty" | "per1000">;

interface Working {
  readonly synthesis: Synthesis;
  readonly label: Label;
  readonly certainty: Pooled["certainty"];
}

/** What a reader must know before the number, most important first: how little it rests on, and on whom it hangs. */
export function effectWarnings(question: EffectQuestion, drawn: Drawn, { synthesis, label, certainty }: Working): string[] {
  return [
    ...wideningWarnings(
      drawn.widened,
      drawn.studies.filter(({ beyond }) => beyond.length > 0).map((study) => ({ label: study.label, misses: study.beyond })),
    ),
    ...thin(drawn, synthesis),
    ...(drawn.without.length > 0 ? [`Left out by the reader: ${drawn.without.map(label).join(", ")}.`] : []),
    ...hangsOnOne(drawn, label),
    ...inconsistent(drawn),
    ...rowWarnings(synthesis, label),
    ...methodWarnings(drawn, synthesis),
    ...question.caution.map(({ en }) => en),
    ...certaintyWarnings(certainty, drawn.without),
  ];
}

/** Fewer than 5 studies or 100 hips: size, design and prediction interval lead. */
function thin({ k, n, pi, measure, tau2Method, counted }: Drawn, { rows }: Synthesis): string[] {
  if (k >= FEW_STUDIES && n >= FEW_HIPS) return [];
  const designs = designSummary(rows.map(({ study }) => study));
  if (k === 1)
    return [`One study with ${n} ${counted} (${designs.slice(0, -": 1".length)}): nothing is pooled, and no prediction interval exists.`];
  return [`Only ${k} studies with ${n} ${counted} (${designs}). ${predictionSentence({ k, pi, measure, tau2Method })}`];
}

function predictionSentence({ k, pi, measure, tau2Method }: Pick<Drawn, "k" | "pi" | "measure" | "tau2Method">): string {
  if (pi) return `In a new study the true ${measure} could lie anywhere from ${valueText(measure, pi)} (95% prediction interval).`;
  if (tau2Method === "FE") return "A common-effect model says nothing about a new study.";
  return k < 3 ? "With two studies no prediction interval exists." : "No prediction interval exists.";
}

const valueText = (measure: Drawn["measure"], values: readonly number[]): string =>
  values.map((value) => effectText(measure, value)).join(" to ");

/** Whether leaving out a single study turns a clear interval into an unclear one, or back. */
function hangsOnOne({ ci, measure, leaveOneOut, k }: Drawn, label: Label): string[] {
  if (k < 3) return [];
  const isClear = ([low, high]: readonly [number, number]) => low > noEffect(measure) || high < noEffect(measure);
  const turning = leaveOneOut.filter((left) => isClear(left.ci) !== isClear(ci));
  return turning.map(({ without, estimate, ci: interval }) => {
    const shown = `${valueText(measure, [estimate])} (${valueText(measure, interval)})`;
    return `The conclusion hangs on ${label(without)}: without it the ${measure} is ${shown}.`;
  });
}

const inconsistent = ({ i2, k }: Drawn): string[] =>
  k > 1 && i2 >= MUCH_INCONSISTENCY
    ? [`The studies differ by more than chance explains (I² = ${numberText(i2, 0)}%): one number for all of them hides that.`]
    : [];

function rowWarnings({ rows, half, uninformative }: Synthesis, label: Label): string[] {
  const list = (some: readonly EffectRow[], says: (names: string) => string) =>
    some.length > 0 ? [says(some.map(({ study }) => label(study.id)).join(", "))] : [];
  const what = rows.every(({ intervention }) => isCounts(intervention)) ? "Counts" : "Scores";
  const isSecondary = ({ outcomes }: EffectRow) => outcomes.some(({ ground }) => ground.verified === "secondary-source");
  return [
    ...list(
      rows.filter(({ study }) => study.designClass === "within-patient"),
      (names) => `${names}: paired hips of the same patients, analysed as if independent; interval and weight are not exact.`,
    ),
    ...list(
      rows.filter((row) => isEstablishedRow(row) && isSecondary(row)),
      (names) => `${what} of ${names} come from a secondary source, not from the study's own text.`,
    ),
    ...workedOutWarnings(rows, label),
    ...list(
      rows.filter(({ isChange }) => isChange),
      (names) => `${names}: a difference of change scores, beside differences of final values where there are any.`,
    ),
    ...list(half, (names) => `${names} has an empty cell; a half was added to each of its cells.`),
    ...list(
      uninformative,
      (names) => `${names} is not in the pool: a ratio learns nothing from arms with no event, or only events, in both.`,
    ),
  ];
}

const isEstablishedRow = ({ outcomes }: EffectRow): boolean => outcomes.every(({ ground }) => isEstablished(ground.verified));

function methodWarnings({ ciMethod, k }: Drawn, { narrowerThanNormal }: Synthesis): string[] {
  if (k === 1) return [];
  if (narrowerThanNormal)
    return [
      "The Knapp-Hartung interval is narrower than the normal one here, which overstates what is known; the modified rule (mhksj) takes the wider.",
    ];
  return ciMethod === "z" && k < FEW_STUDIES
    ? ["With so few studies a normal interval (z) is too narrow; Knapp-Hartung (hksj) shows the other extreme."]
    : [];
}
