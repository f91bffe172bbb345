import type { Catalog } from "@calcar/catalog";
import type { ReviewInterval } from "@calcar/catalog/schema";
import { addDays, ok, type PlainDate, type Result, refuse } from "@calcar/vocabulary";

export const STATES = ["stale", "due-soon", "fresh", "dated-ahead"] as const; // dated-ahead: last looked at after today, a mistake
export type State = (typeof STATES)[number];

/** When something was last looked at, when it is due, and how it stands today. */
export interface Due {
  readonly last: PlainDate;
  readonly due: PlainDate; // the last day on which it is fresh
  readonly state: State;
}

/** How something last looked at on a day stands today. */
export function dueOf(last: PlainDate, { days, soonDays }: Pick<ReviewInterval, "days" | "soonDays">, today: PlainDate): Due {
  const due = addDays(last, days);
  if (last > today) return { last, due, state: "dated-ahead" };
  if (today > due) return { last, due, state: "stale" };
  return { last, due, state: today >= addDays(due, -soonDays) ? "due-soon" : "fresh" };
}

/** The last day on which a search made on a day is fresh; null where the knowledge does not say how long that lasts. */
export function searchFreshUntil(catalog: Catalog, lastSearched: PlainDate): PlainDate | null {
  const interval = intervalOf(catalog, "question-search");
  return interval.ok ? addDays(lastSearched, interval.value.days) : null;
}

/**
 * How long something of one kind stays fresh.
 *
 * @refuses incomplete/no-review-interval when the knowledge holds none for it: nothing is called fresh by a default
 */
export function intervalOf(catalog: Catalog, of: ReviewInterval["of"]): Result<ReviewInterval> {
  const interval = catalog.reviewIntervals.values().find((each) => each.of === of);
  return interval ? ok(interval) : refuse("incomplete", "no-review-interval", [of]);
}
