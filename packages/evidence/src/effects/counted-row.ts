import type { Catalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chosenRows, established, outcomeOf, studyOf } from "../questions/chosen-rows.ts";
import type { EffectQuestion, EventsOutcome } from "../questions/question-kinds.ts";

/** One row of a question with the counts it points at. The counts live in the study, never in the question. */
export interface CountedRow {
  readonly study: Study;
  readonly intervention: EventsOutcome;
  readonly comparator: EventsOutcome;
  readonly outcomes: readonly EventsOutcome[]; // both
  readonly note?: string;
}

/**
 * The rows of a controlled question, less those left out, with their counts.
 *
 * @refuses not-found/study-in-question; incomplete/no-studies; not-permitted/not-established when a count is recalled or
 *   seed-only; not-permitted/excluded-from-pooling when a study may not be pooled; invalid/mixed-direction when the event is
 *   hoped for in one study and feared in another
 */
export function countedRows(catalog: Catalog, question: EffectQuestion, without: readonly string[]): Result<CountedRow[]> {
  const chosen = chosenRows(question.rows, without);
  if (!chosen.ok) return chosen;
  const rows = chosen.value.map((row): CountedRow => {
    const study = studyOf(catalog, row.study);
    const outcomes = [outcomeOf(study, row.intervention, "events"), outcomeOf(study, row.comparator, "events")] as const;
    return { study, intervention: outcomes[0], comparator: outcomes[1], outcomes, ...(row.note ? { note: row.note } : {}) };
  });
  const sound = established(rows);
  if (!sound.ok) return sound;
  const excluded = rows.filter(({ study }) => study.pooling === "excluded").map(({ study }) => study.id);
  if (excluded.length > 0) return refuse("not-permitted", "excluded-from-pooling", excluded);
  const hopedFor = new Set(rows.flatMap(({ outcomes }) => outcomes.map(({ isBenefit }) => isBenefit ?? false)));
  return hopedFor.size > 1 ? refuse("invalid", "mixed-direction") : ok(rows);
}
