import {
  Disagreement,
  FactGroup,
  Guideline,
  PATHWAYS,
  QUESTION_KINDS,
  RiskOfBias,
  SearchRecord,
  Source,
  Study,
} from "@calcar/catalog/schema";
import { CI_METHODS, Pooled, QuestionAnswer, RefusedStudy, SUBGROUP_COORDINATES, TAU2_METHODS, WIDENINGS } from "@calcar/evidence/schema";
import { Facts, Recommendation } from "@calcar/guidance/schema";
import { EvaluationRecord, EvaluationSummary, Hip, Pseudonym, StoredAnswer } from "@calcar/registry/schema";
import { SIDES } from "@calcar/vocabulary";
import { z } from "zod";

/** What every refusal looks like on the wire. `kind` and `code` are stable; `problems` names each place to mend. */
export const RefusalBody = z.strictObject({
  kind: z.enum(["invalid", "incomplete", "not-applicable", "not-permitted", "conflict", "not-found", "unavailable"]),
  code: z.string(),
  message: z.string(),
  missing: z.array(z.string()).optional(),
  problems: z.array(z.strictObject({ place: z.string(), problem: z.string(), expected: z.string() })).optional(),
});
export type RefusalBody = z.infer<typeof RefusalBody>;

/** Somebody else saved in between: what the record holds now beside what the writer wanted. Nothing is lost. */
export const EvaluationConflict = z.strictObject({
  ...RefusalBody.shape,
  kind: z.literal("conflict"),
  theirs: EvaluationRecord,
  yours: z.strictObject({ version: z.int(), asOf: z.iso.date().optional(), set: Facts, clear: z.array(z.string()) }),
});
export type EvaluationConflict = z.infer<typeof EvaluationConflict>;

/** GET /api/health, without a session. */
export const Health = z.strictObject({ ok: z.literal(true), version: z.string(), knowledge: z.string() });

/** GET /api/session */
export const Session = z.strictObject({
  user: z.strictObject({ id: z.string(), name: z.string(), email: z.string(), role: z.string() }),
  site: z.string(),
});
export type Session = z.infer<typeof Session>;

/** POST /api/welcome: the first account, by the one-time link printed at the first start. No session. */
export const Welcome = z.strictObject({
  token: z.string().min(20).max(200),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(200),
  password: z.string().min(12).max(200),
});
export type Welcome = z.infer<typeof Welcome>;

/** GET /api/overview */
export const Overview = z.strictObject({
  evaluations: z.array(EvaluationSummary), // most recently touched first, at most 20
  counts: z.strictObject({ hips: z.int(), patients: z.int(), evaluations: z.int(), unanswered: z.int() }),
  knowledge: z.strictObject({
    version: z.string(),
    studies: z.int(),
    sources: z.int(),
    positions: z.int(),
    questions: z.int(),
    oldestCheck: z.iso.date(),
  }),
});
export type Overview = z.infer<typeof Overview>;

/** GET /api/hips */
export const Hips = z.strictObject({ hips: z.array(z.strictObject({ ...Hip.shape, evaluations: z.array(EvaluationSummary) })) });
export type Hips = z.infer<typeof Hips>;

/** POST /api/hips: the hip of this pseudonym and side, made when there is none. */
export const NewHip = z.strictObject({ pseudonym: Pseudonym, side: z.enum(SIDES) });

/** GET /api/patients: pseudonyms to pick from. */
export const Patients = z.strictObject({
  patients: z.array(z.strictObject({ id: z.uuid(), pseudonym: Pseudonym, sides: z.array(z.enum(SIDES)) })),
});
export type Patients = z.infer<typeof Patients>;

/** POST /api/evaluations */
export const NewEvaluation = z.strictObject({ hip: z.uuid(), asOf: z.iso.date() });

/** GET /api/facts: the examination form as data. */
export const FactForm = z.strictObject({ groups: z.array(FactGroup), knowledge: z.string() });
export type FactForm = z.infer<typeof FactForm>;

