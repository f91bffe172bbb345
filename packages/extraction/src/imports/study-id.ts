import { slug } from "./bibliography/source-id.ts";

/** An id for a study by what its file calls it, "ma-2014"; with a number after it where that is taken. */
export function studyId(name: string, year: number | undefined, taken: ReadonlySet<string>): string {
  const words = slug(name, 8) || "study";
  const base = year === undefined || words.includes(String(year)) ? words : `${words}-${year}`;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
