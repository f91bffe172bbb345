import { CERTAINTY_DOMAINS, CERTAINTY_UPGRADES, COUNTED } from "@calcar/catalog/schema";
import { CERTAINTIES, VERIFIED } from "@calcar/vocabulary";
import { z } from "zod";
import { COORDINATES, WIDENINGS } from "./members/miss.ts";

export { WIDENINGS };

const Interval = z.tuple([z.number(), z.number()]);

export const TAU2_METHODS = ["REML", "DL", "PM", "FE"] as const; // FE: common effect, no between-study variance
export const CI_METHODS = ["z", "hksj", "mhksj"] as const; // mhksj: Knapp-Hartung, never narrower than z
export type Tau2Method = (typeof TAU2_METHODS)[number];
export type CiMethod = (typeof CI_METHODS)[number];

const Counts = z.strictObject({ events: z.int(), total: z.int() });
const Means = z.strictObject({ mean: z.number(), sd: z.number(), n: z.int() });

/** What one arm of a study came to: a count of events, or a mean with its spread. */
export const ArmNumbers = z.union([Counts, Means]);
export type ArmNumbers = z.infer<typeof ArmNumbers>;

/** A study that came near a question and is not in it, with every reason. */
export const RefusedStudy = z.strictObject({
  id: z.string(),
  label: z.string(),
  reasons: z.array(z.strictObject({ coordinate: z.enum(COORDINATES), says: z.string() })),
});
export type RefusedStudy = z.infer<typeof RefusedStudy>;

/** What is asked, in words. */
const asked = { question: z.string(), asks: z.string(), population: z.string(), outcome: z.string() };

/** What is told with every answer, whatever its kind. */
const told = {
  shows: z.string(),
  doesNotShow: z.string(),
  warnings: z.array(z.string()), // most important first
  lastSearched: z.iso.date(),
  freshUntil: z.iso.date().nullable(), // the last day on which that search is fresh; null: nobody has said how long one lasts
  knowledge: z.string(),
};

/** Who is not in an answer, and what the reader let in besides. */
const membership = {
  without: z.array(z.string()), // studies the reader left out
  widened: z.array(z.enum(WIDENINGS)), // coordinates in which the reader let studies differ from the question
  refused: z.array(RefusedStudy),
  elsewhere: z.int(), // studies on file about something else
};

const Judgement = z.enum(["not-serious", "serious", "very-serious", "not-assessed"]);

/** GRADE certainty: what a person judged beside what can be computed. Where both exist and differ, both are shown. */
export const AnswerCertainty = z.strictObject({
  level: z.enum(CERTAINTIES),
  levelBy: z.enum(["person", "computed"]),
  computedLevel: z.enum(CERTAINTIES), // as the computed judgements add up, with a person's where nothing can be computed
  signedBy: z.string().nullable(),
  domains: z.array(
    z.strictObject({
      domain: z.enum(CERTAINTY_DOMAINS),
      judgement: Judgement,
      reason: z.string(),
      by: z.enum(["person", "computed"]),
      computed: z.strictObject({ judgement: Judgement, reason: z.string() }).nullable(),
      differs: z.boolean(), // the person and the computation disagree
    }),
  ),
  upgrades: z.array(
    z.strictObject({
      upgrade: z.enum(CERTAINTY_UPGRADES),
      judgement: z.enum(["none", "one", "two", "not-assessed"]),
      reason: z.string(),
      by: z.enum(["person", "computed"]),
    }),
  ),
});
export type AnswerCertainty = z.infer<typeof AnswerCertainty>;

/** How far one study can be trusted in one outcome, by domain. "no-information" wherever the text at hand does not say. */
export const StudyRiskOfBias = z.strictObject({
  tool: z.enum(["rob2", "robins-i"]),
  overall: z.string(),
  reason: z.string(),
  domains: z.array(z.strictObject({ domain: z.string(), judgement: z.string(), reason: z.string() })),
  signedBy: z.string().nullable(),
});
export type StudyRiskOfBias = z.infer<typeof StudyRiskOfBias>;

/** What an effect comes to among 1,000 people with a stated risk. */
const Per1000 = z.strictObject({
  whose: z.string(), // whose risk it is: "the controls of these studies"
  without: z.number(), // events among 1,000 with the comparator
  with: z.number(), // with the intervention
  withCi: Interval,
  difference: z.number(),
  differenceCi: Interval,
});

/** One study's row in a pool. `yi` and `vi` are on the scale of analysis (log for RR and OR). */
export const PooledStudy = z.strictObject({
  id: z.string(),
  label: z.string(), // "Gangji 2011"
  year: z.int().optional(),
  design: z.string(),
  intervention: ArmNumbers,
  comparator: ArmNumbers,
  yi: z.number(),
  vi: z.number(),
  estimate: z.number(), // natural scale
  ci: Interval, // 95%, natural scale
  weight: z.number(), // per cent of the pool
  verified: z.enum(VERIFIED), // the weaker grade of its two arms
  beyond: z.array(z.string()), // how it differs from the question, where only the reader's widening let it in
  riskOfBias: StudyRiskOfBias.nullable(), // null: nobody has assessed it
  note: z.string().optional(),
});
export type PooledStudy = z.infer<typeof PooledStudy>;

