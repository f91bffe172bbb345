import { QUESTION_KINDS, REVIEWED_KINDS, TRIAL_STATUS } from "@calcar/catalog/schema";
import { z } from "zod";

const Id = z.string();
const many = <T extends z.ZodType>(one: T) => z.array(one).readonly();

const due = {
  last: z.iso.date(),
  due: z.iso.date(), // the last day on which it is fresh
  state: z.enum(["stale", "due-soon", "fresh", "dated-ahead"]), // dated-ahead: last looked at after today, a mistake
};

/** A registered trial as it stands today. `state` is how fresh our look at its register is, not how the trial does. */
export const TrialState = z.strictObject({
  id: Id,
  number: z.string(),
  name: z.string().nullable(),
  title: z.string(),
  planned: z.int().nullable(), // patients
  status: z.enum(TRIAL_STATUS),
  running: z.boolean(),
  start: z.string().nullable(), // a year, a month or a day, as its register has it
  completion: z.string().nullable(),
  study: Id.nullable(), // its report on file
  notes: many(z.string()),
  ...due,
});
export type TrialState = z.infer<typeof TrialState>;

/** A question as it stands today, with the ids of the registered trials that could answer it. */
export const QuestionState = z.strictObject({
  id: Id,
  kind: z.enum(QUESTION_KINDS),
  asks: z.string(),
  trials: many(Id),
  ...due,
});
export type QuestionState = z.infer<typeof QuestionState>;

const Reviewed = z.strictObject({
  total: z.int(),
  next: z.iso.date().nullable(), // the earliest day on which one is due
  overdue: many(z.strictObject({ id: Id, ...due })),
});

/** GET /api/freshness: how fresh everything on file is on the day of the server's clock (UTC). */
export const FreshnessPage = z.strictObject({
  today: z.iso.date(),
  questions: many(QuestionState), // the most urgent first
  trials: many(TrialState),
  studies: Reviewed,
  guidelines: Reviewed,
  intervals: many(z.strictObject({ of: z.enum(REVIEWED_KINDS), days: z.int(), soonDays: z.int(), why: z.string() })),
  knowledge: z.string(),
});
export type FreshnessPage = z.infer<typeof FreshnessPage>;

const Estimate = z.strictObject({
  measure: z.string(), // "RR", "MD", "proportion", "change": a change has no pooled number
  k: z.int(),
  n: z.int().nullable(),
  estimate: z.number().nullable(),
  ci: z.tuple([z.number(), z.number()]).readonly().nullable(),
  certainty: z.string().nullable(),
});

/** A thing that leans on a study, and through what. */
const Leaning = z.strictObject({ id: Id, says: z.string(), through: z.string() });

/** GET /api/studies/:id/impact: everything that moves when a study changes, computed from the references. */
export const ImpactPage = z.strictObject({
  study: Id,
  label: z.string(), // "Gangji 2011"
  title: z.string(),
  questions: many(
    z.strictObject({
      id: Id,
      kind: z.enum(QUESTION_KINDS),
      asks: z.string(),
      with: Estimate.nullable(), // null: refused
      without: Estimate.nullable(),
      refused: z.string().nullable(), // why there is no answer without it: "incomplete/no-studies"
    }),
  ),
  pathways: many(Leaning), // each recommendation on such a pathway shows the numbers
  answers: many(Leaning),
  criteria: many(Leaning),
  positions: many(Leaning), // of guidelines
  disagreements: many(Leaning),
  claims: many(Leaning), // claim rules
  trials: many(Leaning), // registered trials that this is the report of
  otherReports: many(Id), // of the same trial, pooled once with it
  knowledge: z.string(),
});
export type ImpactPage = z.infer<typeof ImpactPage>;
