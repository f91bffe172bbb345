import type { PlainDate } from "@calcar/vocabulary";

/**
 * In words, until when the search behind a number holds.
 *
 * @param today YYYY-MM-DD; absent for what is kept and read later, when nobody can compute it
 */
export function staleAfter(freshUntil: PlainDate | null, today?: PlainDate): string {
  if (freshUntil === null) return "how long that search stays fresh is not known";
  return today !== undefined && today > freshUntil ? `STALE since ${freshUntil}` : `stale after ${freshUntil}`;
}
