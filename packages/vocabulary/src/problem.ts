/**
 * One thing wrong with what came from outside: where it is, what is wrong, what was expected.
 *
 * Bad input is reported whole, every problem at once, so that a person mends it in one go.
 */
export interface Problem {
  readonly place: string; // "facts.patient.bmi", "knowledge/studies/gangji-2011/study.yaml:14"
  readonly problem: string; // "300 is out of range"
  readonly expected: string; // "a number from 10 to 90 kg/m2"
}

/** One line a person can act on. */
export const problemLine = ({ place, problem, expected }: Problem): string => `${place}: ${problem}; expected ${expected}`;

/** What came from outside, read; or everything that is wrong with it. Nothing is corrected and nothing is guessed. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
