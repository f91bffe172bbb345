import { z } from "zod";
import { Ground, Id, VerifiedGrade } from "./grounds.ts";

/** Something printed that is wrong, contradicts itself, or says other than its source. Kept beside the right figure, never silently mended. */
export const Discrepancy = z.strictObject({
  id: Id,
  issue: z.string().min(1),
  foundIn: Id.optional(), // the source that errs, when it is not the document this is filed under
  severity: z.string().min(1).optional(),
  says: z.string().min(1).optional(), // what is claimed, in our words
  sourceSays: z.string().min(1).optional(),
  grounds: z.array(Ground).optional(),
  note: z.string().min(1).optional(),
  verified: VerifiedGrade,
});
export type Discrepancy = z.infer<typeof Discrepancy>;
