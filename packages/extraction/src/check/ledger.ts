import type { Problem } from "@calcar/vocabulary";
import type { Step } from "../convert/step.ts";
import type { Known } from "../known.ts";

/**
 * What a check has come to so far. It lives for one check only and is handed down, so that everything wrong is named at once and
 * not the first thing alone.
 */
export interface Ledger {
  readonly known: Known | undefined; // absent for a single conversion, which needs no source
  readonly newSource: string | undefined; // the paper's own, when it is not on file yet
  readonly problems: Problem[];
  readonly notices: Problem[]; // what a reader should know and nothing forbids
  readonly steps: Step[];
}

export const openLedger = (known: Known | undefined, newSource?: string): Ledger => ({
  known,
  newSource,
  problems: [],
  notices: [],
  steps: [],
});

/** Writes down what is wrong; the answer is that there is no value. */
export function wrong(ledger: Ledger, place: string, problem: string, expected: string): undefined {
  ledger.problems.push({ place, problem, expected });
  return undefined;
}

/** A required text, or the problem that there is none. */
export function text(ledger: Ledger, place: string, value: string | undefined, expected: string): string | undefined {
  return maybe(value) ?? wrong(ledger, place, "missing", expected);
}

/** A required choice or list. */
export function stated<T>(ledger: Ledger, place: string, value: T | undefined, expected: string): T | undefined {
  return value === undefined ? wrong(ledger, place, "missing", expected) : value;
}

/** A text that may be absent, on one line; blank is absent. */
export const maybe = (value: string | undefined): string | undefined => (value === undefined ? undefined : tidy(value) || undefined);

/** A text on one line, without spaces around it: files are compared byte by byte. */
export const tidy = (value: string): string => value.replace(/\s+/g, " ").trim();

/** An object without the keys whose value is absent: the catalog's files do not hold empty keys. */
export function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
