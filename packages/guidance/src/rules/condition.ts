import type { Comparison, Condition } from "@calcar/catalog/schema";
import { daysBetween, join, type Truth } from "@calcar/vocabulary";
import type { Situation } from "./situation.ts";

/** A condition made ready to be held against many situations. */
export interface Compiled {
  readonly truth: (situation: Situation) => Truth;
  /** The facts that decide the truth as it stands: those that make it true, or false, or leave it unknown. */
  readonly deciding: (situation: Situation) => string[];
}

/**
 * Compiles a condition in Kleene logic.
 *
 * @param asked how an absent fact marked `counts-as-no-but-asked` counts: false in a decision, unknown when we list what to ask
 */
export function compileCondition(condition: Condition, asked: false | "unknown"): Compiled {
  if ("all" in condition) return joined(condition.all, asked, false);
  if ("any" in condition) return joined(condition.any, asked, true);
  if ("pathway" in condition) return { truth: ({ pathway }) => condition.pathway.includes(pathway), deciding: () => [] };
  if ("recorded" in condition) return presence(condition.recorded, true);
  if ("notRecorded" in condition) return presence(condition.notRecorded, false);
  return comparison(condition, asked);
}

function joined(conditions: readonly Condition[], asked: false | "unknown", decisive: boolean): Compiled {
  const parts = conditions.map((part) => compileCondition(part, asked));
  const truth = (situation: Situation) => join(parts, (part) => part.truth(situation), decisive);
  const deciding = (situation: Situation) => {
    const whole = truth(situation);
    return [...new Set(parts.filter((part) => part.truth(situation) === whole).flatMap((part) => part.deciding(situation)))];
  };
  return { truth, deciding };
}

const presence = (fact: string, wanted: boolean): Compiled => ({
  truth: ({ facts }) => (facts[fact] !== undefined) === wanted,
  deciding: () => [fact],
});

function comparison(compared: Comparison, asked: false | "unknown"): Compiled {
  const { fact } = compared;
  const excuse = compared.excusedBy && compileCondition(compared.excusedBy, asked);
  const isExcused = (situation: Situation) => excuse?.truth(situation) === true;
  const absent: Truth = compared.absent === "counts-as-no" ? false : compared.absent === "counts-as-no-but-asked" ? asked : "unknown";
  return {
    truth: (situation) => {
      const value = situation.facts[fact];
      if (value !== undefined) return holds(compared, value, situation.asOf);
      return isExcused(situation) ? false : absent;
    },
    deciding: (situation) => (excuse && situation.facts[fact] === undefined && isExcused(situation) ? excuse.deciding(situation) : [fact]),
  };
}

/** Every stated operator must hold. */
function holds(compared: Comparison, value: string | number | boolean, asOf: string): boolean {
  const { is, in: options, below, atLeast, above, moreThanDaysAgo } = compared;
  return (
    (is === undefined || value === is) &&
    (options === undefined || options.includes(value)) &&
    (below === undefined || Number(value) < below) &&
    (atLeast === undefined || Number(value) >= atLeast) &&
    (above === undefined || Number(value) > above) &&
    (moreThanDaysAgo === undefined || daysBetween(String(value), asOf) > moreThanDaysAgo)
  );
}

/** Every comparison in a condition, however deep, those of excuses included. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ("all" in condition) return condition.all.flatMap(comparisonsIn);
  if ("any" in condition) return condition.any.flatMap(comparisonsIn);
  if ("fact" in condition) return [condition, ...(condition.excusedBy ? comparisonsIn(condition.excusedBy) : [])];
  return [];
}

/** Every fact that a condition looks at, however deep. */
export function factsIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(factsIn);
  if ("any" in condition) return condition.any.flatMap(factsIn);
  if ("recorded" in condition) return [condition.recorded];
  if ("notRecorded" in condition) return [condition.notRecorded];
  if ("fact" in condition) return [condition.fact, ...(condition.excusedBy ? factsIn(condition.excusedBy) : [])];
  return [];
}
