import { DIRECTIONS } from "@calcar/catalog/schema";
import { z } from "zod";

const Refusal = z.strictObject({
  kind: z.enum(["invalid", "incomplete", "not-applicable", "not-permitted", "conflict", "not-found", "unavailable"]),
  code: z.string(),
  missing: z.array(z.string()).optional(),
});

/** One subscale, scored or refused. `value` is null exactly where `refusal` is not; a null is never shown as 0. */
export const Score = z.strictObject({
  subscale: z.string(),
  value: z.number().nullable(), // in full; people are shown the subscale's `decimals`
  se: z.number().nullable(), // standard error, where the table prints one
  raw: z.number().nullable(), // raw sum, for a score read off a table
  direction: z.enum(DIRECTIONS),
  range: z.tuple([z.number(), z.number()]),
  items: z.int(), // how many it rests on
  answered: z.int(),
  imputed: z.int(), // gaps that the missing-item rule filled
  method: z.string(), // "mean-to-range", "sum-of-subscales(pain, function, deformity, motion-index)"
  tableDigest: z.string().nullable(), // of the conversion table or value set read
  unconfirmed: z.array(z.string()), // what it rests on that no readable source states; not empty: the score is provisional
  refusal: Refusal.nullable(),
});
export type Score = Readonly<z.infer<typeof Score>>;

/** Every subscale of one questionnaire, with what made the numbers. */
export const Scores = z.strictObject({
  instrument: z.string(),
  version: z.string(),
  form: z.string().nullable(), // null: the instrument has one form only, or none was stated
  definition: z.string(), // digest of the scoring definition: the same digest is the same computation
  provisional: z.boolean(), // some score rests on something unconfirmed
  scores: z.record(z.string(), Score),
});
export type Scores = Readonly<z.infer<typeof Scores>>;
