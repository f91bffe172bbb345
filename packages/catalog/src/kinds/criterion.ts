import { z } from "zod";
import { Ground, Id, Localised, PlainDate } from "./grounds.ts";

export const PATHWAYS = ["hip-oa", "onfh-pre-collapse", "onfh-post-collapse", "other-condition", "undetermined"] as const;
export type Pathway = (typeof PATHWAYS)[number];

/** Every answer, in order of precedence: the first for which a criterion is true is the answer. */
export const ANSWERS = [
  "urgent-referral",
  "other-condition",
  "not-a-candidate",
  "surgery-discussion",
  "observe",
  "not-now",
  "cannot-say",
  "research-only",
  "may-be-discussed",
] as const;
export type Answer = (typeof ANSWERS)[number];

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/**
 * A condition on the facts, in Kleene logic. A fact that nobody recorded makes its comparison unknown, unless
 * - `absent: counts-as-no`: the comparison is then false (plans, allergies, optional laboratory values);
 * - `absent: counts-as-no-but-asked`: false, and the fact is listed as missing all the same;
 * - `excusedBy`: the comparison is false while that other condition is true.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly pathway: readonly Pathway[] }
  | { readonly recorded: string }
  | { readonly notRecorded: string }
  | Comparison;

export interface Comparison {
  readonly fact: string;
  readonly is?: string | number | boolean | undefined;
  readonly in?: readonly (string | number | boolean)[] | undefined;
  readonly below?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly above?: number | undefined;
  readonly moreThanDaysAgo?: number | undefined; // a date fact, counted back from the day of the evaluation
  readonly absent?: "counts-as-no" | "counts-as-no-but-asked" | undefined;
  readonly excusedBy?: Condition | undefined;
}

const OPERATORS = ["is", "in", "below", "atLeast", "above", "moreThanDaysAgo"] as const;

const Comparison = z
  .strictObject({
    fact: Id,
    is: scalar.optional(),
    in: z.array(scalar).min(1).optional(),
    below: z.number().optional(),
    atLeast: z.number().optional(),
    above: z.number().optional(),
    moreThanDaysAgo: z.int().positive().optional(),
    absent: z.enum(["counts-as-no", "counts-as-no-but-asked"]).optional(),
    get excusedBy() {
      return Condition.optional();
    },
  })
  .refine((comparison) => OPERATORS.some((operator) => comparison[operator] !== undefined), {
    error: `at least one of ${OPERATORS.join(", ")}`,
  });

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ pathway: z.array(z.enum(PATHWAYS)).min(1) }),
    z.strictObject({ recorded: Id }),
    z.strictObject({ notRecorded: Id }),
    Comparison,
  ]),
);

/** A criterion, or a warning when `leadsTo` is `warning`: what it asks, when it holds, what follows, and on what ground. */
export const Criterion = z.strictObject({
  id: Id,
  asks: Localised,
  holdsFor: z.union([z.literal("all"), z.array(z.enum(PATHWAYS)).min(1)]),
  when: Condition,
  leadsTo: z.enum([...ANSWERS, "warning"]),
  says: z.strictObject({ met: Localised, notMet: Localised.optional() }),
  because: z.array(Id).optional(), // facts to name when `when` itself names none
  projectDefault: z.string().min(1).optional(), // the part that is ours, in words: "the cut of 8.0%"
  grounds: z.array(Ground).min(1),
  reviewBy: PlainDate,
});
export type Criterion = z.infer<typeof Criterion>;

/** Worked cases of one criterion, in the expert's language. */
export const CriterionCases = z
  .array(
    z.strictObject({
      it: z.string().min(1),
      asOf: PlainDate.optional(), // 2026-11-21 when absent
      pathway: z.enum(PATHWAYS).optional(), // when the facts of the case alone do not give it
      facts: z.record(z.string(), scalar),
      met: z.union([z.boolean(), z.literal("unknown")]),
      missing: z.array(Id).optional(),
    }),
  )
  .min(2);
export type CriterionCase = z.infer<typeof CriterionCases>[number];

/** What a pathway needs before its positive answer may be given, and what belongs to it. */
export const PathwayRule = z.strictObject({
  id: z.enum(PATHWAYS),
  title: Localised,
  positive: z.enum(ANSWERS).optional(),
  needed: z.array(z.strictObject({ anyOf: z.array(Id).min(1), unless: Condition.optional() })), // one of the facts must be recorded
  positions: z.strictObject({ condition: z.array(z.string()).min(1), about: z.array(z.string()).min(1) }).optional(),
  questions: z.array(z.string()), // ids of knowledge/questions, shown as the evidence
});
export type PathwayRule = z.infer<typeof PathwayRule>;

/**
 * One plain sentence and the next steps for one answer. `reason` stands where no criterion leads to the answer:
 * the positive answers, which need every criterion false, and `cannot-say` for a missing fact.
 */
export const AnswerText = z.strictObject({
  id: z.enum(ANSWERS),
  sentence: Localised,
  meaning: Localised,
  nextSteps: z.array(Localised).min(1),
  reason: z
    .strictObject({ criterion: Id, says: Localised, projectDefault: z.string().min(1).optional(), grounds: z.array(Ground).min(1) })
    .optional(),
});
export type AnswerText = z.infer<typeof AnswerText>;
