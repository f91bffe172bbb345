import { ANSWERS, type Answer } from "@calcar/catalog/schema";
import { type Decision, decide, decideAnew, unmetNeeds } from "../decide.ts";
import type { RuleBook } from "../rules/rules.ts";
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
    .map((fact) => ({ fact, couldChangeTo: couldChangeTo(book, decision, { fact, leadsTo: open.get(fact)!.leadsTo, unremarkable }) }))
    .filter(({ fact, couldChangeTo: answers }) => answers.length > 0 || (decision.answer === "cannot-say" && open.get(fact)!.needed));
}

interface Open {
  readonly needed: boolean; // keeps the positive answer away, not only asked
  readonly leadsTo: ReadonlySet<number>; // ranks of the answers whose criteria it leaves open
}

/** Every absent fact that leaves a criterion of an earlier answer open or a need unmet. */
function openFacts({ on, truths, situation, answer }: Decision): ReadonlyMap<string, Open> {
  const rank = ANSWERS.indexOf(answer);
  const open = new Map<string, { needed: boolean; leadsTo: Set<number> }>();
  const add = (fact: string, needed: boolean, leadsTo?: number) => {
    const entry = open.get(fact) ?? { needed: false, leadsTo: new Set<number>() };
    open.set(fact, { needed: entry.needed || needed, leadsTo: leadsTo === undefined ? entry.leadsTo : entry.leadsTo.add(leadsTo) });
  };
  on.rules.forEach(({ rank: leadsTo, asking }, place) => {
    if (leadsTo >= Math.min(rank, CANNOT_SAY) || asking.truth(situation) !== "unknown") return;
    for (const fact of asking.deciding(situation)) add(fact, truths[place] === "unknown", leadsTo);
  });
  if (rank >= CANNOT_SAY) for (const fact of unmetNeeds(on, situation).flat()) add(fact, true);
  return open;
}

interface Asked {
  readonly fact: string;
  readonly leadsTo: ReadonlySet<number>;
  readonly unremarkable: Decision | undefined;
}

function couldChangeTo(book: RuleBook, decision: Decision, { fact, leadsTo, unremarkable }: Asked): Answer[] {
  const answers = new Set<Answer>([...leadsTo].map((rank) => ANSWERS[rank]!));
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