const LeftOut = z.strictObject({
  without: z.string(),
  k: z.int(), // what is left
  n: z.int(),
  estimate: z.number(),
  ci: Interval,
  p: z.number(),
  tau2: z.number(),
  i2: z.number(),
});

const RefusedTest = z.strictObject({ refused: z.strictObject({ kind: z.string(), code: z.string(), reason: z.string() }) });

/** In what the studies of a pool can differ, so that they can be looked at group by group. */
export const SUBGROUP_COORDINATES = ["product", "phase", "route", "comparator", "design", "disease", "joint"] as const;
export type SubgroupCoordinate = (typeof SUBGROUP_COORDINATES)[number];

const Subgroup = z.strictObject({
  name: z.string(), // "bmac"; "not-stated" where the text at hand does not say
  says: z.string(), // "marrow concentrate"
  studies: z.array(z.string()),
  k: z.int(),
  n: z.int(),
  pooled: z.strictObject({ estimate: z.number(), ci: Interval, p: z.number(), tau2: z.number(), i2: z.number() }).nullable(), // null: one study
});

/** The studies of a pool in groups, each pooled alone. Explored after the fact, never planned: it can raise a question, not answer one. */
export const SubgroupAnalysis = z.strictObject({
  by: z.enum(SUBGROUP_COORDINATES),
  groups: z.array(Subgroup),
  test: z.union([
    RefusedTest,
    z.strictObject({ statistic: z.number(), df: z.int(), dfDenominator: z.int().nullable(), p: z.number(), tau2: z.number() }),
  ]),
});
export type SubgroupAnalysis = z.infer<typeof SubgroupAnalysis>;

/** A pooled effect with its working. Estimates and intervals are on the natural scale: RR and OR exponentiated. */
export const Pooled = z.strictObject({
  ...asked,
  kind: z.literal("effect"),
  comparison: z.strictObject({ intervention: z.string(), comparator: z.string() }),
  favoursIntervention: z.enum(["lower", "higher"]), // higher where the event is what a patient hopes for
  measure: z.enum(["RR", "OR", "RD", "MD", "SMD"]),
  k: z.int(),
  n: z.int(), // in both arms
  counted: z.enum(COUNTED), // what n counts
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
  ...membership,
  studies: z.array(PooledStudy),
  leaveOneOut: z.array(LeftOut),
  subgroups: z.array(SubgroupAnalysis), // one for each coordinate in which the studies differ
  smallStudy: z.union([RefusedTest, z.strictObject({ test: z.string(), z: z.number(), p: z.number() })]),
  per1000: z.array(Per1000), // empty for differences of means
  certainty: AnswerCertainty,
  ...told,
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
  beyond: z.array(z.string()),
  riskOfBias: StudyRiskOfBias.nullable(),
  note: z.string().optional(),
});
export type ChangeRow = z.infer<typeof ChangeRow>;

export const ChangeSeries = z.strictObject({
  ...asked,
  kind: z.literal("change"),
  k: z.int(),
  n: z.int().nullable(),
  ...membership,
  series: z.array(ChangeRow),
  certainty: AnswerCertainty,
  ...told,
});
export type ChangeSeries = z.infer<typeof ChangeSeries>;

/** How many of one series had an event. A frequency, never an effect. */
export const ProportionRow = z.strictObject({
  id: z.string(),
  label: z.string(),
  year: z.int().optional(),
  design: z.string(),
  product: z.string(),
  of: z.string(), // what was counted: "hips", "patients", or "patients or hips" where the text does not say
  months: z.number().nullable(),
  timepoint: z.string(),
  events: z.int(),
  total: z.int(),
  estimate: z.number(),
  ci: Interval, // 95%, Wilson's score interval
  weight: z.number().nullable(), // per cent of the pool; null where nothing is pooled
  verified: z.enum(VERIFIED),
  beyond: z.array(z.string()),
  riskOfBias: StudyRiskOfBias.nullable(),
  note: z.string().optional(),
});
export type ProportionRow = z.infer<typeof ProportionRow>;

export const ProportionAnswer = z.strictObject({
  ...asked,
  kind: z.literal("proportion"),
  k: z.int(),
  n: z.int(),
  pooled: z.strictObject({ estimate: z.number(), ci: Interval, pi: Interval.nullable(), tau2: z.number(), i2: z.number() }).nullable(),
  notPooled: z.string().nullable(), // why there is no pooled proportion
  tau2Method: z.enum(TAU2_METHODS),
  ciMethod: z.enum(CI_METHODS),
  ...membership,
  studies: z.array(ProportionRow),
  certainty: AnswerCertainty,
  ...told,
});
export type ProportionAnswer = z.infer<typeof ProportionAnswer>;

/** No study answers the question. What comes nearest is named with how it differs, and none of its numbers are shown here. */
export const NothingDirect = z.strictObject({
  ...asked,
  kind: z.literal("nothing-direct"),
  k: z.literal(0),
  n: z.literal(0),
  ...membership,
  nearest: z.array(RefusedStudy),
  ...told,
});
export type NothingDirect = z.infer<typeof NothingDirect>;

export const QuestionAnswer = z.discriminatedUnion("kind", [Pooled, ChangeSeries, ProportionAnswer, NothingDirect]);
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;
