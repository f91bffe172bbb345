import { z } from "zod";
import { Id, Localised } from "./grounds.ts";

/** A disease that the evidence is sorted by, and the words by which a page names it. */
export const ClaimCondition = z.strictObject({
  id: Id,
  name: Localised, // "osteonecrosis of the femoral head"
  words: z.array(Id).min(1), // lists of claim-words
});
export type ClaimCondition = z.infer<typeof ClaimCondition>;

/** What a claim promises, such as less pain, and the questions that say what is known of it in each disease. */
export const ClaimOutcome = z.strictObject({
  id: Id,
  name: Localised, // "hip replacement"
  words: z.array(Id).min(1), // lists of claim-words that speak of it
  questions: z.record(Id, z.array(z.string().min(1)).min(1)), // by condition; the first is shown, unless the rule names another of them
  onlyWithItsRules: z.literal(true).optional(), // shown only for rules that name one of its questions: no efficacy is about harms
  cases: z.array(z.strictObject({ text: z.string().min(1), shows: z.array(z.string().min(1)).min(1) })).min(3), // ids; "none: onfh" where nothing is asked
});
export type ClaimOutcome = z.infer<typeof ClaimOutcome>;
