import { CERTAINTIES } from "@calcar/vocabulary";
import { z } from "zod";
import { AnyCoordinates, ChangeCoordinates, EffectCoordinates, ProportionCoordinates } from "./coordinates.ts";
import { Ground, Localised, PlainDate } from "./grounds.ts";

export const CERTAINTY_DOMAINS = ["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"] as const;
export const CERTAINTY_UPGRADES = ["large-effect", "dose-response", "opposing-confounding"] as const;
export const COUNTED = ["hips", "knees", "patients"] as const; // what the arms of a pool are made of
const reason = z.string().min(1);

/** What a person judged. Where it differs from what is computed, a reader sees both. */
const Certainty = z.strictObject({
  level: z.enum(CERTAINTIES).optional(), // absent: as the domains add up
  domains: z.array(
    z.strictObject({
      domain: z.enum(CERTAINTY_DOMAINS),
      judgement: z.enum(["not-serious", "serious", "very-serious", "not-assessed"]),
      reason,
    }),
  ),
  upgrades: z
    .array(z.strictObject({ upgrade: z.enum(CERTAINTY_UPGRADES), judgement: z.enum(["none", "one", "two", "not-assessed"]), reason }))
    .optional(),
  signedBy: z.string().min(1).optional(), // absent: a project judgement that no reviewer has signed
});

/** A risk without the intervention, from a named source, for absolute numbers beside those of the pooled controls. */
const Baseline = z.strictObject({ risk: z.number().gt(0).lt(1), whose: Localised, ground: Ground });

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

/** A controlled question. Which studies it pools follows from what it admits; nobody keeps a list. */
const Effect = z.strictObject({
  kind: z.literal("effect"),
  ...named,
  measure: z.enum(["RR", "OR", "RD", "MD", "SMD"]),
  counted: z.enum(COUNTED).optional(), // absent: hips
  comparison: z.strictObject({ intervention: Localised, comparator: Localised }),
  admits: EffectCoordinates,
  baselines: z.array(Baseline).optional(),
  important: z.strictObject({ difference: z.number().positive(), ground: Ground }).optional(), // MD: the least that matters, in points
  certainty: Certainty,
});

/** Uncontrolled series: what changed in one arm. Never an effect, never on the same figure as one. */
const Change = z.strictObject({ kind: z.literal("change"), ...named, admits: ChangeCoordinates, certainty: Certainty });

/** How many had an event after the intervention, without a control: a frequency, never an effect. */
const Proportion = z.strictObject({ kind: z.literal("proportion"), ...named, admits: ProportionCoordinates, certainty: Certainty });

/** A question that no study answers, kept so that it can be asked and told so. Once a study fits, it is refused until it is written anew. */
const NothingDirect = z.strictObject({ kind: z.literal("nothing-direct"), ...named, admits: AnyCoordinates });

export const Question = z.discriminatedUnion("kind", [Effect, Change, Proportion, NothingDirect]);
export type Question = z.infer<typeof Question>;

/** The kinds of question, those about effects first. */
export const QUESTION_KINDS = ["effect", "proportion", "change", "nothing-direct"] as const satisfies readonly Question["kind"][];
