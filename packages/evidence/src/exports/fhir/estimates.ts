import { coded, worded } from "./names.ts";
import type { AttributeEstimate, CodeableConcept, Range } from "./r5.ts";

const SYSTEM = "http://terminology.hl7.org/CodeSystem/attribute-estimate-type";
const LEVEL = 0.95; // of every interval that this project shows
const PERCENT = { unit: "%", system: "http://unitsofmeasure.org", code: "%" } as const;
type Interval = readonly [number, number];

const CONFIDENCE = coded(SYSTEM, "C53324", "Confidence interval");

const rangeOf = ([low, high]: Interval): Range => ({ low: { value: low }, high: { value: high } });

const interval = (type: CodeableConcept, ends: Interval, description: string): AttributeEstimate => ({
  description,
  type,
  level: LEVEL,
  range: rangeOf(ends),
});

export const confidenceInterval = (ends: Interval): AttributeEstimate => interval(CONFIDENCE, ends, "95% confidence interval");

/** No published code says prediction interval, and it must never be read as one of confidence. */
export const predictionInterval = (ends: Interval): AttributeEstimate =>
  interval(worded("Prediction interval"), ends, "95% prediction interval: where the true value of a new study could lie");

export const pValue = (p: number): AttributeEstimate => ({ type: coded(SYSTEM, "C44185", "P-value"), quantity: { value: p } });

export const standardDeviation = (sd: number): AttributeEstimate => ({
  type: coded(SYSTEM, "C53322", "Standard deviation"),
  quantity: { value: sd },
});

export const iSquared = (percent: number): AttributeEstimate => ({
  description: "As it goes with the between-study variance given here; from Q it can differ by a point or two",
  type: coded(SYSTEM, "0000420", "I-squared"),
  quantity: { value: percent, ...PERCENT },
});

/** @param scale on which the variance is, in words: that of analysis, not the one the estimate is read on */
export const tauSquared = (tau2: number, ends: Interval | null, scale: string): AttributeEstimate => ({
  description: `Variance between the true values of the studies, ${scale}`,
  type: coded(SYSTEM, "0000421", "Tau squared"),
  quantity: { value: tau2 },
  ...(ends === null ? {} : { attributeEstimate: [confidenceInterval(ends)] }),
});

export const cochranQ = (q: number, df: number): AttributeEstimate => ({
  description: `${df} degrees of freedom`,
  type: coded(SYSTEM, "0000419", "Cochran's Q statistic"),
  quantity: { value: q },
});
