import type { Facts } from "@calcar/contract";

export type FactValue = string | number | boolean;

/** What an evaluation states: its day and its recorded facts. A fact that nobody recorded is absent. */
export interface Stated {
  readonly asOf: string;
  readonly facts: FactsStated;
}
type FactsStated = Readonly<Record<string, FactValue>>;

/** What somebody changed since they read a record: facts set, facts taken back to not recorded, the day moved. */
export interface Edits {
  readonly asOf?: string;
  readonly set: Facts;
  readonly clear: readonly string[];
}

export const NO_EDITS: Edits = { set: {}, clear: [] };

export const isEmpty = ({ asOf, set, clear }: Edits): boolean => asOf === undefined && Object.keys(set).length === 0 && clear.length === 0;

/** One more fact changed; an absent value takes the fact back to not recorded. The last word on a fact wins. */
export function editFact(edits: Edits, fact: string, value: FactValue | undefined): Edits {
  const { [fact]: _replaced, ...set } = edits.set;
  const clear = edits.clear.filter((one) => one !== fact);
  return value === undefined ? { ...edits, set, clear: [...clear, fact] } : { ...edits, set: { ...set, [fact]: value }, clear };
}

/** Two batches as one, the newer over the older. */
export function joinEdits(older: Edits, newer: Edits): Edits {
  const set = Object.entries(newer.set).reduce((edits, [fact, value]) => editFact(edits, fact, value), older);
  const joined = newer.clear.reduce((edits, fact) => editFact(edits, fact, undefined), set);
  return newer.asOf === undefined ? joined : { ...joined, asOf: newer.asOf };
}

/** A record as it will stand once the edits are on it. */
export function applyEdits({ asOf, facts }: Stated, edits: Edits): Stated {
  const kept = Object.entries({ ...facts, ...edits.set }).filter(([fact]) => !edits.clear.includes(fact));
  return { asOf: edits.asOf ?? asOf, facts: Object.fromEntries(kept) };
}
