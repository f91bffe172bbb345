import type { DrawnProportion } from "../proportion/proportion-warnings.ts";
import type { ProportionQuestion } from "../questions/question-kinds.ts";
import type { AnswerCertainty } from "../schema.ts";
import { numberText } from "../words/number-text.ts";
import { certaintyOf } from "./certainty-of.ts";
import { type Judged, judged, worse } from "./judged.ts";

const WIDE = 0.1; // a tenth of all who were counted, from the lower to the upper bound
const VERY_WIDE = 0.25;
const CONSIDERABLE = 75; // per cent

/** GRADE certainty of how often something happens: no comparison is made, so series are not marked down for lacking a control. */
export function proportionCertainty(question: ProportionQuestion, drawn: DrawnProportion): AnswerCertainty {
  const isWidened = drawn.studies.some(({ beyond }) => beyond.length > 0);
  const computed = {
    "risk-of-bias": riskOfBias(drawn),
    inconsistency: inconsistency(drawn),
    indirectness: indirectness(drawn, isWidened),
    imprecision: imprecision(drawn),
  };
  return certaintyOf(question.certainty, computed, [], !isWidened && drawn.without.length === 0);
}

const MATTERS = ["selection-of-participants", "missing-data", "measurement"]; // for counting; confounding is no matter of a frequency
const SOUND = ["low", "moderate"];

/** Whether those counted stand for those treated, and events were looked for: unclear or worse for most is serious. */
function riskOfBias({ studies, n }: DrawnProportion): Judged {
  const isSound = ({ riskOfBias: risk }: DrawnProportion["studies"][number]) =>
    risk?.domains.every(({ domain, judgement }) => !MATTERS.includes(domain) || SOUND.includes(judgement)) ?? false;
  const unclear = studies.filter((row) => !isSound(row));
  const counted = unclear.reduce((sum, { total }) => sum + total, 0);
  if (2 * counted < n) return judged("not-serious", "Selection, loss and measurement are sound for most of those counted.");
  return judged(
    "serious",
    `Selection, loss or the way events were looked for is unclear or unsound in ${unclear.map(({ label }) => label).join(", ")}.`,
  );
}

function inconsistency({ pooled, k, notPooled }: DrawnProportion): Judged {
  if (!pooled) return judged("not-assessed", k === 1 ? "One series cannot disagree with itself." : (notPooled ?? "Not pooled."));
  return judged(pooled.i2 >= CONSIDERABLE ? "serious" : "not-serious", `I² ${numberText(pooled.i2, 0)}% in ${k} series.`);
}

function indirectness({ studies }: DrawnProportion, isWidened: boolean): Judged {
  const products = [...new Set(studies.map(({ product }) => product))];
  const base =
    products.length > 1 ? judged("serious", `Products differ (${products.join("; ")}).`) : judged("not-serious", "One kind of product.");
  return isWidened ? judged(worse(base.judgement), `${base.reason} Widened by the reader.`) : base;
}

/** Judged on the pooled interval, or on the widest of the series where nothing is pooled. */
function imprecision({ pooled, studies }: DrawnProportion): Judged {
  const intervals = pooled ? [pooled.ci] : studies.map(({ ci }) => ci);
  const width = Math.max(...intervals.map(([low, high]) => high - low));
  const says = `${pooled ? "The interval" : "The widest interval of a series"} spans ${numberText(100 * width, 0)} of 100.`;
  if (width > VERY_WIDE) return judged("very-serious", says);
  return judged(width > WIDE ? "serious" : "not-serious", says);
}
