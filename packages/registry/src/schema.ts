import { Facts, Recommendation } from "@calcar/guidance/schema";
import { SIDES } from "@calcar/vocabulary";
import { z } from "zod";

/** A pseudonym chosen by the clinic. Never a name, a date of birth or a national number. */
export const Pseudonym = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9-]{2,23}$/i, "3 to 24 letters, digits or hyphens; never a name or a date of birth");

const instant = z.iso.datetime();

export const Hip = z.strictObject({
  id: z.uuid(),
  patient: z.uuid(),
  pseudonym: Pseudonym,
  side: z.enum(SIDES),
  createdAt: instant,
});
export type Hip = z.infer<typeof Hip>;

/** One line of the evaluation list of a hip or of the site. */
export const EvaluationSummary = z.strictObject({
  id: z.uuid(),
  hip: Hip,
  asOf: z.iso.date(),
  version: z.int().positive(),
  recordedFacts: z.int().nonnegative(),
  updatedAt: instant,
  updatedBy: z.string(),
  lastAnswer: z.strictObject({ id: z.uuid(), answer: z.string(), answeredAt: instant }).nullable(),
});
export type EvaluationSummary = z.infer<typeof EvaluationSummary>;

/** An evaluation as it is filled in. `version` rises by one with every save. */
export const EvaluationRecord = z.strictObject({
  ...EvaluationSummary.shape,
  facts: Facts,
  answers: z.array(
    z.strictObject({
      id: z.uuid(),
      answer: z.string(),
      version: z.int(),
      knowledge: z.string(),
      answeredAt: instant,
      answeredBy: z.string(),
    }),
  ),
});
export type EvaluationRecord = z.infer<typeof EvaluationRecord>;

/** One save: facts set and facts taken back, on top of the version the writer had read. */
export const Save = z.strictObject({
  version: z.int().positive(),
  asOf: z.iso.date().optional(),
  set: Facts.optional(),
  clear: z.array(z.string()).optional(),
});
export type Save = z.infer<typeof Save>;

/** What a stored answer says, as it was given, with the facts it was given on. Never rewritten. */
export const StoredAnswer = z.strictObject({
  id: z.uuid(),
  evaluation: z.uuid(),
  version: z.int(),
  hip: Hip,
  asOf: z.iso.date(),
  facts: Facts,
  recommendation: Recommendation,
  answeredAt: instant,
  answeredBy: z.string(),
});
export type StoredAnswer = z.infer<typeof StoredAnswer>;
