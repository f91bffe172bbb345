import type { PlainDate } from "./words.ts";

const DAY_MS = 86_400_000;

/** Whether the text is a day that exists in the calendar, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one calendar day to a later one; negative when the second is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The calendar day so many days later (earlier when negative). */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The calendar day of an instant in UTC, the same wherever the program runs. */
export const dayOf = (instant: Date): PlainDate => instant.toISOString().slice(0, 10);

const FARTHEST_AHEAD_MS = 14 * 3_600_000; // UTC+14, the first zone in which a day begins

/** The latest calendar day that it already is somewhere on Earth: no honest record is dated after it. */
export const latestToday = (now: Date): PlainDate => new Date(now.getTime() + FARTHEST_AHEAD_MS).toISOString().slice(0, 10);
