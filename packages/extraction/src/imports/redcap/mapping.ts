import { z } from "zod";
import type { PaperDraft, StudyDraft } from "../../schema.ts";
import { DECIMALS } from "../tables/printed-number.ts";

/** What a value comes from: the name of a column, or the same words for every study. */
const Cell = z.union([z.string().min(1), z.strictObject({ text: z.string().min(1) })]);
export type Cell = z.infer<typeof Cell>;

/** A column of codes and what each of them means. A code that is not listed is a problem, never passed over. */
const Coded = z.strictObject({ column: z.string().min(1), values: z.record(z.string(), z.string().min(1)) });

/** Rows that count: every column named here holds the value that stands beside it. */
const When = z.record(z.string(), z.string());

const PAPER = [
  "title",
  "year",
  "authors",
  "journal",
  "doi",
  "pmid",
  "url",
  "kind",
  "read",
] as const satisfies readonly (keyof PaperDraft)[];
const WORDS = [
  "design",
  "condition",
  "stage",
  "funding",
  "riskOfBiasNotes",
  "trialFamily",
] as const satisfies readonly (keyof StudyDraft)[];
const FIGURES = ["patients", "hips", "followUpMonths"] as const satisfies readonly (keyof StudyDraft)[];
const CODES = ["designClass", "joint", "disease", "phase"] as const satisfies readonly (keyof StudyDraft)[];
const ARM_CODES = ["role", "productClass", "routeClass", "controlClass"] as const;

const cells = <const Names extends readonly string[]>(names: Names) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, Cell.optional()])) as Record<Names[number], z.ZodOptional<typeof Cell>>);
const codes = <const Names extends readonly string[]>(names: Names) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, Coded.optional()])) as Record<Names[number], z.ZodOptional<typeof Coded>>);

const ArmMapping = z.strictObject({
  when: When.optional(),
  name: Cell,
  hips: Cell.optional(),
  patients: Cell.optional(),
  cells: Cell.optional(), // what product it is, in the paper's words
  dose: Cell.optional(),
  route: Cell.optional(),
  guidance: Cell.optional(),
  note: Cell.optional(),
  codes: codes(ARM_CODES).optional(),
});

/** What a report holds: its kind as in a draft, and the column of each of its numbers. */
const ReportMapping = z
  .record(z.string(), Cell)
  .refine((report) => typeof report.as === "string", "as: the kind of report, mean-sd or count");

const OutcomeMapping = z.strictObject({
  when: When.optional(),
  type: z.enum(["events", "value", "change"]),
  name: Cell,
  arm: Cell.optional(),
  group: Cell.optional(),
  event: Cell.optional(),
  months: Cell.optional(),
  timepoint: Cell.optional(),
  instrument: Cell.optional(),
  instrumentId: Cell.optional(),
  unit: Cell.optional(),
  p: Cell.optional(),
  note: Cell.optional(),
  at: Cell.optional(), // where in the paper its numbers stand
  isBaseline: z.literal(true).optional(),
  report: ReportMapping,
});
export type OutcomeMapping = z.infer<typeof OutcomeMapping>;
export type ArmMapping = z.infer<typeof ArmMapping>;

/** Which column of a data-extraction instrument is what. Whatever it does not name is not read. */
export const Mapping = z.strictObject({
  study: z.string().min(1), // the column that tells studies apart: rows of one value are one study
  id: Cell.optional(), // the id of the study; made from that column when absent
  when: When.optional(), // rows that are read at all
  missing: z.array(z.string().min(1)).optional(), // codes that stand for nothing stated: "-99"
  decimal: z.enum(DECIMALS).optional(), // "." when absent
  source: Cell.optional(), // the id of the paper under knowledge/sources
  at: Cell.optional(), // where in the paper the numbers stand, when an outcome does not say its own
  paper: cells(PAPER).optional(),
  words: cells(WORDS).optional(),
  figures: cells(FIGURES).optional(),
  codes: codes(CODES).optional(),
  arms: z.array(ArmMapping).max(50).optional(),
  outcomes: z.array(OutcomeMapping).max(500).optional(),
});
export type Mapping = z.infer<typeof Mapping>;
