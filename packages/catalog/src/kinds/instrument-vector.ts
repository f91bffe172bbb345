import { z } from "zod";
import { Id, VerifiedGrade } from "./grounds.ts";

/** Where an expected value comes from, best first. Our own output is never one. */
export const VECTOR_ORIGINS = ["by-hand", "print", "independent-program", "separate-scorer"] as const;

/**
 * One worked example: answers and what must come out. Subscales that are not named are not judged.
 *
 * `separate-scorer` is a second program written from the published rule: it guards the code, it does not prove the rule.
 */
const Vector = z.strictObject({
  it: z.string().min(1),
  group: z.string().min(1).optional(), // the group of the reference vectors it was taken from
  form: Id.optional(),
  allowUnconfirmed: z.literal(true).optional(),
  valueSet: Id.optional(), // a value set of the tests
  answers: z.record(z.string(), z.union([z.number(), z.string().min(1)])).optional(),
  entered: z.strictObject({ subscale: Id, value: z.number(), to: Id }).optional(), // a score entered in `form`, carried to another
  scores: z.record(z.string(), z.number()), // subscale to value
  raw: z.record(z.string(), z.int()).optional(), // and to raw sum
  refused: z.record(z.string(), z.string().regex(/^[a-z-]+\/[a-z-]+$/)).optional(), // subscale to "incomplete/items-missing"
  within: z.number().positive().optional(), // tolerance of the printed value; 1e-9 when absent
  origin: z.enum(VECTOR_ORIGINS),
  source: Id,
  verified: VerifiedGrade,
  note: z.string().min(1).optional(),
});
export type Vector = z.infer<typeof Vector>;

export const Vectors = z.array(Vector).min(1);
