import { ANSWERS, GUIDELINE_STANDINGS, PATHWAYS } from "@calcar/catalog/schema";
import { CERTAINTIES, SIDES, VERIFIED } from "@calcar/vocabulary";
import { z } from "zod";

const FactValue = z.union([z.string(), z.number(), z.boolean()]);

/** Fact id to recorded value. A fact that nobody recorded is absent. */
export const Facts = z.record(z.string(), FactValue);
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** The outer shape of an evaluation; the facts themselves are checked against the catalog, not here. */
export const EvaluationFile = z.strictObject({
  schema: z.literal("calcar-evaluation/1"),
  asOf: z.iso.date(),
  hip: z.strictObject({ side: z.enum(SIDES) }),
  facts: z.record(z.string(), z.unknown()),
});

/** A valid evaluation: every fact known to the catalog, of its type, in its range. */
export interface Evaluation {
  readonly asOf: string;
  readonly side: (typeof SIDES)[number];
  readonly facts: Facts;
}

const Ground = z.strictObject({ source: z.string(), at: z.string().optional(), verified: z.enum(VERIFIED) });

/** One criterion with its verdict: which facts decided it, what it says, and on what ground. */
export const Reason = z.strictObject({
  criterion: z.string(),
  met: z.boolean(),
  leadsTo: z.enum([...ANSWERS, "warning"]),
  because: z.array(z.string()), // fact ids
  says: z.string(),
  sources: z.array(z.string()).min(1),
  grounds: z.array(Ground).min(1), // the same sources, with place and grade
  projectDefault: z.string().optional(), // the part that is this project's own default
});
export type Reason = z.infer<typeof Reason>;

export const MissingFact = z.strictObject({ fact: z.string(), couldChangeTo: z.array(z.enum(ANSWERS)) });
export type MissingFact = z.infer<typeof MissingFact>;

/** A single recorded fact that, had it another value, would give another answer. True when re-run. */
export const Change = z.strictObject({ fact: z.string(), from: FactValue, to: FactValue, answer: z.enum(ANSWERS) });
export type Change = z.infer<typeof Change>;

export const GuidelinePosition = z.strictObject({
  id: z.string(),
  organisation: z.string(),
  year: z.int().optional(),
  intervention: z.string(),
  direction: z.string(),
  strength: z.string().optional(),
  certainty: z.string().optional(),
  says: z.string(),
  source: z.string(),
  verified: z.enum(VERIFIED),
  standing: z.strictObject({ is: z.enum(GUIDELINE_STANDINGS), by: z.string() }).optional(), // "superseded by AAOS 2023"; absent: not told
  disagreesWith: z.array(z.string()), // ids of other positions in this list that point the other way
});
export type GuidelinePosition = z.infer<typeof GuidelinePosition>;

/** The evidence of one question in one line. Only an effect carries an estimate: a change or a frequency is never an effect. */
export const EvidenceLine = z.strictObject({
  question: z.string(),
  kind: z.enum(["effect", "change", "proportion", "nothing-direct"]),
  asks: z.string(),
  measure: z.string().optional(),
  estimate: z.number().optional(),
  ci: z.tuple([z.number(), z.number()]).optional(),
  k: z.int(), // studies
  n: z.int().optional(), // hips or patients counted
  certainty: z.enum(CERTAINTIES).optional(), // absent where no study answers the question
  lastSearched: z.iso.date(),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

/** From an evaluation to an answer, with its whole working. */
export const Recommendation = z.strictObject({
  schema: z.literal("calcar-recommendation/1"),
  asOf: z.iso.date(),
  side: z.enum(SIDES),
  pathway: z.enum(PATHWAYS),
  answer: z.enum(ANSWERS),
  sentence: z.string(), // the answer in one plain sentence
  meaning: z.string(),
  reasons: z.array(Reason).min(1),
  warnings: z.array(Reason),
  notMet: z.array(Reason),
  missing: z.array(MissingFact),
  wouldChange: z.array(Change),
  positions: z.array(GuidelinePosition),
  evidence: z.array(EvidenceLine),
  nextSteps: z.array(z.string()),
  knowledge: z.string(),
});
export type Recommendation = z.infer<typeof Recommendation>;
