import { z } from "zod";
import { Ground, Id, Localised } from "./grounds.ts";

export const THRESHOLD_KINDS = ["MCII", "MCID", "MIC", "MID", "moderate-improvement", "SCB", "PASS", "MDC"] as const;

/**
 * A published threshold of one subscale. Stated as an amount of improvement or as a state, in points of the named scale.
 *
 * None was derived in cell therapy of the hip: whoever uses one prints its population and method.
 */
const Threshold = z.strictObject({
  id: Id,
  subscale: Id.optional(), // absent: the text read does not say which of several
  form: Id.optional(), // the form whose scale the value is on
  kind: z.enum(THRESHOLD_KINDS),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]), // two numbers: the source gives a span
  unit: z.enum(["points", "percent-of-baseline"]),
  meaning: z.enum(["improvement", "state-at-least", "state-at-most", "detectable-change"]),
  scale: z.tuple([z.number(), z.number()]).optional(), // the range the value is on; absent: the text read does not say
  population: Localised,
  n: z.int().positive().optional(), // those with follow-up
  time: Localised,
  method: Localised,
  level: z.enum(["individual", "group"]).optional(),
  grounds: z.array(Ground).min(1),
  note: Localised.optional(),
});
export type Threshold = z.infer<typeof Threshold>;

/** The thresholds of one instrument, and what to mind when using any of them. */
export const Thresholds = z.strictObject({
  thresholds: z.array(Threshold).min(1),
  cautions: z.array(z.strictObject({ says: Localised, grounds: z.array(Ground).min(1) })).optional(),
});
export type Thresholds = z.infer<typeof Thresholds>;
