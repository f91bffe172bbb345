import { ANSWERS, type Answer } from "@calcar/catalog/schema";
import type { PlainDate, Truth } from "@calcar/vocabulary";
import { pathwayOf } from "./rules/pathway.ts";
import type { Need, PathwayRules, RuleBook } from "./rules/rules.ts";
import type { Situation } from "./rules/situation.ts";
import type { Facts } from "./schema.ts";

const CANNOT_SAY = ANSWERS.indexOf("cannot-say");

/** The bare decision: which pathway, what each rule on it came to, and the answer. */
export interface Decision {
  readonly situation: Situation;
  readonly on: PathwayRules;
  readonly truths: readonly Truth[]; // one for each of `on.rules`
  readonly answer: Answer;
}

/**
 * Decides by precedence: the first answer for which a criterion is true.
 *
 * When none is true but a criterion of an earlier answer is unknown, or a needed fact is absent, the answer is `cannot-say`;
 * otherwise it is the pathway's positive answer.
 */
export function decide(book: RuleBook, facts: Facts, asOf: PlainDate): Decision {
  const situation = { facts, asOf, pathway: pathwayOf(book.stages, facts) };
  const on = book.byPathway[situation.pathway];
  const truths = on.rules.map(({ lenient }) => lenient.truth(situation));
  return { situation, on, truths, answer: answerOf(on, truths, situation) };
}

/**
 * The decision had one fact another value (or, with `undefined`, none). The same as `decide` on the changed facts:
 * only the rules that look at the fact are held again, unless it can turn the pathway.
 */
export function decideAnew(book: RuleBook, decision: Decision, fact: string, value: Facts[string] | undefined): Decision {
  const facts: Facts = Object.create(decision.situation.facts, { [fact]: { value } }); // a layer, not a copy: thousands are made for one answer
  if (book.turning.has(fact)) return decide(book, facts, decision.situation.asOf);
  const { on } = decision;
  const situation = { ...decision.situation, facts };
  const truths = [...decision.truths];
  for (const place of on.touching.get(fact) ?? []) truths[place] = on.rules[place]!.lenient.truth(situation);
  return { situation, on, truths, answer: answerOf(on, truths, situation) };
}

/**
 * The answers had one fact each of these values in turn. The same as `decideAnew` for each, without keeping their working:
 * an explained answer asks for some hundred of them.
 */
export function answersIf(book: RuleBook, decision: Decision, fact: string, values: readonly Facts[string][]): Answer[] {
  const facts: Record<string, Facts[string]> = { ...decision.situation.facts };
  const situation = { ...decision.situation, facts };
  const truths = [...decision.truths];
  const touched = decision.on.touching.get(fact) ?? [];
  return values.map((value) => {
    facts[fact] = value;
    if (book.turning.has(fact)) return decide(book, facts, situation.asOf).answer;
    for (const place of touched) truths[place] = decision.on.rules[place]!.lenient.truth(situation);
    return answerOf(decision.on, truths, situation);
  });
}

/** The needs of the pathway that no recorded fact meets, as the facts that would meet each. */
export const unmetNeeds = ({ needs }: PathwayRules, situation: Situation): (readonly string[])[] =>
  needs.filter((need) => isUnmet(need, situation)).map(({ anyOf }) => anyOf);

const isUnmet = ({ anyOf, unless }: Need, situation: Situation): boolean =>
  anyOf.every((fact) => situation.facts[fact] === undefined) && unless?.truth(situation) !== true;

/** `on.rules` stand in order of precedence, so the first true one decides. */
function answerOf(on: PathwayRules, truths: readonly Truth[], situation: Situation): Answer {
  let open = false;
  for (const [place, { rank }] of on.rules.entries()) {
    if (rank > CANNOT_SAY) break;
    if (truths[place] === true) return ANSWERS[rank]!;
    if (truths[place] === "unknown") open = true;
  }
  const positive = on.rule?.positive;
  return positive === undefined || open || on.needs.some((need) => isUnmet(need, situation)) ? "cannot-say" : positive;
}
