import { type Edits, editFact, type FactValue, NO_EDITS, type Stated } from "./edits.ts";

export type Choice = "mine" | "theirs";
export type Choices = Readonly<Record<string, Choice | undefined>>;

/** The day of the evaluation takes part in a conflict like any fact. */
export const DAY = "asOf";

/** One place where the two versions differ. An absent value means not recorded. */
export interface ConflictRow {
  readonly place: string; // a fact id, or DAY
  readonly before: FactValue | undefined; // what I had read
  readonly mine: FactValue | undefined;
  readonly theirs: FactValue | undefined;
  readonly changedBy: "both" | "me" | "them";
}

/**
 * Every place where two versions of an evaluation differ, and who moved it.
 * @param before what both had read
 * @param mine what I would save
 * @param theirs what the record holds now
 */
export function conflictRows(before: Stated, mine: Stated, theirs: Stated): ConflictRow[] {
  const [was, me, them] = [before, mine, theirs].map(({ asOf, facts }): Stated["facts"] => ({ [DAY]: asOf, ...facts })) as [
    Stated["facts"],
    Stated["facts"],
    Stated["facts"],
  ];
  const places = [...new Set([...Object.keys(me), ...Object.keys(them)])];
  return places
    .filter((place) => me[place] !== them[place])
    .map((place) => ({
      place,
      before: was[place],
      mine: me[place],
      theirs: them[place],
      changedBy: mover(was[place], me[place], them[place]),
    }));
}

function mover(before: FactValue | undefined, mine: FactValue | undefined, theirs: FactValue | undefined): ConflictRow["changedBy"] {
  if (before === theirs) return "me";
  return before === mine ? "them" : "both";
}

/** What only one of the two changed is taken over from that one; what both changed waits for a choice. */
export const firstChoices = (rows: readonly ConflictRow[]): Choices =>
  Object.fromEntries(
    rows.flatMap(({ place, changedBy }) => (changedBy === "both" ? [] : [[place, changedBy === "me" ? "mine" : "theirs"]])),
  );

export const isDecided = (rows: readonly ConflictRow[], choices: Choices): boolean =>
  rows.every(({ place }) => choices[place] !== undefined);

/**
 * The edits that carry my choices onto their version.
 * @param choices one for each row
 * @throws when a row is undecided: nobody's value is dropped by default
 */
export function mergeEdits(rows: readonly ConflictRow[], choices: Choices): Edits {
  let edits = NO_EDITS;
  for (const { place, mine } of rows) {
    const choice = choices[place];
    if (choice === undefined) throw new Error(`no choice for ${place}`);
    if (choice === "mine") edits = place === DAY ? { ...edits, asOf: String(mine) } : editFact(edits, place, mine);
  }
  return edits;
}
