import type { Comparison, Condition } from "../kinds/criterion.ts";
import type { Fact } from "../kinds/fact.ts";
import type { At, Finding } from "../parse/finding.ts";
import { expectedOf } from "./fact-value.ts";

type Fault = Omit<Finding, "file">;
export type Facts = ReadonlyMap<string, Fact>;

/** A condition asks only for facts that exist, with values they can take. */
export function faultsOfCondition(condition: Condition, at: At, facts: Facts): Fault[] {
  if ("all" in condition) return condition.all.flatMap((inner, i) => faultsOfCondition(inner, [...at, "all", i], facts));
  if ("any" in condition) return condition.any.flatMap((inner, i) => faultsOfCondition(inner, [...at, "any", i], facts));
  if ("pathway" in condition) return [];
  if ("recorded" in condition) return unknownFact(condition.recorded, [...at, "recorded"], facts);
  if ("notRecorded" in condition) return unknownFact(condition.notRecorded, [...at, "notRecorded"], facts);
  const excuse = condition.excusedBy ? faultsOfCondition(condition.excusedBy, [...at, "excusedBy"], facts) : [];
  return [...faultsOfComparison(condition, at, facts), ...excuse];
}

export const unknownFact = (id: string, at: At, facts: Facts): Fault[] =>
  facts.has(id) ? [] : [{ at, problem: `fact ${id} is not in knowledge/facts`, expected: "the id of a fact" }];

function faultsOfComparison(comparison: Comparison, at: At, facts: Facts): Fault[] {
  const fact = facts.get(comparison.fact);
  if (!fact) return unknownFact(comparison.fact, [...at, "fact"], facts);
  const compared: [At, unknown][] = (comparison.in ?? []).map((value, i) => [["in", i], value]);
  if (comparison.is !== undefined) compared.push([["is"], comparison.is]);
  const values = compared.flatMap(([place, value]) => wrongValue(fact, value, [...at, ...place]));
  return [...values, ...wrongOperators(fact, comparison, at)];
}

export function wrongValue(fact: Fact, value: unknown, at: At): Fault[] {
  const expected = expectedOf(fact, value);
  return expected === undefined ? [] : [{ at, problem: `fact ${fact.id} is never ${String(value)}`, expected }];
}

const NUMERIC = ["below", "atLeast", "above"] as const;

/** Orders compare numbers and days ago compare dates; anything else would be unknown for ever. */
function wrongOperators(fact: Fact, comparison: Comparison, at: At): Fault[] {
  const numeric = fact.type === "number" || fact.type === "integer";
  const misused: string[] = NUMERIC.filter((operator) => comparison[operator] !== undefined && !numeric);
  if (comparison.moreThanDaysAgo !== undefined && fact.type !== "date") misused.push("moreThanDaysAgo");
  return misused.map((operator) => ({
    at: [...at, operator],
    problem: `fact ${fact.id} is a ${fact.type} and cannot be compared by ${operator}`,
    expected: operator === "moreThanDaysAgo" ? "a fact that is a date" : "a fact that is a number",
  }));
}
