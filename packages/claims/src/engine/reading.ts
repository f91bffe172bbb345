import type { Block, Page, Sentence, Span } from "../page/page.ts";
import { affirmationIn, affirmedQuestion, denialIn, deniedQuestion } from "./answers.ts";
import type { CompiledRules } from "./compile.ts";
import { type Excused, excusedIn } from "./cues.ts";
import { introductionsOf } from "./introduced.ts";
import type { Mention } from "./mentions.ts";
import { type Acted, actorsIn, namedAsTopic, type Subject, type Surroundings } from "./subject.ts";
import { LONGEST, type Token, tokensOf } from "./tokens.ts";

/** A sentence as the rules read it: its words, what they mean, and what excuses which of them. */
export interface Reading extends Acted, Surroundings, Span {
  readonly sentence: Sentence;
  readonly block: Block;
  readonly excused: () => readonly Excused[]; // worked out when first asked for: most sentences never are
  readonly introducedBy: number | undefined; // index of the reading that introduces it
  readonly isDenied?: boolean; // a question to which the answer is no
  readonly answer?: Answer; // of a question that is affirmed, or denied: then the words are those of the denial
}

/** The sentence that affirms or denies a question, and the words by which it does. */
export interface Answer {
  readonly at: number; // index of its reading
  readonly words: Mention;
  readonly affirms: boolean;
}

/** Reads a page: every sentence in its order, very long ones in pieces, a question as its answer has it. */
export function readingsOf(page: Page, rules: CompiledRules): readonly Reading[] {
  const parts = page.sentences.flatMap((sentence) => pieces(tokensOf(page.text, sentence), sentence));
  const introductions = introductionsOf(
    page,
    parts.map(({ sentence }) => sentence),
  );
  let topic: Subject;
  const named = new Map<number, Subject>(); // by headings, and by the first cells of rows
  const readings = parts.map(({ sentence, tokens, end }, at): Reading => {
    const block = page.blocks[sentence.block]!;
    const introducedBy = introductions[at];
    const section = [block.cell?.rowHead, block.section].map((above) => named.get(above ?? -1)).find((subject) => subject !== undefined);
    const reading = { ...wordsOf(tokens, rules), start: tokens[0]!.start, end, sentence, block, topic, section, introducedBy };
    if (sentence.isHeading || (block.cell && block.cell.rowHead === undefined)) named.set(sentence.block, namedAsTopic(reading));
    topic = reading.actors[0]?.subject ?? topic;
    return reading;
  });
  return withAnswers(readings, rules);
}

function wordsOf(tokens: readonly Token[], rules: CompiledRules) {
  const mentions = rules.lexicon.mentions(tokens);
  const actors = actorsIn({ tokens, mentions }, rules.subjects);
  return { tokens, mentions, actors, excused: once(() => excusedIn({ tokens, mentions }, rules.cues, rules.turns)) };
}

/** "Is it safe? Totally." says that it is safe, and "Are there risks? None." that there are no risks. */
function withAnswers(readings: readonly Reading[], rules: CompiledRules): readonly Reading[] {
  const read = [...readings];
  let answer: number | undefined; // of questions asked in one breath it is the same
  for (let at = readings.length - 2; at >= 0; at--) {
    const [reading, next] = [readings[at]!, readings[at + 1]!];
    if (!next.sentence.isQuestion) answer = at + 1;
    else if (next.block !== reading.block) answer = undefined;
    if (reading.sentence.isQuestion && answer !== undefined) read[at] = answered(reading, readings[answer]!, { at: answer, rules });
  }
  return read;
}

function answered(question: Reading, answer: Reading, { at, rules }: { at: number; rules: CompiledRules }): Reading {
  const denied = denialIn(answer, rules.answers);
  const tokens = denied && deniedQuestion(question, rules.answers);
  if (denied && !tokens) return { ...question, isDenied: true };
  if (denied && tokens) return { ...question, ...wordsOf(tokens, rules), answer: { at, words: denied, affirms: false } };
  const words = affirmationIn(answer, rules.answers);
  if (!words || speaksOfOthers(answer, question, rules)) return question;
  const takenUp = question.mentions.get(rules.subjects.pronouns) ?? [];
  const statement = affirmedQuestion(question, [...question.actors, ...takenUp], rules.answers);
  return { ...question, ...(statement && wordsOf(statement, rules)), answer: { at, words, affirms: true } };
}

/** "Can I avoid an operation? Yes, with exercise." */
const speaksOfOthers = ({ actors }: Reading, { mentions }: Reading, { subjects }: CompiledRules): boolean =>
  actors.length > 0 && actors.every(({ subject }) => subject === "other") && !mentions.has(subjects.treatment);

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

interface Piece {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly end: number; // of the sentence for the last piece, so that its stop is marked too
}

function pieces(tokens: readonly Token[], sentence: Sentence): readonly Piece[] {
  if (tokens.length === 0) return [];
  if (tokens.length <= LONGEST) return [{ sentence, tokens, end: sentence.end }];
  const count = Math.ceil(tokens.length / LONGEST);
  return Array.from({ length: count }, (_, i) => {
    const piece = tokens.slice(i * LONGEST, (i + 1) * LONGEST);
    return { sentence, tokens: piece, end: i === count - 1 ? sentence.end : piece.at(-1)!.end };
  });
}
