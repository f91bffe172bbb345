import type { ClaimOutcome } from "@calcar/catalog";
import { lastAtOrBefore } from "../page/in-order.ts";
import type { Page, Span } from "../page/page.ts";
import { remembered } from "../remembered.ts";
import type { CompiledRules } from "./compile.ts";
import type { Reading } from "./reading.ts";
import type { TopicWords } from "./topic-words.ts";

/** What a claim promises for which disease, and the question that says what is known of it. */
export interface ClaimTopic {
  readonly outcome: string; // id in knowledge/claim-outcomes
  readonly condition: string; // id in knowledge/claim-conditions
  readonly question?: string; // id in knowledge/questions; absent where nothing is asked about it
}

/** A sentence that breaks a rule, by which words, and the question that the rule names. */
export interface Claimed extends Span {
  readonly words: readonly Span[];
  readonly question: string | undefined;
}

interface ReadPage {
  readonly page: Page;
  readonly readings: readonly Reading[]; // in the order of the page
  readonly rules: CompiledRules;
}

/**
 * What the claims of a page promise, for whom: the outcome by the words that break the rule, else by the sentence, else by the
 * question of the rule; the condition by the sentence, else by its block, by what stands above it, or by the page.
 *
 * @returns for a claim its topics; where no condition can be told, all those in which the outcome is asked about
 */
export function topicsOn({ page, readings, rules: { topics } }: ReadPage): (claim: Claimed) => readonly ClaimTopic[] {
  const conditionsIn = (held: readonly Reading[]) => topics.conditions.filter(({ lists }) => holdsAny(held, lists)).map(({ id }) => id);
  const inBlock = remembered(
    (block: number) => conditionsIn(readingsOfBlock(readings, block)),
    (block) => block,
  );
  const onPage = remembered(
    () => conditionsIn(readings),
    () => "page",
  );
  const conditionsOf = (own: readonly Reading[]): readonly string[] => {
    const named = conditionsIn(own);
    if (named.length > 0 || own.length === 0) return named;
    const around = blocksAround(page, own[0]!.sentence.block).map(inBlock);
    return around.find((each) => each.length > 0) ?? onPage(undefined);
  };
  return (claim) => {
    const own = readingsWithin(readings, claim);
    const outcomes = outcomesOf(claim, own, topics);
    if (outcomes.length === 0) return [];
    const conditions = conditionsOf(own);
    return outcomes.flatMap((outcome) => topicsOf(outcome, { conditions, all: topics.conditions, question: claim.question }));
  };
}

interface Wanted {
  readonly conditions: readonly string[]; // empty where none can be told
  readonly all: TopicWords["conditions"];
  readonly question: string | undefined;
}

function topicsOf({ id, questions }: ClaimOutcome, { conditions, all, question }: Wanted): ClaimTopic[] {
  const wanted = conditions.length > 0 ? conditions : all.flatMap((condition) => (questions[condition.id] ? [condition.id] : []));
  return wanted.map((condition) => {
    const asked = questions[condition] ?? [];
    const shown = question !== undefined && asked.includes(question) ? question : asked[0];
    return { outcome: id, condition, ...(shown !== undefined && { question: shown }) };
  });
}

/** In the order in which the sentence speaks of them. */
function outcomesOf({ words, question }: Claimed, own: readonly Reading[], { outcomes }: TopicWords): readonly ClaimOutcome[] {
  const isAnswered = ({ questions }: ClaimOutcome) => question !== undefined && Object.values(questions).flat().includes(question);
  const spoken = outcomes.flatMap((outcome) => {
    if (!holdsAny(own, outcome.lists) || (outcome.onlyWithItsRules && !isAnswered(outcome))) return [];
    const places = own.flatMap((reading) => placesOf(reading, outcome.lists));
    return [{ outcome, places }];
  });
  const triggering = spoken.flatMap(({ outcome, places }) => {
    const within = places.filter(({ start, end }) => words.some((span) => start < span.end && span.start < end));
    return within.length === 0 ? [] : [{ outcome, places: within }];
  });
  const claimed = (triggering.length > 0 ? triggering : spoken).toSorted((a, b) => a.places[0]!.start - b.places[0]!.start);
  return claimed.length > 0 ? claimed.map(({ outcome }) => outcome) : outcomes.filter(isAnswered);
}

/** Where words of lists stand in a sentence, in its order. */
const placesOf = ({ tokens, mentions }: Reading, lists: readonly number[]): Span[] =>
  lists
    .flatMap((list) => mentions.get(list) ?? [])
    .map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end }))
    .sort((a, b) => a.start - b.start);

const holdsAny = (readings: readonly Reading[], lists: readonly number[]): boolean =>
  readings.some(({ mentions }) => lists.some((list) => mentions.has(list)));

function readingsWithin(readings: readonly Reading[], { start, end }: Span): readonly Reading[] {
  const first = Math.max(
    0,
    lastAtOrBefore(readings, start, (reading) => reading.start),
  );
  let last = first;
  while (last < readings.length && readings[last]!.start < end) last++;
  return readings.slice(first, last);
}

function readingsOfBlock(readings: readonly Reading[], block: number): readonly Reading[] {
  const last = lastAtOrBefore(readings, block, ({ sentence }) => sentence.block);
  let first = last;
  while (first >= 0 && readings[first]!.sentence.block === block) first--;
  return readings.slice(first + 1, last + 1);
}

/** The block itself, what it answers or is introduced by, and the headings above it, the nearest first. */
function blocksAround({ blocks }: Page, block: number): readonly number[] {
  const { question, leadIn, cell } = blocks[block]!;
  const around = [block, ...[question, leadIn, cell?.header].filter((each) => each !== undefined)];
  for (let above = blocks[block]!.section; above !== undefined; above = blocks[above]!.section) around.push(above);
  return around;
}
