import { VerifiedGrade } from "@calcar/catalog/schema";
import { z } from "zod";
import { HOWS } from "../draft/figure.ts";

/** One number that went into a conversion, with where it comes from as far as that is stated. */
const StepInput = z.strictObject({
  name: z.string(), // "SE"
  value: z.string(), // as printed
  source: z.string().optional(),
  at: z.string().optional(),
  how: z.enum(HOWS).optional(),
  verified: VerifiedGrade.optional(),
});

/** A conversion from what a paper prints to what the catalog takes, shown whole. */
export const Step = z.strictObject({
  field: z.string(), // where in the draft: "outcomes[0].report"
  gives: z.string(), // "SD"
  formula: z.string(), // "SD = SE × √n"
  worked: z.string(), // the same with the figures in it: "1.2 × √25 = 6"
  result: z.number(), // as written into the file
  range: z.tuple([z.number(), z.number()]).optional(), // what the rounding of the printed figures allows
  inputs: z.array(StepInput),
  sources: z.array(z.string()), // of the method: ids under knowledge/sources
  caution: z.string().optional(),
});
export type Step = z.infer<typeof Step>;
