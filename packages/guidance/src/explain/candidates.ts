import type { Comparison, Fact } from "@calcar/catalog/schema";
import { addDays, type PlainDate } from "@calcar/vocabulary";
import { comparisonsIn } from "../rules/condition.ts";
import type { RuleBook } from "../rules/rules.ts";

type Value = string | number | boolean;

/** The values of a fact among which an answer can turn: every code, and the two sides of every cut. */
export type Candidates = (fact: string, asOf: PlainDate) => readonly Value[];

const known = new WeakMap<RuleBook, Candidates>();

/** The candidates of every fact of a rule book, worked out once. Dates depend on the day of the evaluation. */
export function candidatesOf(book: RuleBook): Candidates {
  const found = known.get(book);
  if (found) return found;
  const comparisons = Object.values(book.byPathway).flatMap(({ rules }) => rules.flatMap(({ criterion }) => comparisonsIn(criterion.when)));
  const fixed = new Map<string, readonly Value[]>();
  const ages = new Map<string, readonly number[]>();
  for (const [id, fact] of book.facts) {
    const own = comparisons.filter((comparison) => comparison.fact === id);
    fixed.set(id, fixedCandidates(fact, own));
    ages.set(id, [...new Set(own.flatMap(({ moreThanDaysAgo: days }) => (days === undefined ? [] : [days, days + 1])))]);
  }
  const candidates: Candidates = (fact, asOf) => {
    const days = ages.get(fact)!;
    return days.length === 0 ? fixed.get(fact)! : days.map((age) => addDays(asOf, -age)); // only a date has ages, and nothing else
  };
  known.set(book, candidates);
  return candidates;
}

function fixedCandidates(fact: Fact, comparisons: readonly Comparison[]): readonly Value[] {
  switch (fact.type) {
    case "boolean":
      return [false, true];
    case "code":
      return fact.values.map(({ code }) => code);
    case "integer":
    case "number":
      return bothSides(fact, comparisons);
    case "date":
      return [];
  }
}

function bothSides(fact: Extract<Fact, { type: "integer" | "number" }>, comparisons: readonly Comparison[]): number[] {
  const step = fact.type === "integer" ? 1 : fact.step;
  const sides = comparisons.flatMap(({ is, in: options = [], below, atLeast, above }) => [
    ...[is, ...options].filter((value) => typeof value === "number").flatMap((value) => [value - step, value, value + step]),
    ...[below, atLeast].flatMap((cut) => (cut === undefined ? [] : [cut - step, cut])),
    ...(above === undefined ? [] : [above, above + step]),
  ]);
  const [low, high] = fact.range;
  const rounded = sides.map((value) => Number(value.toFixed(6))).filter((value) => value >= low && value <= high);
  return [...new Set(rounded)].toSorted((a, b) => a - b);
}
