/** Every text of a figure, in English. `{name}` is filled in. The web app passes its own object of the same keys. */
export const ENGLISH = {
  language: "en", // decides the decimal sign
  study: "Study",
  events: "events / {counted}",
  eventsOf: "Events / {counted}: {arms}",
  means: "mean (SD), n",
  meansOf: "Mean (SD), n: {arms}",
  meanOfArm: "{mean} ({sd}), {n}",
  against: "{intervention} against {comparator}",
  weight: "Weight",
  weightOf: "weight {weight}",
  counts: "{events}/{total}",
  "measure.RR": "Risk ratio",
  "measure.OR": "Odds ratio",
  "measure.RD": "Risk difference",
  "measure.MD": "Mean difference",
  "measure.SMD": "Standardised mean difference",
  "counted.hips": "hips",
  "counted.knees": "knees",
  "counted.patients": "patients",
  estimateHeading: "{measure} (95% CI)",
  estimate: "{estimate} ({low} to {high})",
  interval: "{low} to {high}",
  pooled: "Pooled: {k} studies, {n} {counted}",
  alone: "One study, nothing pooled: {n} {counted}.",
  prediction: "95% prediction interval",
  leaveOneOut: "Pooled without one study",
  without: "without {study}",
  favours: "Favours {arm}",
  noEffect: "no effect",
  heterogeneity: "Between studies: τ² {tau2}, I² {i2}%, Q {q} (df {df}, p {p}).",
  method: "Inverse variance, {tau2}, {ci}; p {p} for the pooled effect.",
  methodAlone: "95% CI: {ci}; p {p}.",
  "tau2.REML": "τ² by REML",
  "tau2.DL": "τ² by DerSimonian-Laird",
  "tau2.PM": "τ² by Paule-Mandel",
  "tau2.FE": "common effect, no τ²",
  "ci.z": "normal interval",
  "ci.hksj": "Knapp-Hartung interval",
  "ci.mhksj": "modified Knapp-Hartung interval",
  leftOut: "Left out by the reader: {studies}.",
  cut: "An arrow marks an interval that runs on beyond the axis; its numbers stand beside it.",
  effectTitle: "Forest plot: {asks}",
  changeTitle: "Change, no control group: {asks}",
  changeKicker: "Change, no control group",
  before: "before",
  after: "after",
  better: "better",
  beforeAfter: "{before} to {after}",
  change: "change {change}",
  changeDerived: "change {change}*",
  derivedNote: "* our subtraction of the two printed means",
  medians: "medians",
  noValues: "no values before and after",
  n: "n = {n}",
  nUnknown: "n not stated",
  shows: "Shows: {text}",
  origin: "Calcar, question {question}, knowledge {knowledge}; literature last searched {date}.",
  "table.study": "Study",
  "table.design": "Design",
  "table.estimate": "{measure} (95% interval)",
  "table.weight": "Weight (%)",
  "table.product": "Product",
  "table.instrument": "Instrument and scale",
  "table.time": "Time",
  "table.eventsOf": "Events of those counted",
  "table.proportion": "Per cent (95% interval)",
  "table.differs": "Differs from the question in",
  "table.n": "n",
  "table.before": "Before",
  "table.after": "After",
  "table.change": "Change",
} as const;

export type Words = Readonly<Record<keyof typeof ENGLISH, string>>;

/** Fills the places of a text. A place without a value is a mistake of ours. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${text}"`);
    return String(value);
  });
}

/** A name from the knowledge at the head of a column or sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
