import type { Excuse } from "@calcar/catalog";
import { lastAtOrBefore } from "../page/in-order.ts";
import { tellsAsQuestion } from "./answers.ts";
import { carriedOver } from "./carried-over.ts";
import type { CompiledRules } from "./compile.ts";
import { excuses } from "./cues.ts";
import type { Match } from "./match.ts";
import type { Mention } from "./mentions.ts";
import type { Answer, Reading } from "./reading.ts";
import { namedAt, subjectAt } from "./subject.ts";

interface Context {
  readonly readings: readonly Reading[];
  readonly rules: CompiledRules;
  readonly which: ReadonlySet<Excuse>;
}

/** What excuses a match in its sentence, or undefined when nothing does. */
export function excuseOf(match: Match, at: number, context: Context): Excuse | undefined {
  const { readings, rules, which } = context;
  const reading = readings[at]!;
  return (
    structural(match, reading, { which, rules }) ??
    excuses(reading.excused(), match, which)?.excuse ??
    (reading.answer ? withheld(reading.answer, context) : fromBeside(at, context))
  );
}

/** What excuses the words that affirm a question, "Clinics say they can.", or that deny it: these negate, and are not excused by it. */
function withheld({ at, words, affirms }: Answer, { readings, rules, which }: Context): Excuse | undefined {
  const all = new Set([...which, ...OF_ANSWERS].filter((excuse) => affirms || excuse !== "negation"));
  return excuses(readings[at]!.excused(), [words], all)?.excuse ?? fromBeside(at, { readings, rules, which });
}

/** An answer that is negated, told of others or only a case says nothing, whatever the rule. */
const OF_ANSWERS: readonly Excuse[] = ["negation", "distance", "condition"];

/** An excuse that a neighbour gives: one beside it in the block, the next one by what it begins with, the one that introduces it. */
function fromBeside(at: number, { readings, rules, which }: Context): Excuse | undefined {
  const reading = readings[at]!;
  const [before, after] = [readings[at - 1], readings[at + 1]];
  const near = [setsAside(reading, rules) ? undefined : before, after].filter((neighbour) => neighbour?.block === reading.block);
  const beside = near.flatMap((neighbour) => neighbour!.excused());
  const passage = beside.find(({ reach, excuse }) => reach === "passage" && which.has(excuse));
  const rejected = after?.excused().find(({ reach, from, excuse }) => reach === "previous" && from <= 1 && which.has(excuse));
  return (passage ?? rejected)?.excuse ?? introducedAs(reading, { readings, rules, which });
}

/** "That aside, they do relieve pain": what was said before is not to count. */
const setsAside = ({ mentions }: Reading, { setsAside }: CompiledRules): boolean =>
  (mentions.get(setsAside) ?? []).some(({ from }) => from === 0);

const introducedAs = (reading: Reading, { readings, rules, which }: Context): Excuse | undefined =>
  reading.introducedBy === undefined
    ? undefined
    : carriedOver(reading, readings[reading.introducedBy]!, { which, ownVoice: rules.subjects.ownVoice });

interface Around {
  readonly which: ReadonlySet<Excuse>;
  readonly rules: CompiledRules;
}

/** Excuses that the build of the page gives, not its words. */
function structural(match: Match, reading: Reading, { which, rules }: Around): Excuse | undefined {
  const { sentence, block, answer } = reading;
  if (reading.isDenied) return "question"; // whatever the pattern: some take an unanswered question for an offer
  if (which.has("question") && sentence.isQuestion && !answer && !tellsAsQuestion(reading, rules.answers)) return "question";
  if (which.has("reference") && block.kind === "reference") return "reference";
  if (which.has("heading") && sentence.isHeading && !answer) return "heading";
  if (which.has("quotation") && block.kind !== "testimonial" && match.every((mention) => isQuoted(mention, reading, rules)))
    return "quotation";
  if (which.has("other-subject") && subjectAt(reading, match[0]!, rules.subjects) === "other") return "other-subject";
  if (which.has("own-subject") && namedAt(reading, match[0]!, rules.subjects) === "treatment") return "own-subject";
  if (which.has("off-topic") && !isOnTopic(reading, match[0]!)) return "off-topic";
  return undefined;
}

/** Whether a sentence names the treatment, or no rival of it before the match where none was named last. */
const isOnTopic = ({ actors, topic }: Reading, { from }: Mention): boolean =>
  actors.some(({ subject }) => subject === "treatment") || (topic !== "other" && actors.every((actor) => actor.from >= from));

/** Words in quotation marks within a sentence of the author; one that is all quotation, or quotes the own people, speaks for itself. */
function isQuoted({ from, to }: Mention, reading: Reading, { subjects }: CompiledRules): boolean {
  const { tokens, mentions, start: begin, sentence } = reading;
  const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
  const span = sentence.quotations[lastAtOrBefore(sentence.quotations, start, (quotation) => quotation.start)];
  if (span === undefined || end > span.end || (span.end - span.start) * 4 >= (sentence.end - begin) * 3) return false;
  return !(mentions.get(subjects.ownStaff) ?? []).some((own) => tokens[own.from]!.start >= span.end);
}
