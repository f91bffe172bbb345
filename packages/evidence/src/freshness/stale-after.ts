import type { PlainDate } from "@calcar/vocabulary";

/** In words for whatever is kept and read later, when nobody can compute it: until when the search behind a number holds. */
export const staleAfter = (freshUntil: PlainDate | null): string =>
  freshUntil === null ? "how long that search stays fresh is not known" : `stale after ${freshUntil}`;
