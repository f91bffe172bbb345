import type { Study } from "@calcar/catalog/schema";

/** The coordinates a reader may widen, knowing that the answer is then about something else as well. */
export const WIDENINGS = ["joint", "disease", "phase", "route", "product"] as const;
export type Widening = (typeof WIDENINGS)[number];

export const COORDINATES = [
  ...WIDENINGS,
  "intervention",
  "adjunct",
  "comparator",
  "design",
  "blinding",
  "standing",
  "outcome",
  "time",
  "scale",
  "grade",
  "spread",
  "count",
  "arms",
  "duplicate",
] as const;
export type Coordinate = (typeof COORDINATES)[number];

/** Where a study lies outside what a question admits, in words. */
export interface Miss {
  readonly coordinate: Coordinate;
  readonly says: string;
}

/** A study in a question, with what only the reader's widening let in. */
export interface Member<Row> {
  readonly study: Study;
  readonly row: Row;
  readonly beyond: readonly Miss[];
}

/** A study that came near and is not in the question, with every reason. */
export interface Refused {
  readonly study: Study;
  readonly misses: readonly Miss[];
}

/** Who is in, who came near and was refused, and how many were about something else. */
export interface Membership<Row> {
  readonly members: readonly Member<Row>[];
  readonly refused: readonly Refused[];
  readonly elsewhere: number;
  readonly nearest: readonly Refused[]; // where nobody is in; otherwise empty
}

export const miss = (coordinate: Coordinate, says: string): Miss => ({ coordinate, says });

/** A list of coded words for a sentence: "core decompression or placebo". */
export const either = (words: readonly string[]): string => words.map(spoken).join(" or ");

const SHORT = /\b(?:hhs|hoos|nrs|ohs|prp|vas|womac)\b/g; // printed in capitals

const spoken = (word: string): string => word.replaceAll("-", " ").replace(SHORT, (short) => short.toUpperCase());

const OF_NUMBERS: readonly Coordinate[] = ["standing", "time", "scale", "grade", "spread", "count", "arms", "duplicate"];

/** Whether a study is about something else, rather than its numbers being of no use. */
export const isAboutTheStudy = ({ coordinate }: Miss): boolean => !OF_NUMBERS.includes(coordinate);
