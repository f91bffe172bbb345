import {
  type ChangeSeries,
  effectText,
  noEffect,
  numberText,
  type Pooled,
  type ProportionAnswer,
  type QuestionAnswer,
} from "@calcar/evidence";

type Interval = readonly [number, number];

export const intervalText = (measure: Pooled["measure"], [low, high]: Interval): string =>
  `${effectText(measure, low)} to ${effectText(measure, high)}`;

export const percentText = (share: number): string => `${numberText(100 * share, 1)}%`;

/** The answer in one or two sentences. An interval that holds no difference is told before anything else could be read into it. */
export function answerSentence(answer: QuestionAnswer): string {
  switch (answer.kind) {
    case "effect":
      return effectSentence(answer);
    case "change":
      return changeSentence(answer);
    case "proportion":
      return proportionSentence(answer);
    case "nothing-direct":
      return "No study on file answers this question directly. None of the numbers of the nearest studies are shown, since they answer another.";
  }
}

function effectSentence(answer: Pooled): string {
  const { k, n, counted, measure, estimate, ci, comparison, outcome } = answer;
  const size = `${k === 1 ? "One study" : `${k} studies`} with ${n} ${counted}`;
  const numbers = `${measure} ${effectText(measure, estimate)} (95% interval ${intervalText(measure, ci)})`;
  return `${size}, ${comparison.intervention} against ${comparison.comparator}, ${outcome}: ${numbers}. ${sideOf(answer)}`;
}

/** Which side of no difference the whole interval lies on, if any. */
function sideOf({ ci: [low, high], measure, favoursIntervention, comparison }: Pooled): string {
  const none = noEffect(measure);
  if (low <= none && high >= none) return "The interval includes no difference.";
  const isLower = high < none;
  const isBetter = isLower === (favoursIntervention === "lower");
  return `The interval lies wholly ${isLower ? "below" : "above"} no difference, which favours ${isBetter ? comparison.intervention : comparison.comparator}.`;
}

const changeSentence = ({ k, n }: ChangeSeries): string =>
  `${k === 1 ? "One uncontrolled study" : `${k} uncontrolled studies`}${n === null ? ", of which not all say how many were counted" : `, ${n} counted in all`}. They show a change over time, which is not an effect of the treatment, and nothing is pooled.`;

function proportionSentence({ k, n, pooled, notPooled, outcome }: ProportionAnswer): string {
  const size = `${k === 1 ? "One series" : `${k} series`} without a control group, ${n} counted in all`;
  const shown = pooled
    ? `pooled ${percentText(pooled.estimate)} (95% interval ${percentText(pooled.ci[0])} to ${percentText(pooled.ci[1])})`
    : `not pooled. ${notPooled ?? ""}`.trim();
  return `${size}, ${outcome}: ${shown}${shown.endsWith(".") ? "" : "."} This is how often it happened, not an effect of the treatment.`;
}
