import lists from "./abbreviations.json" with { type: "json" };

/**
 * What a stop after an abbreviation can mean.
 *
 * - `never`: the abbreviation leans on the word behind it ("Dr.", "vs.", "e.g."); the stop never ends a sentence.
 * - `number`: it stands before a number ("Fig. 2", "No. 5"); before anything else it is a word ("The answer is no.").
 * - `capital`: it may end a sentence; a capitalised word behind it says that it does ("etc.", "et al.", "p.m.").
 * - `measure`: like `capital`, but only behind a number ("6 mo."); elsewhere it is a word ("come in.").
 * - `name`: part of a name ("U.S.", "Inc.", "St."); only a word that commonly begins sentences says that it ended one.
 */
export type Abbreviation = "never" | "number" | "capital" | "measure" | "name";

const classes = new Map<string, Abbreviation>();
for (const group of ["name", "measure", "capital", "number", "never"] as const) for (const word of lists[group]) classes.set(word, group);

const measures = new Set(lists.measure);
const journals = new Set(lists.journal);
const enumerated = new Set(lists.enumerated);
const continuers = new Set(lists.continuers);
const starters = new Set(lists.starters);

const isAcronym = (token: string): boolean => /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(token);
const isCapitalised = (token: string): boolean => /^\p{Lu}/u.test(token);

/** The abbreviation a word is, if it is one; `behindNumber` tells "6 min." from "the min.". */
export const abbreviationOf = (token: string, behindNumber: boolean): Abbreviation | undefined => {
  if (/^\p{Lu}$/u.test(token)) return journals.has(token.toLowerCase()) ? "name" : undefined;
  const word = token.toLowerCase();
  if (behindNumber && measures.has(word)) return "measure";
  const known = classes.get(word);
  if (known && known !== "measure") return known;
  if (isCapitalised(token) && journals.has(word)) return "name";
  return isAcronym(token) ? "name" : undefined;
};

/** Words that take a single letter as their number: "vitamin C", "grade I". */
export const takesLetter = (token: string): boolean => enumerated.has(token.toLowerCase());

/** Words that commonly begin a sentence and rarely continue a name. */
export const isStarter = (word: string): boolean => starters.has(word);

/** Capitalised words that go on behind an hour: "at 8 a.m. Monday". */
export const isContinuer = (word: string): boolean => continuers.has(word);
