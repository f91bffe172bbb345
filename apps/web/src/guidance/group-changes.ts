import type { Recommendation } from "@calcar/contract";
import type { FactValue } from "../registry/saving/edits.ts";

/** Every other value of one fact that leads to one and the same answer. */
export interface ChangeOfFact {
  readonly fact: string;
  readonly from: FactValue;
  readonly to: readonly FactValue[];
}

export interface ChangesTo {
  readonly answer: string;
  readonly facts: readonly ChangeOfFact[];
}

/** What would change the answer, told answer by answer and fact by fact, in the order in which it was found. */
export function groupChanges(changes: Recommendation["wouldChange"]): ChangesTo[] {
  const answers = [...new Set(changes.map(({ answer }) => answer))];
  return answers.map((answer) => {
    const leading = changes.filter((change) => change.answer === answer);
    const facts = [...new Set(leading.map(({ fact }) => fact))].map((fact) => {
      const ofFact = leading.filter((change) => change.fact === fact);
      return { fact, from: ofFact[0]!.from, to: ofFact.map(({ to }) => to) };
    });
    return { answer, facts };
  });
}
