import { z } from "zod";

/** The parts of an entry of ClinicalTrials.gov (API v2) that are read; the others are passed over. */
const text = z.string().max(4000);
const words = text.optional();
const list = <T extends z.ZodType>(inner: T) => z.array(inner).optional();

const DatePart = z.object({
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date YYYY, YYYY-MM or YYYY-MM-DD")
    .optional(),
  type: words,
});

const Identification = z.object({
  nctId: z.string().regex(/^NCT\d{8}$/, "NCT and eight digits"),
  briefTitle: words,
  officialTitle: words,
  acronym: words,
});

const Status = z.object({
  overallStatus: words,
  lastKnownStatus: words,
  whyStopped: words,
  startDateStruct: DatePart.optional(),
  primaryCompletionDateStruct: DatePart.optional(),
  completionDateStruct: DatePart.optional(),
  resultsFirstPostDateStruct: DatePart.optional(),
  lastUpdatePostDateStruct: DatePart.optional(),
});

const Masking = z.object({ masking: words, whoMasked: list(text) });

const Design = z.object({
  studyType: words,
  phases: list(text),
  designInfo: z.object({ allocation: words, interventionModel: words, maskingInfo: Masking.optional() }).optional(),
  enrollmentInfo: z.object({ count: z.int().nonnegative().optional(), type: words }).optional(),
});

const ArmGroup = z.object({ label: text, type: words, interventionNames: list(text) });
export type ArmGroup = z.infer<typeof ArmGroup>;

const PlannedOutcome = z.object({ measure: text, timeFrame: words });

const Group = z.object({ id: text, title: words });
const Denom = z.object({ units: words, counts: list(z.object({ groupId: text, value: text })) });
export type Denom = z.infer<typeof Denom>;

const Measurement = z.object({ groupId: text, value: words, spread: words, lowerLimit: words, upperLimit: words, comment: words });
export type Measurement = z.infer<typeof Measurement>;
const Category = z.object({ title: words, measurements: list(Measurement) });
const MeasureClass = z.object({ title: words, denoms: list(Denom), categories: list(Category) });
export type MeasureClass = z.infer<typeof MeasureClass>;

const Analysis = z.object({
  groupIds: list(text),
  paramType: words,
  paramValue: words,
  pValue: words,
  ciPctValue: words,
  ciNumSides: words,
  ciLowerLimit: words,
  ciUpperLimit: words,
  statisticalMethod: words,
});
export type Analysis = z.infer<typeof Analysis>;

export const OutcomeMeasure = z.object({
  type: words,
  title: text,
  reportingStatus: words,
  paramType: words,
  dispersionType: words,
  unitOfMeasure: words,
  timeFrame: words,
  typeUnitsAnalyzed: words,
  denomUnitsSelected: words,
  groups: list(Group),
  denoms: list(Denom),
  classes: list(MeasureClass),
  analyses: list(Analysis),
});
export type OutcomeMeasure = z.infer<typeof OutcomeMeasure>;

const EventGroup = z.object({
  id: text,
  title: words,
  deathsNumAffected: z.number().optional(),
  deathsNumAtRisk: z.number().optional(),
  seriousNumAffected: z.number().optional(),
  seriousNumAtRisk: z.number().optional(),
  otherNumAffected: z.number().optional(),
  otherNumAtRisk: z.number().optional(),
});
export type EventGroup = z.infer<typeof EventGroup>;

const Results = z.object({
  baselineCharacteristicsModule: z.object({ groups: list(Group), denoms: list(Denom) }).optional(),
  outcomeMeasuresModule: z.object({ outcomeMeasures: list(OutcomeMeasure) }).optional(),
  adverseEventsModule: z.object({ timeFrame: words, eventGroups: list(EventGroup) }).optional(),
});
export type Results = z.infer<typeof Results>;

export const RegistryEntry = z.object({
  protocolSection: z.object({
    identificationModule: Identification,
    statusModule: Status.optional(),
    conditionsModule: z.object({ conditions: list(text) }).optional(),
    designModule: Design.optional(),
    armsInterventionsModule: z.object({ armGroups: list(ArmGroup) }).optional(),
    outcomesModule: z.object({ primaryOutcomes: list(PlannedOutcome) }).optional(),
  }),
  resultsSection: Results.optional(),
  derivedSection: z.object({ miscInfoModule: z.object({ versionHolder: words }).optional() }).optional(),
});
export type RegistryEntry = z.infer<typeof RegistryEntry>;
