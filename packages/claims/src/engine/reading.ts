import type { Excuse } from "@calcar/catalog";
import { lastAtOrBefore } from "../page/in-order.ts";
import type { Block, Page, Sentence, Span } from "../page/page.ts";
import type { CompiledRules } from "./compile.ts";
import { type Excused, excusedIn, excuses } from "./cues.ts";
import type { Match } from "./match.ts";
import type { Mention } from "./mentions.ts";
import { type Acted, actorsIn, namedAt, subjectAt } from "./subject.ts";
import { LONGEST, type Token, tokensOf } from "./tokens.ts";

/** A sentence as the rules read it: its words, what they mean, and what excuses which of them. */
export interface Reading extends Acted, Span {
  readonly sentence: Sentence;
  readonly block: Block;
  readonly excused: () => readonly Excused[]; // worked out when first asked for: most sentences never are
  readonly topic: Topic; // what the sentence before was about
}

export type Topic = "treatment" | "other" | undefined;

/** Reads a page: every sentence in its order, very long ones in pieces. */
export function readingsOf(page: Page, rules: CompiledRules): readonly Reading[] {
  const readings: Reading[] = [];
  let topic: Topic;
  for (const sentence of page.sentences) {
    const block = page.blocks[sentence.block]!;
    for (const { tokens, end } of pieces(tokensOf(page.text, sentence), sentence)) {
      const mentions = rules.lexicon.mentions(tokens);
      const actors = actorsIn(mentions, rules.subjects);
      const excused = once(() => excusedIn({ tokens, mentions }, rules.cues, rules.turns));
      readings.push({ tokens, mentions, actors, start: tokens[0]!.start, end, sentence, block, excused, topic });
      topic = actors[0]?.subject ?? topic;
    }
  }
  return readings;
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

interface Piece {
  readonly tokens: readonly Token[];
  readonly end: number; // of the sentence for the last piece, so that its stop is marked too
}

function pieces(tokens: readonly Token[], sentence: Sentence): readonly Piece[] {
  if (tokens.length === 0) return [];
  if (tokens.length <= LONGEST) return [{ tokens, end: sentence.end }];
  const count = Math.ceil(tokens.length / LONGEST);
  return Array.from({ length: count }, (_, i) => {
    const piece = tokens.slice(i * LONGEST, (i + 1) * LONGEST);
    return { tokens: piece, end: i === count - 1 ? sentence.end : piece.at(-1)!.end };
  });
}

/** What excuses a match in its sentence, or undefined when nothing does. */
export function excuseOf(
  match: Match,
  at: number,
  context: { readings: readonly Reading[]; rules: CompiledRules; which: ReadonlySet<Excuse> },
) {
  const { readings, rules, which } = context;
  const reading = readings[at]!;
  return (
    structural(match, reading, { which, rules, answer: readings[at + 1] }) ??
    excuses(reading.excused(), match, which)?.excuse ??
    [readings[at - 1], readings[at + 1]].flatMap((beside) => (beside ? fromBeside(reading, beside, which) : []))[0]
  );
}

/** An excuse that the sentence before or after gives within the same block. */
const fromBeside = (reading: Reading, beside: Reading, which: ReadonlySet<Excuse>): Excuse[] =>
  beside.sentence.block === reading.sentence.block
    ? beside
        .excused()
        .filter(({ passage, excuse }) => passage && which.has(excuse))
        .map(({ excuse }) => excuse)
    : [];

interface Around {
  readonly which: ReadonlySet<Excuse>;
  readonly rules: CompiledRules;
  readonly answer: Reading | undefined;
}

/** Excuses that the build of the page gives, not its words. */
function structural(match: Match, reading: Reading, { which, rules, answer }: Around): Excuse | undefined {
  const { sentence, block } = reading;
  if (which.has("question") && sentence.isQuestion && !isAffirmed(answer, rules)) return "question";
  if (which.has("reference") && block.kind === "reference") return "reference";
  if (which.has("heading") && sentence.isHeading) return "heading";
  if (which.has("quotation") && block.kind !== "testimonial" && match.every((mention) => isQuoted(mention, reading, sentence)))
    return "quotation";
  if (which.has("other-subject") && subjectAt(reading, match[0]!, { subjects: rules.subjects, topic: reading.topic }) === "other")
    return "other-subject";
  if (which.has("own-subject") && namedAt(reading, match[0]!, rules.subjects) === "treatment") return "own-subject";
  return undefined;
}

/** A question that the page answers with yes is a statement. */
const isAffirmed = (answer: Reading | undefined, { yes }: CompiledRules) =>
  answer?.mentions.get(yes)?.some(({ from }) => from === 0) === true;

/** Words set in quotation marks within a sentence of the author; a sentence that is all quotation speaks for itself. */
function isQuoted({ from, to }: Mention, { tokens, start: begin }: Reading, { quotations, end: stop }: Sentence): boolean {
  const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
  const span = quotations[lastAtOrBefore(quotations, start, (quotation) => quotation.start)];
  return span !== undefined && end <= span.end && (span.end - span.start) * 4 < (stop - begin) * 3;
}
