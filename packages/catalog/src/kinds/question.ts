import { CERTAINTIES } from "@calcar/vocabulary";
import { z } from "zod";
import { Ground, Id, Localised, PlainDate } from "./grounds.ts";

const Certainty = z.strictObject({
  level: z.enum(CERTAINTIES),
  domains: z.array(
    z.strictObject({
      domain: z.enum(["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]),
      judgement: z.enum(["not-serious", "serious", "very-serious", "not-assessed"]),
      reason: z.string().min(1),
    }),
  ),
  signedBy: z.string().min(1).optional(), // absent: a project judgement that no reviewer has signed
});

const named = {
  id: z.string().regex(/^[A-Za-z0-9-]+$/), // "PS3b"
  asks: Localised,
  outcome: Localised,
  population: Localised,
  shows: Localised, // what the figure shows, one sentence
  doesNotShow: Localised, // and what it does not
  caution: z.array(Localised),
  lastSearched: PlainDate,
  grounds: z.array(Ground).min(1),
};

/** A controlled question whose pool is a fixed, worked list of rows; each row names the very outcomes it takes its counts from. */
const Effect = z.strictObject({
  kind: z.literal("effect"),
  ...named,
  measure: z.enum(["RR", "OR", "RD"]),
  comparison: z.strictObject({ intervention: Localised, comparator: Localised }),
  rows: z.array(z.strictObject({ study: Id, intervention: Id, comparator: Id, note: z.string().optional() })).min(1), // outcome ids
  certainty: Certainty,
});

/** Uncontrolled series: what changed in one arm. Never an effect, never on the same figure as one. */
const Change = z.strictObject({
  kind: z.literal("change"),
  ...named,
  rows: z.array(z.strictObject({ study: Id, outcome: Id, note: z.string().optional() })).min(1),
  certainty: Certainty,
});

export const Question = z.discriminatedUnion("kind", [Effect, Change]);
export type Question = z.infer<typeof Question>;
