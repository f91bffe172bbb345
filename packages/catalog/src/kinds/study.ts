import { z } from "zod";
import { ClaimPattern } from "./claim.ts";
import {
  ADJUNCT_CLASSES,
  ARM_ROLES,
  CONTROL_CLASSES,
  DESIGN_CLASSES,
  DISEASES,
  JOINTS,
  PHASES,
  PRODUCT_CLASSES,
  ROUTE_CLASSES,
  STANDINGS,
} from "./coordinates.ts";
import { Discrepancy } from "./discrepancy.ts";
import { Ground, Id, PlainDate, VerifiedGrade } from "./grounds.ts";

const count = z.int().nonnegative();

/** Mean and spread as printed. `sd` is absent when the paper prints none or when what it prints is not known to be an SD. */
const Moment = z.strictObject({
  mean: z.number(),
  sd: z.number().nonnegative().optional(),
  n: count.optional(),
  interval: z.tuple([z.number(), z.number()]).optional(), // 95% confidence interval of the mean, as printed
});

/** Median and quartiles as printed. No pool turns them into a mean; where a reader of the paper did, `derivation` says how. */
const Quantiles = z.strictObject({ median: z.number(), iqr: z.tuple([z.number(), z.number()]).optional() });

/** The range of an instrument and which end is good. */
const Scale = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  higherIsBetter: z.boolean().optional(),
  assumed: z.boolean().optional(),
  note: z.string().optional(),
});

const PrintedCounts = z.strictObject({ events: count, total: count });

const Arm = z.strictObject({
  name: z.string().min(1),
  role: z.enum(ARM_ROLES),
  productClass: z.enum(PRODUCT_CLASSES).optional(),
  routeClass: z.enum(ROUTE_CLASSES).optional(), // absent where nothing was put anywhere, as in an arm of an operation alone
  controlClass: z.enum(CONTROL_CLASSES).optional(), // what a comparator is; absent on the arm that is asked about
  alongside: z.array(z.enum(ADJUNCT_CLASSES)).optional(), // what both product and comparator came with
  product: z.strictObject({
    cells: z.string().min(1).optional(),
    cellSource: z.string().min(1).optional(),
    processing: z.string().min(1).optional(),
    dose: z.string().min(1).optional(),
    adjuncts: z.array(z.string().min(1)).optional(),
  }),
  route: z.string().min(1).optional(),
  guidance: z.string().min(1).optional(),
  hips: count.optional(),
  patients: count.optional(),
  note: z.string().min(1).optional(),
});

const provenance = {
  p: z.string().min(1).optional(), // as printed
  ground: Ground,
  url: z.url().optional(),
  derivation: z.string().min(1).optional(), // how a count was computed from a printed percentage
  note: z.string().min(1).optional(),
};

const placed = {
  id: Id, // unique within the study: "tha-24-cells"
  name: z.string().min(1), // "collapse (progression to stage III)"
  arm: z.string().min(1).optional(), // the name of an arm above
  group: z.string().min(1).optional(), // whom it is about when that is not one arm: "pre-collapse hips", "all", "between arms"
  months: z.number().nonnegative().optional(),
  timepoint: z.string().min(1).optional(), // as printed, when it is not a number of months
  domain: z.string().min(1).optional(), // "pain", "function", "safety"
  phase: z.enum(PHASES).optional(), // when it is not that of the whole study
  otherReadingOf: Id.optional(), // the outcome this is another reading of; never chosen for a pool
  instrument: z.string().min(1).optional(), // as printed
  instrumentId: Id.optional(), // the same instrument by one name in every study: "hhs", "womac-pain"
  unit: z.string().min(1).optional(),
  scale: Scale.optional(),
};

/** Counts of an event in one arm. */
const Events = z.strictObject({
  type: z.literal("events"),
  ...placed,
  event: z.string().min(1), // the kind of event in one word, the same in every study: "collapse", "hip-replacement"
  events: count,
  total: count,
  isBenefit: z.boolean().optional(), // true when the event is what a patient hopes for
  ...provenance,
});

/** One arm before and after: a change, never an effect. */
const Change = z.strictObject({
  type: z.literal("change"),
  ...placed,
  n: count.optional(),
  nVerified: VerifiedGrade.optional(), // when the number of patients is known less well than the values
  baseline: Moment.optional(),
  followUp: Moment.optional(),
  change: Moment.optional(),
  baselineMedian: Quantiles.optional(),
  followUpMedian: Quantiles.optional(),
  ...provenance,
});

/** A value of one arm at one time, with its spread as printed. `dispersionType` other than SD blocks pooling. */
const Value = z.strictObject({
  type: z.literal("value"),
  ...placed,
  isBaseline: z.boolean().optional(),
  mean: z.number(),
  sd: z.number().nonnegative().optional(),
  dispersion: z.number().nonnegative().optional(),
  dispersionType: z.enum(["SD", "SE", "unclear", "none"]),
  interval: z.tuple([z.number(), z.number()]).optional(), // 95% confidence interval, as printed
  bracket: z.tuple([z.number(), z.number()]).optional(), // a printed pair that nobody explains
  n: count.optional(),
  ...provenance,
});

