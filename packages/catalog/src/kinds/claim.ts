import { z } from "zod";
import { Ground, Id, Localised, PlainDate } from "./grounds.ts";

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const JURISDICTIONS = ["US", "EU", "UK", "AU", "MX"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** Why the very words of a claim may still be honest: each is a stretch of a sentence in which they do not assert it. */
export const EXCUSES = [
  "negation", // "does not cure"
  "hedge", // "may relieve"
  "aim", // "aims to repair", "is being studied for"
  "distance", // "clinics claim that", "is marketed as"
  "condition", // "ask whether", "beware of", "if a clinic says"
  "question", // a question, judged by its answer
  "quotation", // words in quotation marks
  "myth", // "Myth: ..."
  "reference", // a title in a list of references
  "counted", // a sample size with an instrument or a time point
  "limits", // the same or the next sentence says what the evidence lacks
  "heading",
  "other-subject", // what relieves or is safe is not the cell treatment
  "own-subject", // what masks or fails is the cell treatment itself
  "off-topic", // neither it nor what was named last before it is the cell treatment, but a rival of it
  "laboratory", // "in vitro", "in rabbits"
] as const;
export type Excuse = (typeof EXCUSES)[number];

const phrases = z.array(z.string().min(1));

/** Words and phrases that mean one thing, such as `tissue` or `surgery`. Rules are patterns over these. */
export const ClaimWords = z.strictObject({
  id: Id,
  says: z.string().min(1), // what belongs here and what does not
  includes: z.array(Id).optional(), // all words of these as well
  en: phrases,
  es: phrases.optional(),
});
export type ClaimWords = z.infer<typeof ClaimWords>;

/**
 * How far a cue reaches: `after` and `before` to the end of the clause, `rest` and `start` to that of the sentence, `passage`
 * to the sentences beside it in the block, `previous` over the sentence before the one that begins with it.
 */
export const REACHES = ["after", "before", "rest", "start", "sentence", "passage", "previous"] as const;

/** Words that put what stands near them under an excuse. */
export const ClaimCue = z.strictObject({
  id: Id,
  says: z.string().min(1),
  excuse: z.enum(EXCUSES),
  reach: z.enum(REACHES),
  upTo: z.int().positive().optional(), // at most so many words
  not: z.array(Id).optional(), // inside words of these it is no cue: "not only"
  onlyWith: z.array(Id).optional(), // it is a cue only in a sentence that holds one of these
  unlessWith: z.array(Id).optional(), // and in none that holds one of these: "in mice and in patients"
  en: phrases,
  es: phrases.optional(),
});
export type ClaimCue = z.infer<typeof ClaimCue>;

/** A pattern in the notation of packages/claims; the long form changes what excuses it. */
export const ClaimPattern = z.union([
  z.string().min(1),
  z.strictObject({
    match: z.string().min(1),
    excusedBy: z.array(z.enum(EXCUSES)).optional(), // instead of the rule's list
    alsoExcusedBy: z.array(z.enum(EXCUSES)).optional(),
    despite: z.array(z.enum(EXCUSES)).optional(), // these of the rule's list do not excuse it
    onlyOn: z.literal("promotional").optional(), // too loose for a page that is not plainly selling
  }),
]);
export type ClaimPattern = z.infer<typeof ClaimPattern>;

const patterns = z.array(ClaimPattern).min(1);

const common = {
  id: Id,
  says: Localised, // what a sentence does that breaks the rule
  severity: z.enum(SEVERITIES),
  why: Localised, // one or two sentences that the owner of a clinic would accept
  instead: Localised, // an honest wording; in [brackets] what its author fills in
  insteadIs: z.literal("advice").optional(), // what to do about the sentence, not words for it
  grounds: z.array(Ground).min(1),
  question: z.string().min(1).optional(), // id in knowledge/questions: the evidence shown beside the finding
  yieldsTo: z.array(Id).min(1).optional(), // rules that say more of a sentence: where one of them finds it, this one is silent
  reviewBy: PlainDate,
};
const excusedBy = z.array(z.enum(EXCUSES));

/** What a sentence on a cited work or body may assert: that none was harmed, that it helps, that it is proof, that it is recommended, that it is the latest. */
export const CITATION_SIGNS = ["none-harmed", "benefit", "carried-over", "as-proof", "recommended", "current"] as const;
export type CitationSign = (typeof CITATION_SIGNS)[number];

/** A rule of the claims room; its kind names the matcher in packages/claims. */
export const ClaimRule = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("phrase"), excusedBy, patterns, unless: z.array(z.string().min(1)).optional() }),
  z.strictObject({
    ...common,
    kind: z.literal("quantity"), // a number is a claim until its companions stand by it
    excusedBy,
    patterns,
    companions: z.array(z.strictObject({ name: z.string().min(1), words: z.array(Id).min(1) })).min(1),
    unless: z.array(z.string().min(1)).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("absence"), // of the whole page
    offers: patterns, // the page is judged if what it offers
    orBreaks: z.array(Id).optional(), // and where it breaks these rules outweighs its words of doubt
    exempt: patterns.optional(), // nor if it asserts one of these
    wants: patterns, // and is silent on all of these
    wantsExcusedBy: excusedBy.optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("contradiction"), // the page asserts one and the other
    excusedBy,
    patterns,
    against: patterns,
  }),
  z.strictObject({
    ...common,
    kind: z.literal("citation"), // what the page says of a work it cites, against that work
    checks: z.array(Id).min(1),
    signs: z.partialRecord(z.enum(CITATION_SIGNS), patterns), // how a sentence asserts what a check looks for
    excusedBy,
  }),
]);
export type ClaimRule = z.infer<typeof ClaimRule>;

/** Sentences of our own that a rule must flag, must pass, and is known to get wrong. */
export const ClaimCases = z.strictObject({
  flag: z.array(z.string().min(1)).min(8),
  pass: z.array(z.string().min(1)).min(8),
  gaps: z.array(z.strictObject({ text: z.string().min(1), wrongly: z.enum(["missed", "flagged"]), because: z.string().min(1) })).optional(),
});
export type ClaimCases = z.infer<typeof ClaimCases>;
