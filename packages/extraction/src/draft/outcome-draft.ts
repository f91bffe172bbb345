import { PHASES } from "@calcar/catalog/schema";
import { z } from "zod";
import { Figure, PrintedNumber, provenance, Words } from "./figure.ts";
import { ChangeReport, CountReport, ScoreReport } from "./score-report.ts";

const Scale = z.strictObject({
  min: PrintedNumber.optional(),
  max: PrintedNumber.optional(),
  higherIsBetter: z.boolean().optional(),
  assumed: z.boolean().optional(),
  note: Words.optional(),
});

/** What is said of an outcome of any kind: the words of the catalog's study, nothing demanded yet. */
const placed = {
  id: Words.optional(), // absent: made from name, time and arm
  name: Words.optional(),
  arm: Words.optional(), // the name of an arm of this draft
  group: Words.optional(), // whom it is about when that is not one arm
  months: PrintedNumber.optional(), // after treatment
  timepoint: Words.optional(), // as printed, when it is not a number of months
  domain: Words.optional(),
  phase: z.enum(PHASES).optional(),
  instrument: Words.optional(), // as printed
  instrumentId: Words.optional(), // one that is on file; "not-on-file" says that none is
  unit: Words.optional(),
  scale: Scale.optional(),
  p: Words.optional(), // as printed
  url: Words.optional(),
  note: Words.optional(),
};

const EventsDraft = z.strictObject({
  type: z.literal("events"),
  ...placed,
  event: Words.optional(),
  isBenefit: z.boolean().optional(),
  complement: z.literal(true).optional(), // the paper counts those WITHOUT the event
  report: CountReport.optional(),
});

const ValueDraft = z.strictObject({
  type: z.literal("value"),
  ...placed,
  isBaseline: z.boolean().optional(),
  report: ScoreReport.optional(),
});

const ChangeDraft = z.strictObject({
  type: z.literal("change"),
  ...placed,
  baseline: ScoreReport.optional(),
  followUp: ScoreReport.optional(),
  change: ChangeReport.optional(),
});

/** A comparison, proportion or finding as the paper prints it, recomputed by nobody. `ground` is where a finding in words was read. */
const ReportedDraft = z.strictObject({
  type: z.literal("reported"),
  ...placed,
  measure: Words.optional(), // "HR", "OR", "MD", "finding"
  value: Figure.optional(),
  lower: Figure.optional(),
  upper: Figure.optional(),
  n: Figure.optional(),
  finding: Words.optional(),
  ground: z.strictObject(provenance).optional(),
});

/** One outcome of a draft. */
export const OutcomeDraft = z.discriminatedUnion("type", [EventsDraft, ValueDraft, ChangeDraft, ReportedDraft]);
export type OutcomeDraft = z.infer<typeof OutcomeDraft>;
export type OutcomeDraftOf<Type extends OutcomeDraft["type"]> = Extract<OutcomeDraft, { type: Type }>;
