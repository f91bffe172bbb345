import { isRatio } from "../../effects/natural-scale.ts";
import type { ArmNumbers, Pooled, PooledStudy, ProportionAnswer, ProportionRow } from "../../schema.ts";
import { numberText } from "../../words/number-text.ts";
import { cochranQ, confidenceInterval, iSquared, predictionInterval, pValue, standardDeviation, tauSquared } from "./estimates.ts";
import { coded, worded } from "./names.ts";
import type { AttributeEstimate, CodeableConcept, SampleSize, Statistic } from "./r5.ts";

const type = (code: string, display: string): CodeableConcept =>
  coded("http://terminology.hl7.org/CodeSystem/statistic-type", code, display);
const model = (code: string, display: string) => ({ code: coded("http://hl7.org/fhir/statistic-model-code", code, display) });

const MEASURES: Record<Pooled["measure"], CodeableConcept> = {
  RR: type("C93152", "Relative Risk"),
  OR: type("C16932", "Odds Ratio"),
  RD: type("0000424", "Risk Difference"),
  MD: type("0000457", "Mean Difference"),
  SMD: type("0000100", "Standardized Mean Difference"),
};
const COUNT = type("C25463", "Count");
const MEAN = type("C53319", "Mean");
const PROPORTION = type("C44256", "Proportion");

const TAU2: Record<Pooled["tau2Method"], ReturnType<typeof model>[]> = {
  REML: [model("effectsRandom", "Random-effects"), model("tauRestrictedMaximumLikelihood", "Restricted Maximum Likelihood method")],
  DL: [model("effectsRandom", "Random-effects"), model("tauDersimonianLaird", "Dersimonian-Laird method")],
  PM: [model("effectsRandom", "Random-effects"), model("tauPauleMandel", "Paule-Mandel method")],
  FE: [model("effectsFixed", "Fixed-effects")],
};
const CI: Record<Pooled["ciMethod"], ReturnType<typeof model>[]> = {
  z: [],
  hksj: [model("hartungKnapp", "Hartung-Knapp adjustment")],
  mhksj: [model("modifiedHartungKnapp", "Modified Hartung-Knapp adjustment")],
};

/** What was counted. Hips and knees are not people, so only patients become participants. */
export const sizeOf = (studies: number, n: number | null, counted: string): SampleSize => ({
  description: n === null ? "the text at hand does not say how many were counted" : `${n} ${counted}`,
  numberOfStudies: studies,
  ...(counted === "patients" && n !== null ? { numberOfParticipants: n } : {}),
});

/** The pooled effect, intervention against comparator, on the natural scale. A single study is no meta-analysis and has no heterogeneity. */
export const pooledStatistic = (answer: Pooled): Statistic => ({
  description: `${answer.measure}, ${answer.comparison.intervention} against ${answer.comparison.comparator}; ${answer.favoursIntervention} favours the intervention`,
  statisticType: MEASURES[answer.measure],
  quantity: { value: answer.estimate },
  sampleSize: sizeOf(answer.k, answer.n, answer.counted),
  attributeEstimate: [
    confidenceInterval(answer.ci),
    pValue(answer.p),
    ...(answer.pi === null ? [] : [predictionInterval(answer.pi)]),
    ...heterogeneity(answer),
  ],
  ...(answer.k === 1
    ? {}
    : {
        modelCharacteristic: [
          model("metaAnalysis", "Meta-analysis"),
          model("poolInverseVariance", "Inverse variance method"),
          ...TAU2[answer.tau2Method],
          ...CI[answer.ciMethod],
        ],
      }),
});

function heterogeneity({ k, tau2, tau2Ci, i2, q, df, measure, tau2Method }: Pooled): AttributeEstimate[] {
  if (k === 1) return [];
  const scale = isRatio(measure) ? `on the scale of log ${measure}` : `on the scale of the ${measure}`;
  return [...(tau2Method === "FE" ? [] : [tauSquared(tau2, tau2Ci, scale)]), iSquared(i2), cochranQ(q, df)];
}

/** One study of a pool: its own effect, and what each arm came to. */
export const studyStatistics = ({ measure, counted, comparison }: Pooled, study: PooledStudy): Statistic[] => [
  {
    description: `${measure} of this study alone; ${numberText(study.weight, 1)}% of the weight of the pool`,
    statisticType: MEASURES[measure],
    quantity: { value: study.estimate },
    sampleSize: { numberOfStudies: 1 },
    attributeEstimate: [confidenceInterval(study.ci)],
  },
  armStatistic(study.intervention, `with ${comparison.intervention}`, counted),
  armStatistic(study.comparator, `with ${comparison.comparator}`, counted),
];

const armStatistic = (arm: ArmNumbers, which: string, counted: string): Statistic =>
  "events" in arm
    ? {
        description: `Events ${which}: ${arm.events} of ${arm.total} ${counted}`,
        statisticType: COUNT,
        quantity: { value: arm.events },
        numberOfEvents: arm.events,
        sampleSize: sizeOf(1, arm.total, counted),
      }
    : {
        description: `Mean ${which}`,
        statisticType: MEAN,
        quantity: { value: arm.mean },
        sampleSize: sizeOf(1, arm.n, counted),
        attributeEstimate: [standardDeviation(arm.sd)],
      };

/** How often something happened over several series: a frequency, never an effect. */
export function proportionStatistic({ pooled, k, n, studies, tau2Method }: ProportionAnswer): Statistic[] {
  if (pooled === null) return [];
  const counted = [...new Set(studies.map(({ of }) => of))].join(" or ");
  return [
    {
      description: "Pooled proportion of series without a control group: a frequency, not an effect",
      statisticType: PROPORTION,
      quantity: { value: pooled.estimate },
      sampleSize: sizeOf(k, n, counted),
      attributeEstimate: [
        confidenceInterval(pooled.ci),
        ...(pooled.pi === null ? [] : [predictionInterval(pooled.pi)]),
        ...(tau2Method === "FE" ? [] : [tauSquared(pooled.tau2, null, "on the scale of the logit")]),
        iSquared(pooled.i2),
      ],
      modelCharacteristic: [model("metaAnalysis", "Meta-analysis"), ...TAU2[tau2Method]],
    },
  ];
}

export const rowProportion = ({ events, total, of, estimate, ci, product }: ProportionRow): Statistic => ({
  description: `${events} of ${total} ${of} after ${product}: a frequency, not an effect`,
  statisticType: PROPORTION,
  quantity: { value: estimate },
  numberOfEvents: events,
  sampleSize: sizeOf(1, total, of),
  attributeEstimate: [confidenceInterval(ci)],
});

const MEDIAN = type("C28007", "Median");
export const AVERAGES: Record<"mean" | "median", CodeableConcept> = { mean: MEAN, median: MEDIAN };

/** No published code says change within one arm, and the one for a mean difference would make an effect of it. */
export const CHANGE: CodeableConcept = worded("Change from before to after within one arm, without a control group");
