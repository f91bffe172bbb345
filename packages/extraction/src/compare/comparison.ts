import { z } from "zod";
import { Words } from "../draft/figure.ts";

/** One field on which two readings of a paper do not agree. Absent: that reading says nothing of it. */
export const Difference = z.strictObject({
  field: z.string(), // "outcomes[value / hhs / 24 / CD].report.mean.value"
  kind: z.enum(["differs", "only-first", "only-second"]),
  first: z.string().optional(), // in a few words where it is more than one field
  second: z.string().optional(),
  isNumber: z.boolean(), // a figure of the paper, not a remark about it
});
export type Difference = z.infer<typeof Difference>;

/** Two readings of one paper held against each other, field by field. Nothing is decided here. */
export const Comparison = z.strictObject({
  agree: z.int(), // fields that both state alike
  fields: z.int(), // that at least one of them states; a whole arm, outcome or report that one lacks is one
  differences: z.array(Difference),
});
export type Comparison = z.infer<typeof Comparison>;

/** Who takes which of two readings, and why. `value` is what stands instead when neither is taken. */
export const DecisionMade = z.strictObject({
  field: z.string().max(2000),
  took: z.enum(["first", "second", "other"]),
  value: Words.optional(),
  by: z.string().min(1).max(200),
  why: z.string().min(1).max(4000),
});
export type DecisionMade = z.infer<typeof DecisionMade>;
