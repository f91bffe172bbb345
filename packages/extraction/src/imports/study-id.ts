import { slug } from "./bibliography/source-id.ts";
import type { TakenIds } from "./taken-ids.ts";

/** An id for a study by what its file calls it, "ma-2014"; with a number after it where that is taken. */
export function studyId(name: string, year: number | undefined, taken: TakenIds): string {
  const words = slug(name, 8) || "study";
  const base = year === undefined || words.includes(String(year)) ? words : `${words}-${year}`;
  return taken.has(base) ? taken.numbered(base) : base;
}
