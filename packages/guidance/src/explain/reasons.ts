import { ANSWERS, type AnswerText, type Ground } from "@calcar/catalog/schema";
import type { Decision } from "../decide.ts";
import type { Rule } from "../rules/rules.ts";
import type { Reason } from "../schema.ts";

/** What speaks for the answer, what to be warned of, and why the other answers do not apply. */
export interface Reasons {
  readonly reasons: Reason[];
  readonly warnings: Reason[];
  readonly notMet: Reason[];
}

/**
 * Every criterion on the pathway that is true or false, with the facts that decided it.
 *
 * @param text the answer's own text; its reason stands where no criterion leads to the answer
 * @param missing the facts that are missing, the ground of a `cannot-say` without a criterion
 */
export function reasonsFor(decision: Decision, text: AnswerText | undefined, missing: readonly string[]): Reasons {
  const stated = decision.on.rules.map((rule, place) => ({ rule, met: decision.truths[place]! }));
  const state = (met: boolean, warning: boolean) =>
    stated.filter(({ rule, met: truth }) => truth === met && isWarning(rule) === warning).map(({ rule }) => reason(rule, met, decision));
  const reasons = state(true, false);
  const ownReason = reasons.some(({ leadsTo }) => leadsTo === decision.answer) ? undefined : text?.reason;
  if (ownReason) reasons.unshift(fromText(ownReason, decision, missing));
  return { reasons, warnings: state(true, true), notMet: state(false, false).filter(({ says }) => says !== "") };
}

const isWarning = ({ rank }: Rule): boolean => rank === ANSWERS.length;

function reason(rule: Rule, met: boolean, { situation }: Decision): Reason {
  const { id, leadsTo, says, because = [], grounds, projectDefault } = rule.criterion;
  const deciding = [...new Set([...rule.lenient.deciding(situation), ...because.filter((fact) => situation.facts[fact] !== undefined)])];
  return {
    criterion: id,
    met,
    leadsTo,
    because: deciding,
    says: (met ? says.met : says.notMet)?.en ?? "",
    ...resting(grounds),
    ...(projectDefault ? { projectDefault } : {}),
  };
}

function fromText(own: NonNullable<AnswerText["reason"]>, { answer, situation }: Decision, missing: readonly string[]): Reason {
  return {
    criterion: own.criterion,
    met: true,
    leadsTo: answer,
    because:
      answer === "cannot-say"
        ? [...missing]
        : Object.keys(situation.facts).filter((fact) => fact === "diagnosis.primary" || fact.startsWith("stage.")),
    says: own.says.en,
    ...resting(own.grounds),
    ...(own.projectDefault ? { projectDefault: own.projectDefault } : {}),
  };
}

const resting = (grounds: readonly Ground[]): Pick<Reason, "sources" | "grounds"> => ({
  sources: grounds.map(({ source }) => source),
  grounds: grounds.map(({ source, at, verified }) => ({ source, verified, ...(at ? { at } : {}) })),
});
