import {
  ADJUNCT_CLASSES,
  ARM_ROLES,
  CONTROL_CLASSES,
  DESIGN_CLASSES,
  DISEASES,
  JOINTS,
  PHASES,
  PRODUCT_CLASSES,
  ROUTE_CLASSES,
  STANDINGS,
  VerifiedGrade,
} from "@calcar/catalog/schema";
import { z } from "zod";
import { Figure, PrintedNumber, provenance, Words } from "./figure.ts";
import { OutcomeDraft } from "./outcome-draft.ts";

const words = Words.optional();
const figure = Figure.optional();
const someWords = z.array(Words).max(200).optional();

/** The paper as it is cited. `source` is its id under knowledge/sources; a source that is not on file yet is written from this. */
export const PaperDraft = z.strictObject({
  source: words,
  title: words,
  year: PrintedNumber.optional(),
  authors: words,
  journal: words,
  doi: words,
  pmid: words,
  url: words,
  kind: words, // "primary", "registry", "review"
  read: words, // how much of it somebody has read: "abstract", "full text"
  verified: VerifiedGrade.optional(), // of this citation
});
export type PaperDraft = z.infer<typeof PaperDraft>;

export const ArmDraft = z.strictObject({
  name: words,
  role: z.enum(ARM_ROLES).optional(),
  productClass: z.enum(PRODUCT_CLASSES).optional(),
  routeClass: z.enum(ROUTE_CLASSES).optional(),
  controlClass: z.enum(CONTROL_CLASSES).optional(),
  alongside: z.array(z.enum(ADJUNCT_CLASSES)).optional(),
  product: z.strictObject({ cells: words, cellSource: words, processing: words, dose: words, adjuncts: someWords }).optional(),
  route: words,
  guidance: words,
  hips: figure,
  patients: figure,
  note: words,
});
export type ArmDraft = z.infer<typeof ArmDraft>;

const AdverseEventsDraft = z.strictObject({
  summary: words,
  events: figure,
  n: figure,
  serious: figure,
  seriousRelated: figure,
  ground: z.strictObject(provenance).optional(), // of the summary in words
});

/** Who decided what when two people had read the same paper differently, and why. Kept with the draft for ever. */
export const Decision = z.strictObject({
  field: z.string().min(1).max(400), // "outcomes[collapse-24-cells].report.events.value"
  first: Words, // what the first reader had; "" where there was nothing
  second: Words,
  took: z.enum(["first", "second", "other"]),
  value: Words, // what stands now; "" where nothing does
  by: z.string().min(1).max(200),
  why: z.string().min(1).max(4000),
});
export type Decision = z.infer<typeof Decision>;

const Reader = z.strictObject({ who: words, on: words }); // YYYY-MM-DD

/**
 * What somebody has read out of a paper so far, in the words of the catalog's study, with where each number comes from.
 * Everything may be absent: a check names what is missing, and nothing is ever filled in.
 */
export const StudyDraft = z.strictObject({
  readers: z.array(Reader).max(20).optional(), // who read the paper, and when
  id: words,
  paper: PaperDraft.optional(),
  otherSources: someWords,
  design: words,
  designClass: z.enum(DESIGN_CLASSES).optional(),
  doubleBlind: z.boolean().optional(),
  joint: z.enum(JOINTS).optional(),
  disease: z.enum(DISEASES).optional(),
  condition: words,
  stage: words,
  phase: z.enum(PHASES).optional(),
  trialFamily: words,
  role: words,
  pooling: z.enum(STANDINGS).optional(),
  poolingNote: words,
  remark: words,
  patients: figure,
  hips: figure,
  followUpMonths: figure,
  arms: z.array(ArmDraft).max(50).optional(),
  outcomes: z.array(OutcomeDraft).max(1000).optional(),
  adverseEvents: AdverseEventsDraft.optional(),
  participants: z
    .array(z.strictObject({ says: words, ground: z.strictObject(provenance).optional() }))
    .max(200)
    .optional(),
  riskOfBiasNotes: words,
  funding: words,
  limitations: someWords,
  provenance: words,
  verified: VerifiedGrade.optional(),
  stillValidOn: words, // YYYY-MM-DD
  decisions: z.array(Decision).max(5000).optional(),
});
export type StudyDraft = z.infer<typeof StudyDraft>;
