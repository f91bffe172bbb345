import { ANSWERS, type Answer } from "@calcar/catalog/schema";
import type { PlainDate, Truth } from "@calcar/vocabulary";
import { pathwayOf } from "./rules/pathway.ts";
import type { PathwayRules, RuleBook } from "./rules/rules.ts";
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

/** The needs of the pathway that no recorded fact meets, as the facts that would meet each. */
export function unmetNeeds({ needs }: PathwayRules, situation: Situation): (readonly string[])[] {
  return needs
    .filter(({ anyOf, unless }) => anyOf.every((fact) => situation.facts[fact] === undefined) && unless?.truth(situation) !== true)
    .map(({ anyOf }) => anyOf);
}

/** `on.rules` stand in order of precedence, so the first true one decides. */
function answerOf(on: PathwayRules, truths: readonly Truth[], situation: Situation): Answer {
  let open = false;
  for (const [place, { rank }] of on.rules.entries()) {
    if (rank > CANNOT_SAY) break;
    if (truths[place] === true) return ANSWERS[rank]!;
    if (truths[place] === "unknown") open = true;
  }
  const positive = on.rule?.positive;
  return positive === undefined || open || unmetNeeds(on, situation).length > 0 ? "cannot-say" : positive;
}
