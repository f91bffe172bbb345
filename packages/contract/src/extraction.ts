import {
  Comparison,
  DECIMALS,
  DecisionMade,
  ENCODINGS,
  FORMATS,
  type ImportFormat,
  KnownWords,
  Step,
  StudyDraft,
} from "@calcar/extraction/schema";
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

/** POST /api/extraction/open: a draft as somebody saved it or wrote it by hand, in YAML or JSON. Nothing is stored. */
export const OpenRequest = z.strictObject({ text: z.string() });
export type OpenRequest = z.infer<typeof OpenRequest>;
export const OpenedDraft = z.strictObject({ draft: StudyDraft });
export type OpenedDraft = z.infer<typeof OpenedDraft>;

const importFormat = z.literal(Object.keys(FORMATS) as ImportFormat[]);

/** POST /api/extraction/import: a file of another program, as its bytes. Nothing is stored. */
export const ImportRequest = z.strictObject({
  bytes: z.base64(),
  as: importFormat.optional(), // by what the file holds when absent
  encoding: z.enum(ENCODINGS).optional(), // UTF-8, or what the file itself says, when absent
  decimal: z.enum(DECIMALS).optional(), // of RevMan tables; a point when absent
  mapping: z.string().max(200_000).optional(), // for REDCap: which column is what, in YAML or JSON
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** How many entries, and how many refused records, are listed at most: a person chooses one of them. */
export const MOST_LISTED = 200;

/** What a file holds that a form for a study may start from. Every record is taken or refused; each refused one says why. */
export const ExtractionImport = z.strictObject({
  format: importFormat,
  formatName: z.string(), // "PubMed XML"
  unit: z.enum(["records", "trials", "rows", "studies"]),
  found: z.int(),
  taken: z.int(), // several rows may make one entry
  onFile: z.int(), // of those refused, how many the knowledge has already
  made: z.int(), // entries, of which the first are listed
  entries: z.array(
    z.strictObject({
      place: z.string(), // "line 12"
      title: z.string(),
      draft: StudyDraft.nullable(), // null: what the file says does not fit the form; the notices say why
      open: z.array(Problem), // what a person has to decide, add or look at
      notices: z.array(Problem), // what the file says and nothing here holds
    }),
  ),
  refused: z.array(
    z.strictObject({
      place: z.string(),
      title: z.string().optional(),
      onFile: z.string().optional(), // "sources/chen21"
      problems: z.array(Problem),
    }),
  ),
  missing: z.array(Problem), // what the file says it does not hold: pages that follow
  knowledge: z.string(),
});
export type ExtractionImport = z.infer<typeof ExtractionImport>;
