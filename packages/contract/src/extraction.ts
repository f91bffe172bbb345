import { Comparison, DecisionMade, KnownWords, Step, StudyDraft } from "@calcar/extraction/schema";
import { z } from "zod";

const Problem = z.strictObject({ place: z.string(), problem: z.string(), expected: z.string() });

/** GET /api/extraction/words: the words of the knowledge that a new study has to fit to. */
export const ExtractionWords = z.strictObject({ ...KnownWords.shape, knowledge: z.string() });
export type ExtractionWords = z.infer<typeof ExtractionWords>;

/** POST /api/extraction/check. Nothing is stored. */
export const ExtractionRequest = z.strictObject({ draft: StudyDraft });
export type ExtractionRequest = z.infer<typeof ExtractionRequest>;

/** What a draft has come to: everything that is missing or wrong by field, each conversion, and the files when nothing is. */
export const ExtractionCheck = z.strictObject({
  problems: z.array(Problem),
  notices: z.array(Problem), // what nothing forbids and a reader should know
  steps: z.array(Step),
  files: z.array(z.strictObject({ path: z.string(), text: z.string() })), // below knowledge/; the study first; empty while there are problems
  doubts: z.array(z.string()), // printed figures that cannot be true together
  knowledge: z.string(),
});
export type ExtractionCheck = z.infer<typeof ExtractionCheck>;

/** POST /api/extraction/compare: two readings of one paper; with decisions, also the draft that they make. Nothing is stored. */
export const CompareRequest = z.strictObject({
  first: StudyDraft,
  second: StudyDraft,
  decisions: z.array(DecisionMade).max(5000).optional(),
});
export type CompareRequest = z.infer<typeof CompareRequest>;

/** Where two readings differ; when decisions were sent, the resolved draft, or what of it is undecided. */
export const ExtractionComparison = z.strictObject({
  comparison: Comparison,
  resolved: StudyDraft.nullable(), // null: not asked for, or not every difference is decided
  undecided: z.array(Problem),
});
export type ExtractionComparison = z.infer<typeof ExtractionComparison>;
