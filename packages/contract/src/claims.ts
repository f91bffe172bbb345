import { JURISDICTIONS, Localised, QUESTION_KINDS, SEVERITIES, Source } from "@calcar/catalog/schema";
import { z } from "zod";

const jurisdiction = z.enum(JURISDICTIONS);
const severity = z.enum(SEVERITIES);
const Span = z.strictObject({ start: z.int(), end: z.int() });

/** In which shape the findings of a page are wanted: `json` as from the command line, `page` with what a page of ours shows beside it. */
export const CHECK_FORMATS = ["json", "sarif", "html", "pdf", "page"] as const;

/** POST /api/claims/check with a text. Nothing is fetched and nothing is stored. */
export const CheckRequest = z.strictObject({
  text: z.string(),
  name: z.string().min(1).max(255).optional(), // "page.html"; only its ending is looked at; absent: text, or HTML that says so
  jurisdictions: z.array(jurisdiction).optional(), // whose law to name; all when absent
  rules: z.array(z.string().max(100)).max(200).optional(), // ids; all when absent
});
export type CheckRequest = z.infer<typeof CheckRequest>;

/** How the findings are wanted; and for a file sent as its bytes, its name, whose law, and which rules. */
export const CheckQuery = z.strictObject({
  format: z.enum(CHECK_FORMATS).default("json"),
  language: z.enum(["en", "es"]).default("en"),
  name: z.string().min(1).max(255).optional(),
  jurisdiction: z.union([jurisdiction, z.array(jurisdiction)]).optional(),
  rule: z.union([z.string().max(100), z.array(z.string().max(100)).max(200)]).optional(),
});
export type CheckQuery = z.infer<typeof CheckQuery>;

/** What the evidence answers to the question a claim is about. Only an effect compares anything. */
export const EvidenceBeside = z.strictObject({
  outcome: z.string(), // what is claimed
  condition: z.string(), // for which disease
  about: z.string(), // the same in words: "hip replacement in osteonecrosis"
  question: z.string().optional(), // absent where nothing is asked about it
  kind: z.enum([...QUESTION_KINDS, "not-asked"]),
  asks: z.string().optional(),
  results: z.array(z.string()), // the pooled estimate with its interval, or each study's number with its denominator
  measure: z.string().optional(), // "RR"; "proportion" where nothing was compared
  estimate: z.number().optional(), // natural scale
  ci: z.tuple([z.number(), z.number()]).optional(),
  k: z.int(),
  n: z.int().optional(), // absent when a study does not say how many were counted
  certainty: z.enum(["high", "moderate", "low", "very-low"]).optional(), // absent where no study answers the question
  lastSearched: z.iso.date().optional(),
  doesNotShow: z.string().optional(),
  stale: z.boolean(), // its search is overdue: the number may be, too
  says: z.string(),
});

/** A source as a reader can find it. */
const Reference = z.strictObject({
  id: z.string(),
  short: z.string(), // "Kingery 2020"
  text: z.string(), // authors or body, year, title, journal
  link: z.string().optional(), // its DOI, else its address
});

const Finding = z.strictObject({
  rule: z.string(),
  severity,
  scope: z.enum(["sentence", "page"]), // page: the whole page leaves something out; start to end is where it first sells
  start: z.int(), // in the file for text, Markdown and HTML, else in the text read from it; UTF-16 code units
  end: z.int(),
  quote: z.string(),
  words: z.array(z.string()), // what triggered the rule
  says: z.string(), // what the sentence does that breaks the rule
  why: z.string(),
  instead: z.string(),
  insteadIs: z.literal("advice").optional(), // what to do about the sentence, not words for it
  sources: z.array(z.string()), // ids
  law: z.array(
    z.strictObject({
      jurisdiction,
      name: z.string(), // as a lawyer would look it up
      says: z.string(),
      only: z.string().optional(), // where it applies to some cases only
      source: z.string(),
      verified: z.enum(["source-text", "secondary-source"]), // read in the provision itself, or in another text about it
    }),
  ),
  evidence: z.array(EvidenceBeside).optional(), // one for each thing that is claimed and each disease it can be about
  detail: z.string().optional(),
  lacks: z.array(z.string()).optional(), // companions that a number goes without
  part: z.string().optional(), // "page 3", where the file has no characters to point at
});

/** The findings of one page, in the shape of `calcar lint --format json`. */
export const CheckReport = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      format: z.enum(["text", "markdown", "html", "docx", "pdf", "web-archive"]),
      findings: z.array(Finding), // in reading order
      suppressed: z.array(z.strictObject({ ...Finding.shape, reason: z.string(), by: z.enum(["comment", "baseline", "caution"]) })),
      misusedComments: z.array(z.strictObject({ at: z.int(), problem: z.string() })),
      warnings: z.array(z.strictObject({ code: z.string(), detail: z.string().optional() })),
    }),
  ),
  references: z.array(Reference), // every source that a finding names by its id
  knowledge: z.string(),
  checked: z.iso.date(),
});
export type CheckReport = z.infer<typeof CheckReport>;

/** The same with what a page of ours shows: the text that was read, and where in it each finding stands. */
export const CheckedText = z.strictObject({
  report: CheckReport,
  text: z.string(),
  language: z.enum(["en", "es", "unknown"]), // of the text
  places: z.array(Span), // in `text`, one for each finding
  headings: z.array(z.strictObject({ ...Span.shape, level: z.int() })), // in `text`
  sentences: z.array(Span), // in `text`: what was read, and what the findings are out of
  rules: z.record(z.string(), Localised), // what each rule that found something says
  sources: z.record(z.string(), Source), // every source that is cited
});
export type CheckedText = z.infer<typeof CheckedText>;