/** GET /api/answers/:id: as it was given, and what today's knowledge says of the same facts on the same day. */
export const AnswerNow = z.strictObject({
  stored: StoredAnswer,
  today: z.strictObject({
    knowledge: z.string(),
    sameKnowledge: z.boolean(),
    sameAnswer: z.boolean(),
    recommendation: Recommendation,
    differences: z.array(z.string()), // plain sentences; empty when nothing a reader would see has moved
  }),
});
export type AnswerNow = z.infer<typeof AnswerNow>;

/** GET /api/questions */
export const Questions = z.strictObject({
  questions: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(QUESTION_KINDS),
      asks: z.string(),
      population: z.string(),
      outcome: z.string(),
      k: z.int(),
      lastSearched: z.iso.date(),
      freshUntil: z.iso.date().nullable(), // the last day on which that search is fresh; null: nobody has said how long one lasts
    }),
  ),
  knowledge: z.string(),
});
export type Questions = z.infer<typeof Questions>;

/** GET /api/questions/:id?tau2=&ci=&without=&widen= */
export const PoolQuery = z.strictObject({
  tau2: z.enum(TAU2_METHODS).default("REML"),
  ci: z.enum(CI_METHODS).default("z"),
  without: z.union([z.string(), z.array(z.string())]).optional(),
  widen: z.union([z.enum(WIDENINGS), z.array(z.enum(WIDENINGS))]).optional(), // coordinates in which studies may differ
});

/** GET /api/questions/:id/forest.svg?figure=&by= and as PoolQuery */
export const FigureQuery = PoolQuery.extend({
  figure: z.enum(["forest", "cumulative", "leave-one-out", "subgroups", "funnel"]).optional(), // of an effect; the figure of its kind when absent
  by: z.enum(SUBGROUP_COORDINATES).optional(), // for subgroups; the first in which the studies differ when absent
});

/** GET /api/studies */
export const Studies = z.strictObject({
  studies: z.array(
    Study.pick({
      id: true,
      title: true,
      year: true,
      designClass: true,
      joint: true,
      disease: true,
      pooling: true,
      patients: true,
      hips: true,
      verified: true,
    }),
  ),
});
export type Studies = z.infer<typeof Studies>;

/** GET /api/studies/:id: the study with every source it cites, so that the page needs no second request. */
export const StudyPage = z.strictObject({
  study: Study,
  sources: z.record(z.string(), Source),
  questions: z.array(z.string()),
  near: z.array(z.strictObject({ id: z.string(), asks: z.string(), reasons: RefusedStudy.shape.reasons })), // questions it came near without being in them
  notFound: z.array(z.strictObject({ ...SearchRecord.shape.notFound.element.shape, search: z.string(), on: z.iso.date() })), // looked for in vain
  sameTrial: z.array(z.string()), // ids of other reports of the trial
  riskOfBias: RiskOfBias.nullable(), // null: nobody has assessed it
  knowledge: z.string(),
});
export type StudyPage = z.infer<typeof StudyPage>;

/** GET /api/sources/:id */
export const SourcePage = z.strictObject({
  source: Source,
  citedBy: z.array(
    z.strictObject({ kind: z.enum(["study", "guideline", "criterion", "question", "staging", "instrument"]), id: z.string() }),
  ),
  knowledge: z.string(),
});
export type SourcePage = z.infer<typeof SourcePage>;

/** GET /api/guidelines */
export const GuidelinesPage = z.strictObject({
  guidelines: z.array(Guideline),
  disagreements: z.array(Disagreement),
  sources: z.record(z.string(), Source),
  knowledge: z.string(),
});
export type GuidelinesPage = z.infer<typeof GuidelinesPage>;

export { EvaluationRecord, EvaluationSummary, Facts, Hip, PATHWAYS, Pooled, QuestionAnswer, Recommendation, StoredAnswer };
