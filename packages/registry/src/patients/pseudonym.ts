import type { Problem } from "@calcar/vocabulary";
import { Pseudonym } from "../schema.ts";

const EXPECTED = "3 to 24 letters, digits or hyphens with at least one digit; never a name, a date of birth or a national number";
const YEAR = "(?:19|20)\\d{2}";
const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:0[1-9]|[12]\\d|3[01])";
const A_DATE = new RegExp(
  `(?<!\\d)(?:${YEAR}-?${MONTH}-?${DAY}|${DAY}-?${MONTH}-?${YEAR}|${MONTH}-?${DAY}-?${YEAR}|\\d{1,2}-\\d{1,2}-(?:\\d{2}|${YEAR}))(?!\\d)`,
);
const LONG_NUMBER = /^\d(?:-?\d){8,}$/;

/**
 * Looks for what would give a person away: a name has no digit, a birth date reads as a date, a national
 * number is nine digits or more and nothing else.
 *
 * @param text as typed, white space around it already taken off
 * @returns no problem, or the one to mend
 */
export function pseudonymProblems(text: string): readonly Problem[] {
  const problem = reasonAgainst(text);
  return problem === undefined ? [] : [{ place: "pseudonym", problem, expected: EXPECTED }];
}

function reasonAgainst(text: string): string | undefined {
  if (!Pseudonym.safeParse(text).success) return "it has other signs, or is too short or too long";
  if (!/\d/.test(text)) return "it may be a name";
  if (A_DATE.test(text)) return "it may hold a date of birth";
  return LONG_NUMBER.test(text) ? "it may be a national number" : undefined;
}
