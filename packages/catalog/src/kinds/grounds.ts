import { VERIFIED } from "@calcar/vocabulary";
import { z } from "zod";

export const Id = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "kebab-case id: lower-case letters, digits, dots and hyphens");
export const PlainDate = z.iso.date();
export const VerifiedGrade = z.enum(VERIFIED);

/** A text in the languages it exists in. English is never missing; a reader without a translation gets English. */
export const Localised = z.strictObject({ en: z.string().min(1), es: z.string().min(1).optional() });
export type Localised = z.infer<typeof Localised>;

/** What a statement rests on: a source, where in it, and how far somebody has checked. */
export const Ground = z.strictObject({
  source: Id,
  at: z.string().min(1).optional(), // "abstract", "Table 3", "Who is a candidate"
  verified: VerifiedGrade,
  note: z.string().min(1).optional(),
});
export type Ground = z.infer<typeof Ground>;
