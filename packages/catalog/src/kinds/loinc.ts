import { isLoinc } from "@calcar/vocabulary";
import { z } from "zod";
import { Id, VerifiedGrade } from "./grounds.ts";

/** A LOINC code and what it names here. A valid check digit does not prove the meaning: `meaningRead` says whether somebody read it. */
export const LoincCode = z.strictObject({
  code: z.string().refine(isLoinc, { error: "a LOINC code whose last digit is its Mod 10 check digit" }),
  names: z.union([z.literal("panel"), z.strictObject({ item: Id }), z.strictObject({ subscale: Id })]),
  meaningRead: z.boolean(), // false: for whoever checks it, never sent to another system
  source: Id,
  verified: VerifiedGrade,
  note: z.string().min(1).optional(),
});
export type LoincCode = z.infer<typeof LoincCode>;
