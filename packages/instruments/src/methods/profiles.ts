import type { Method } from "@calcar/catalog";
import { REFUSED } from "../score/score-row.ts";
import type { Compute, Ready } from "./method.ts";

type Of<K extends Method["kind"]> = Ready<Extract<Method, { kind: K }>>;

/** The answers as digits in the order of the items, "21345": the name of a state, not a quantity. */
export function profile({ place, columns }: Of<"profile">): Compute {
  return (answers, { values }) => {
    let digits = 0;
    for (const column of columns) digits = digits * 10 + answers[column]!;
    values[place] = digits;
  };
}

/** The index of a profile in the country value set that a licensee supplied. No value set is assumed. */
export function valueSetIndex({ place, columns, valueSet, instrument }: Of<"value-set">): Compute {
  return (answers, { values, refused }) => {
    if (valueSet?.instrument !== instrument) {
      refused[place] = valueSet === undefined ? REFUSED.valueSetNotNamed : REFUSED.valueSetOfAnother;
      return;
    }
    const digits = Array.from(columns, (column) => answers[column]).join("");
    const index = valueSet.index(digits);
    if (index === undefined) refused[place] = REFUSED.notInValueSet;
    else values[place] = index;
  };
}
