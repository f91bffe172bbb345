import { CERTAINTIES, VERIFIED } from "@calcar/vocabulary";
import { z } from "zod";

const Interval = z.tuple([z.number(), z.number()]);

export const TAU2_METHODS = ["REML", "DL", "PM", "FE"] as const; // FE: common effect, no between-study variance
export const CI_METHODS = ["z", "hksj", "mhksj"] as const; // mhksj: Knapp-Hartung, never narrower than z
export type Tau2Method = (typeof TAU2_METHODS)[number];
export type CiMethod = (typeof CI_METHODS)[number];

const Counts = z.strictObject({ events: z.int(), total: z.int() });

/** One study's row in a pool. `yi` and `vi` are on the scale of analysis (log for RR and OR). */
export const PooledStudy = z.strictObject({
  id: z.string(),
  label: z.string(), // "Gangji 2011"
  year: z.int().optional(),
  design: z.string(),
  intervention: Counts,
  comparator: Counts,
  yi: z.number(),
  vi: z.number(),
  estimate: z.number(), // natural scale
  ci: Interval, // 95%, natural scale
  weight: z.number(), // per cent of the pool
  verified: z.enum(VERIFIED), // the weaker grade of its two counts
  note: z.string().optional(),
});
export type PooledStudy = z.infer<typeof PooledStudy>;

const LeftOut = z.strictObject({
  without: z.string(),
  estimate: z.number(),
  ci: Interval,
  p: z.number(),
  tau2: z.number(),
  i2: z.number(),
});

/** A pooled effect with its working. Estimates and intervals are on the natural scale: RR and OR exponentiated. */
export const Pooled = z.strictObject({
  question: z.string(),
  kind: z.literal("effect"),
  asks: z.string(),
  population: z.string(),
  outcome: z.string(),
  comparison: z.strictObject({ intervention: z.string(), comparator: z.string() }),
  favoursIntervention: z.enum(["lower", "higher"]), // higher where the event is what a patient hopes for
  measure: z.enum(["RR", "OR", "RD"]),
  k: z.int(),
  n: z.int(), // hips in both arms
  estimate: z.number(),
  se: z.number(), // scale of analysis
  ci: Interval,
  p: z.number(),
  pi: Interval.nullable(), // prediction interval; null where it has no meaning
  tau2: z.number(),
  tau2Ci: Interval.nullable(),
  i2: z.number(), // per cent
  h2: z.number(),
  q: z.number(),
  df: z.int(),
  qP: z.number().nullable(),
  tau2Method: z.enum(TAU2_METHODS),
  ciMethod: z.enum(CI_METHODS),
  without: z.array(z.string()), // studies the reader left out
  studies: z.array(PooledStudy),
  leaveOneOut: z.array(LeftOut),
  smallStudy: z.union([
    z.strictObject({ refused: z.strictObject({ kind: z.string(), code: z.string(), reason: z.string() }) }),
    z.strictObject({ test: z.string(), z: z.number(), p: z.number() }),
  ]),
  certainty: z.strictObject({
    level: z.enum(CERTAINTIES),
    signedBy: z.string().nullable(),
    domains: z.array(z.strictObject({ domain: z.string(), judgement: z.string(), reason: z.string() })),
  }),
  shows: z.string(),
  doesNotShow: z.string(),
  warnings: z.array(z.string()),
  lastSearched: z.iso.date(),
  knowledge: z.string(),
});
export type Pooled = z.infer<typeof Pooled>;

/** One uncontrolled series before and after. A change, never an effect: no comparator, no pooled estimate. */
export const ChangeRow = z.strictObject({
  id: z.string(),
  outcome: z.string(),
  label: z.string(),
  year: z.int().optional(),
  design: z.string(),
  product: z.string(),
  instrument: z.string(),
  scale: z.string(), // "0 to 100, higher is better"
  range: Interval.nullable(), // the ends of the scale; null where the text at hand does not state both
  higherIsBetter: z.boolean().nullable(),
  statistic: z.enum(["mean", "median"]), // what `before` and `after` are; a median never becomes a mean
  n: z.int().nullable(), // who was counted; null: the text at hand does not say
  months: z.number().nullable(),
  timepoint: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  change: z.number().nullable(),
  changeDerived: z.boolean(), // our subtraction of the printed means, not printed itself
  verified: z.enum(VERIFIED),
  note: z.string().optional(),
});
export type ChangeRow = z.infer<typeof ChangeRow>;

export const ChangeSeries = z.strictObject({
  question: z.string(),
  kind: z.literal("change"),
  asks: z.string(),
  population: z.string(),
  outcome: z.string(),
  k: z.int(),
  n: z.int().nullable(),
  without: z.array(z.string()), // studies the reader left out
  series: z.array(ChangeRow),
  certainty: Pooled.shape.certainty,
  shows: z.string(),
  doesNotShow: z.string(),
  warnings: z.array(z.string()),
  lastSearched: z.iso.date(),
  knowledge: z.string(),
});
export type ChangeSeries = z.infer<typeof ChangeSeries>;

export const QuestionAnswer = z.discriminatedUnion("kind", [Pooled, ChangeSeries]);
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;
