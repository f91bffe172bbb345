import { z } from "zod";
import { Ground, Id, PlainDate } from "./grounds.ts";

export const POSITION_CONDITIONS = ["hip-oa", "onfh", "oa-any", "other"] as const;
export const POSITION_TOPICS = ["cell-therapy", "prp", "arthroplasty", "core-decompression", "other"] as const; // what a reader compares side by side

/** What one body says about one intervention, in its year. Two bodies that disagree are both shown. */
const Position = z.strictObject({
  id: Id,
  condition: z.enum(POSITION_CONDITIONS),
  joint: z.string().min(1).optional(),
  population: z.string().min(1).optional(), // as printed, when it says more than the condition
  intervention: z.string().min(1),
  about: z.enum(POSITION_TOPICS),
  direction: z.enum(["for", "against", "research-only", "neutral", "none-found", "warning", "context", "superseded", "unstated"]),
  directionAsPrinted: z.string().min(1).optional(),
  strength: z.string().min(1).optional(),
  certainty: z.string().min(1).optional(),
  says: z.string().min(1), // our paraphrase, one sentence
  grounds: z.array(Ground).min(1),
  note: z.string().min(1).optional(),
  withheld: z.string().min(1).optional(), // why the position is kept on file but never shown
  alsoKnownAs: z.array(Id).optional(), // ids of the same position in the material it was imported from
});

export const GUIDELINE_STANDINGS = ["superseded", "updated"] as const;

/**
 * What has become of a guideline since: `superseded` when a later edition takes its place, `updated` when one changes part of it.
 * Absent: no text on file says so. That is not to say that it is still in force.
 */
const Standing = z.strictObject({
  is: z.enum(GUIDELINE_STANDINGS),
  by: Id, // the later guideline, on file
  says: z.string().min(1),
  ground: Ground,
});

/** One guideline or statement of one body in one year. */
export const Guideline = z.strictObject({
  id: Id,
  organisation: z.string().min(1),
  shortName: z.string().min(1),
  year: z.int().optional(), // absent: the text at hand does not say
  title: z.string().min(1),
  kind: z.string().min(1), // "clinical", "regulatory", "society-statement", "payer-policy" ...
  standing: Standing.optional(),
  positions: z.array(Position).min(1),
  stillValidOn: PlainDate,
});
export type Guideline = z.infer<typeof Guideline>;
export type Position = z.infer<typeof Position>;

/** Positions known to contradict each other, and what lies behind it. Never collapsed to one answer. */
export const Disagreement = z.strictObject({
  id: Id,
  topic: z.string().min(1),
  positions: z.array(Id).min(2),
  studies: z.array(Id).optional(), // studies on one side of it
  otherSources: z.array(Id).optional(), // and documents that hold no position
  explains: z.string().min(1), // where the sides differ and how to read them, for a reader
});
export type Disagreement = z.infer<typeof Disagreement>;
