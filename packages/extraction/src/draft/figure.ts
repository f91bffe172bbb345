import { VerifiedGrade } from "@calcar/catalog/schema";
import { z } from "zod";

/** A text that a draft takes in one field: nothing that could steer a terminal or break a file. */
export const Words = z
  .string()
  .max(4000)
  .regex(/^(?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]|[\n\r\t])*$/u, "text without control characters");

/** A number as it stands in print. A text keeps the zeros at its end and whatever else was typed; a number has lost them. */
export const PrintedNumber = z.union([z.number(), z.string().max(60)]);
export type PrintedNumber = z.infer<typeof PrintedNumber>;

/**
 * How a number was got: read in print, counted by the reader in a list or table, measured in a figure, worked out by the reader
 * before it came here (then `note` says how), or assumed (a correlation only, and `note` says why).
 */
export const HOWS = ["printed", "counted", "read-off-figure", "converted", "assumed"] as const;
export type How = (typeof HOWS)[number];

/** Where something was read and how far it has been checked. Nothing here is ever filled in by the program. */
export const provenance = {
  source: Words.optional(), // id of a source
  at: Words.optional(), // "Table 2, p. 5"
  verified: VerifiedGrade.optional(),
};

/** One number of a paper with where it comes from. Everything may be absent while a draft is being written; a check names what is. */
export const Figure = z.strictObject({
  value: PrintedNumber.optional(),
  how: z.enum(HOWS).optional(),
  ...provenance,
  note: Words.optional(),
});
export type Figure = z.infer<typeof Figure>;
