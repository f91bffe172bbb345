import type { Catalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Member } from "../members/miss.ts";

/**
 * The members of a question without the studies the reader leaves out.
 *
 * @param without study ids, in any case
 * @refuses not-found/study-in-question when one is not a study of the question; `missing` lists those that are.
 *   incomplete/no-studies when nothing is left
 */
export function chosenMembers<Row>(members: readonly Member<Row>[], without: readonly string[]): Result<readonly Member<Row>[]> {
  const known = members.map(({ study }) => study.id);
  const left = new Set(without.map((id) => id.toLowerCase()));
  if (![...left].every((id) => known.includes(id))) return refuse("not-found", "study-in-question", known);
  const chosen = members.filter(({ study }) => !left.has(study.id));
  return chosen.length > 0 ? ok(chosen) : refuse("incomplete", "no-studies");
}

/** The studies left out, as the catalog spells them. */
export const leftOut = (members: readonly Member<unknown>[], without: readonly string[]): string[] =>
  members.map(({ study }) => study.id).filter((id) => without.some((left) => left.toLowerCase() === id));

/** The study of an id that came from the catalog itself. */
export function studyOf(catalog: Catalog, id: string): Study {
  const study = catalog.studies.get(id);
  if (!study) throw new Error(`the catalog has no study ${id}`);
  return study;
}
