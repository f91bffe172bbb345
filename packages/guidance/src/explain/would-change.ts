import { daysBetween } from "@calcar/vocabulary";
import { answersIf, type Decision } from "../decide.ts";
import type { RuleBook } from "../rules/rules.ts";
import type { Change } from "../schema.ts";
import { candidatesOf } from "./candidates.ts";

type Value = Change["to"];

/**
 * Every single recorded fact that, had it another value, would give another answer.
 *
 * Of a number or a date only the nearest value to each other answer is listed; of a code every value.
 */
export function wouldChange(book: RuleBook, decision: Decision): Change[] {
  const { facts, asOf } = decision.situation;
  const candidates = candidatesOf(book);
  return [...book.facts.values()].flatMap(({ id, type }) => {
    const from = facts[id];
    if (from === undefined || !matters(book, decision, id)) return [];
    const values = candidates(id, asOf).filter((to) => to !== from);
    const answers = answersIf(book, decision, id, values);
    const changes = values.flatMap((to, place) =>
      answers[place] === decision.answer ? [] : [{ fact: id, from, to, answer: answers[place]! }],
    );
    return type === "code" || type === "boolean" ? changes : nearestOfEach(changes);
  });
}

/** A fact that no rule on the pathway looks at, that meets no need and cannot turn the pathway changes nothing. */
const matters = (book: RuleBook, { on }: Decision, fact: string): boolean => book.turning.has(fact) || on.touching.has(fact);

function nearestOfEach(changes: readonly Change[]): Change[] {
  const nearest = new Map<string, Change>();
  for (const change of changes) {
    const before = nearest.get(change.answer);
    if (!before || distance(change) < distance(before)) nearest.set(change.answer, change);
  }
  return [...nearest.values()];
}

const distance = ({ from, to }: { from: Value; to: Value }): number =>
  typeof from === "string" ? Math.abs(daysBetween(from, String(to))) : Math.abs(Number(from) - Number(to));
