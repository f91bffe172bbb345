import type { Problem } from "@calcar/vocabulary";
import type { Author } from "./author.ts";

/** What one record of a bibliographic file says, in its own words. Whatever it does not say is absent. */
export interface BibliographicRecord {
  readonly place: string; // "line 12", "record 3, PMID 12345678"
  readonly title?: string;
  readonly authors: readonly Author[];
  readonly journal?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly year?: string; // as written: "2014/05/12"
  readonly doi?: string; // as written: "https://doi.org/10.1000/x"
  readonly pmid?: string;
  readonly url?: string;
  readonly remarks?: readonly string[]; // what a reader must know of the record: "PubMed marks it as retracted"
  readonly doubts?: readonly Problem[]; // what could not be read for certain, by the name of the field
}

/** A record that cannot become a source, and why. */
export interface RefusedRecord {
  readonly place: string;
  readonly title?: string;
  readonly onFile?: string; // where the knowledge has it already: "sources/chen21"
  readonly problems: readonly Problem[];
}

/** The records of a file in its order; those that are broken say so. */
export interface BibliographicFile {
  readonly records: readonly BibliographicRecord[];
  readonly refused: readonly RefusedRecord[];
}

export const refusedRecord = (place: string, problem: string, expected: string): RefusedRecord => ({
  place,
  problems: [{ place, problem, expected }],
});

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without what is absent. */
export const defined = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Present<T>;
