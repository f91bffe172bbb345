import { z } from "zod";
import { Ground, Id } from "./grounds.ts";

export const REVIEWED_KINDS = ["question-search", "registered-trial", "study", "guideline"] as const;

/** How long something on file may go unlooked at before a reader is told that it is stale. */
export const ReviewInterval = z.strictObject({
  id: Id,
  of: z.enum(REVIEWED_KINDS),
  days: z.int().positive(),
  soonDays: z.int().nonnegative(), // called due so many days before
  why: z.string().min(1),
  grounds: z.array(Ground).min(1),
});
export type ReviewInterval = z.infer<typeof ReviewInterval>;