/** What a review says of a result that it pooled: a published constant, never an input of ours. */
const PublishedPool = z.strictObject({
  event: z.string().min(1).optional(), // the same word as in the studies: "collapse", "hip-replacement"
  k: count.optional(), // studies in this very pool; absent when only the size of the whole review is printed
  participants: z.string().min(1).optional(), // as printed
  i2: z.number().min(0).max(100).optional(), // per cent
  ratioOf: z.enum(["intervention-to-comparator", "comparator-to-intervention"]).optional(),
  counts: z.strictObject({ intervention: PrintedCounts, comparator: PrintedCounts }).optional(),
  certaintyAsPrinted: z.string().min(1).optional(),
});

/** A comparison or proportion as the paper prints it, not recomputed by us. */
const Reported = z.strictObject({
  type: z.literal("reported"),
  ...placed,
  n: count.optional(),
  pooled: PublishedPool.optional(),
  measure: z.string().min(1), // "HR", "OR", "RR", "MD", "proportion", "mean survival time" ...
  value: z.union([z.number(), z.array(z.number())]).optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  finding: z.string().min(1).optional(), // in words, when no number is printed
  extra: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  ...provenance,
});

export const Outcome = z.discriminatedUnion("type", [Events, Change, Value, Reported]);
export type Outcome = z.infer<typeof Outcome>;

/** The paper as it is cited, which is not always the text that was read. Parts that are remembered say so. */
const Citation = z.strictObject({
  authors: z.string().min(1).optional(),
  journal: z.string().min(1).optional(),
  doi: z.string().min(1).optional(),
  pmid: z.string().min(1).optional(),
  url: z.url().optional(),
  verified: VerifiedGrade,
});

/**
 * How a study is misread where it is cited: patterns in the notation of the claim rules, and what the study says instead.
 * Held against a sentence that cites the study; with `distinctive`, against any sentence of a page that lists it.
 */
const Misreading = z.strictObject({
  id: Id, // unique within the study
  match: z.array(ClaimPattern).min(1),
  sourceSays: z.string().min(1), // one or two sentences, shown with the finding
  distinctive: z.literal(true).optional(), // its figures belong to no other study
  grounds: z.array(Ground).min(1),
});

/**
 * One study: who was treated with what, what was measured, and where each number comes from.
 * Membership in a question follows from coordinates: `joint`, `disease`, `phase`, `designClass`, `pooling`, those of the arms
 * (`role`, `productClass`, `routeClass`, `controlClass`, `alongside`) and of the outcomes (`event`, `instrumentId`, `months`).
 * Nobody keeps a list.
 */
export const Study = z.strictObject({
  id: Id,
  source: Id,
  otherSources: z.array(Id).optional(),
  title: z.string().min(1),
  year: z.int().optional(),
  citation: Citation.optional(),
  design: z.string().min(1), // as described
  designClass: z.enum(DESIGN_CLASSES),
  doubleBlind: z.boolean().optional(),
  joint: z.enum(JOINTS),
  disease: z.enum(DISEASES),
  condition: z.string().min(1), // as described
  stage: z.string().min(1).optional(),
  phase: z.enum(PHASES).optional(), // osteonecrosis only; absent: the text at hand does not say
  trialFamily: Id, // two reports of one trial share it and are pooled once
  role: z.string().min(1), // as graded by the reader: "primary-collapse", "direct-hip-cell", "exclude-overlap (use gangji-2011)"
  pooling: z.enum(STANDINGS),
  poolingNote: z.string().min(1).optional(),
  remark: z.string().min(1).optional(), // what stands beside its row in every pool, in a few words
  patients: count.optional(),
  hips: count.optional(),
  followUpMonths: z.number().nonnegative().optional(),
  arms: z.array(Arm),
  outcomes: z.array(Outcome),
  adverseEvents: z
    .strictObject({
      summary: z.string().min(1),
      events: count.optional(),
      n: count.optional(),
      serious: count.optional(), // of any cause
      seriousRelated: count.optional(), // those laid to the procedure: never shown as if there had been no others
      ground: Ground,
    })
    .optional(),
  participants: z.array(z.strictObject({ says: z.string().min(1), ground: Ground })).optional(), // age, sex, flow
  riskOfBiasNotes: z.string().min(1).optional(),
  funding: z.string().min(1).optional(),
  limitations: z.array(z.string().min(1)),
  provenance: z.string().min(1).optional(),
  citedInSeeds: z.array(z.string().min(1)).optional(),
  discrepancies: z.array(Discrepancy).optional(),
  misreadings: z.array(Misreading).optional(),
  verified: VerifiedGrade, // the weakest grade that the study's identity or core numbers rest on
  stillValidOn: PlainDate,
});
export type Study = z.infer<typeof Study>;
export type Misreading = z.infer<typeof Misreading>;
