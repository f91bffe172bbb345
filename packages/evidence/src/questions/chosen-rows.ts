import type { Catalog } from "@calcar/catalog";
import type { Outcome, Study } from "@calcar/catalog/schema";
import { isEstablished, ok, type Result, refuse } from "@calcar/vocabulary";

/**
 * The rows of a question without the studies the reader leaves out.
 *
 * @param without study ids, in any case
 * @refuses not-found/study-in-question when one is not a study of the question; `missing` lists those that are.
 *   incomplete/no-studies when nothing is left
 */
export function chosenRows<Row extends { readonly study: string }>(rows: readonly Row[], without: readonly string[]): Result<Row[]> {
  const known = new Set(rows.map(({ study }) => study));
  const left = new Set(without.map((id) => id.toLowerCase()));
  if (![...left].every((id) => known.has(id))) return refuse("not-found", "study-in-question", [...known]);
  const chosen = rows.filter(({ study }) => !left.has(study));
  return chosen.length > 0 ? ok(chosen) : refuse("incomplete", "no-studies");
}

/** The studies left out, as the question spells them. */
export const leftOut = (rows: readonly { readonly study: string }[], without: readonly string[]): string[] =>
  [...new Set(rows.map(({ study }) => study))].filter((id) => without.some((left) => left.toLowerCase() === id));

/** The study a row names. The catalog has checked that it exists. */
export function studyOf(catalog: Catalog, id: string): Study {
  const study = catalog.studies.get(id);
  if (!study) throw new Error(`the catalog has no study ${id}`);
  return study;
}

/** The outcome a row names, of the type its question needs. The catalog has checked that it exists. */
export function outcomeOf<Type extends Outcome["type"]>(study: Study, id: string, type: Type): Extract<Outcome, { type: Type }> {
  const outcome = study.outcomes.find((candidate) => candidate.id === id);
  if (outcome?.type !== type) throw new Error(`study ${study.id} has no outcome ${id} of type ${type}`);
  return outcome as Extract<Outcome, { type: Type }>;
}

/**
 * Numbers that nobody has read in a source are not shown as findings.
 *
 * @refuses not-permitted/not-established when a row rests on a recalled or seed-only number; `missing` names the studies
 */
export function established<Row extends { readonly study: Study; readonly outcomes: readonly Outcome[] }>(
  rows: readonly Row[],
): Result<true> {
  const loose = rows.filter(({ outcomes }) => !outcomes.every(({ ground }) => isEstablished(ground.verified)));
  return loose.length > 0
    ? refuse(
        "not-permitted",
        "not-established",
        loose.map(({ study }) => study.id),
      )
    : ok(true);
}
