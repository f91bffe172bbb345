import { z } from "zod";
import { Ground, Id, Localised, PlainDate, VerifiedGrade } from "./grounds.ts";
import { VECTOR_ORIGINS } from "./instrument-vector.ts";

const limits = z.strictObject({ percent: z.number().positive(), points: z.number().positive() });

/** How a hip is called a responder. Improvement is counted towards the better end, per cent is of the own baseline. */
const ResponderRule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("relative-improvement"),
    of: z.literal("pain"),
    percent: z.number().positive(),
    baselineAtLeast: z.number(),
  }),
  z.strictObject({ kind: z.literal("omeract-oarsi"), high: limits, moderate: limits, moderateIn: z.int().positive() }),
  z.strictObject({ kind: z.literal("improvement-by-threshold"), thresholdKind: z.enum(["MCII"]) }), // a threshold is named with each use
  z.strictObject({ kind: z.literal("state-by-threshold"), thresholdKind: z.enum(["PASS"]) }),
  z.strictObject({ kind: z.literal("response-class"), of: z.array(Id).length(2), notAfter: z.array(Id).min(1) }), // clear: both; partial: one; none
]);

/** A definition of response, as data, with its worked cases. */
export const Responder = z.strictObject({
  id: Id,
  name: z.string().min(1),
  version: z.string().min(1),
  says: Localised,
  rule: ResponderRule,
  unconfirmed: z.strictObject({ says: Localised, until: Localised }).optional(), // provisional: used only by those who ask for it
  cases: z
    .array(
      z.strictObject({
        it: z.string().min(1),
        group: z.string().min(1).optional(),
        facts: z.record(z.string(), z.union([z.number(), z.boolean()])),
        threshold: Id.optional(),
        answer: z.union([z.boolean(), z.enum(["unknown", "clear", "partial", "none"])]),
        route: z.string().optional(),
        moderate: z.int().optional(), // how many domains reached the moderate limits
        origin: z.enum(VECTOR_ORIGINS),
        source: Id,
        verified: VerifiedGrade,
      }),
    )
    .min(2),
  grounds: z.array(Ground).min(1),
  stillValidOn: PlainDate,
});
export type Responder = z.infer<typeof Responder>;
