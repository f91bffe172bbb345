import { ANSWERS, type Answer } from "@calcar/catalog/schema";
import { type Decision, decide, decideAnew, unmetNeeds } from "../decide.ts";
import type { Rule, RuleBook } from "../rules/rules.ts";
import type { Facts, MissingFact } from "../schema.ts";
import { candidatesOf } from "./candidates.ts";

const CANNOT_SAY = ANSWERS.indexOf("cannot-say");

/**
 * The facts nobody recorded that the answer hangs on, in the order of the examination.
 *
 * When the answer is `cannot-say` they are all listed; after any other answer only those that could still change it.
 * `couldChangeTo` holds the other answers that some value of the fact leads to: alone, together with the other open facts of
 * the same criterion, or once every other open fact is recorded without a finding.
 */
export function missingFacts(book: RuleBook, decision: Decision): MissingFact[] {
  const open = openFacts(decision);
  const listed = [...book.facts.keys()].filter((fact) => open.has(fact));
  const unremarkable = decision.answer === "cannot-say" ? fillIn(book, decision, new Set()) : undefined;
  return listed
    .map((fact) => ({ fact, couldChangeTo: couldChangeTo(book, decision, { fact, rules: open.get(fact)!.rules, unremarkable }) }))
    .filter(({ fact, couldChangeTo: answers }) => answers.length > 0 || (decision.answer === "cannot-say" && open.get(fact)!.needed));
}

interface Open {
  readonly needed: boolean; // keeps the positive answer away, not only asked
  readonly rules: readonly Rule[]; // the criteria that it leaves open
}

/** Every absent fact that leaves a criterion of an earlier answer open or a need unmet. */
function openFacts({ on, truths, situation, answer }: Decision): ReadonlyMap<string, Open> {
  const rank = ANSWERS.indexOf(answer);
  const open = new Map<string, { needed: boolean; rules: Rule[] }>();
  const add = (fact: string, needed: boolean, rules: readonly Rule[]) => {
    const entry = open.get(fact) ?? { needed: false, rules: [] };
    open.set(fact, { needed: entry.needed || needed, rules: [...entry.rules, ...rules] });
  };
  on.rules.forEach((rule, place) => {
    if (rule.rank >= Math.min(rank, CANNOT_SAY) || rule.asking.truth(situation) !== "unknown") return;
    for (const fact of rule.asking.deciding(situation)) add(fact, truths[place] === "unknown", [rule]);
  });
  if (rank >= CANNOT_SAY) for (const fact of unmetNeeds(on, situation).flat()) add(fact, true, []);
  return open;
}

interface Asked {
  readonly fact: string;
  readonly rules: readonly Rule[];
  readonly unremarkable: Decision | undefined;
}

function couldChangeTo(book: RuleBook, decision: Decision, { fact, rules, unremarkable }: Asked): Answer[] {
  const answers = new Set<Answer>(rules.flatMap((rule) => jointly(book, decision, rule, fact)));
  for (const value of candidatesOf(book)(fact, decision.situation.asOf)) {
    const alone = decideAnew(book, decision, fact, value);
    answers.add(alone.answer);
    if (!unremarkable) continue;
    const rest = book.turning.has(fact) ? fillIn(book, alone, new Set([fact])) : decideAnew(book, unremarkable, fact, value);
    answers.add(rest.answer);
  }
  answers.delete(decision.answer);
  return ANSWERS.filter((answer) => answers.has(answer));
}

/** The answers once the fact and the other open facts of a criterion together meet it, where the fact is part of why. */
function jointly(book: RuleBook, decision: Decision, rule: Rule, fact: string): Answer[] {
  const candidates = (id: string) => candidatesOf(book)(id, decision.situation.asOf);
  return candidates(fact).flatMap((value) => {
    let filled = decideAnew(book, decision, fact, value);
    while (filled.on === decision.on && rule.asking.truth(filled.situation) === "unknown") {
      const [next] = rule.asking.deciding(filled.situation);
      const options = candidates(next!).map((option) => decideAnew(book, filled, next!, option));
      const met = options.find(({ situation }) => rule.asking.truth(situation) !== false);
      if (!met) return [];
      filled = met;
    }
    const isWhy = rule.lenient.truth(filled.situation) === true && rule.lenient.deciding(filled.situation).includes(fact);
    return isWhy ? [filled.answer] : [];
  });
}

/** The decision once every open fact is recorded with the value that raises least. */
function fillIn(book: RuleBook, start: Decision, fixed: Set<string>): Decision {
  const candidates = candidatesOf(book);
  let decision = start;
  for (let round = 0; round < book.facts.size; round++) {
    const fact = [...openFacts(decision)].find(([id, { needed }]) => needed && !fixed.has(id))?.[0];
    if (fact === undefined) return decision;
    fixed.add(fact);
    const values = candidates(fact, decision.situation.asOf);
    const options = (values.length > 0 ? values : anyValue(book, fact)).map((value) => decideAnew(book, decision, fact, value));
    decision = options.reduce((best, option) => (unrest(option) < unrest(best) ? option : best));
  }
  return decide(book, decision.situation.facts, decision.situation.asOf);
}

/** A needed fact that no criterion compares needs only to be there. */
function anyValue(book: RuleBook, id: string): Facts[string][] {
  const fact = book.facts.get(id)!;
  return "range" in fact ? [fact.range[0]] : [];
}

/** How much stands against the positive answer: criteria met, then criteria open. */
function unrest({ on, truths }: Decision): number {
  const count = (wanted: unknown) => on.rules.filter(({ rank }, place) => rank <= CANNOT_SAY && truths[place] === wanted).length;
  return 100 * count(true) + count("unknown");
}
