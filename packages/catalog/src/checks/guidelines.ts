import type { Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** What supersedes or updates a guideline is on file and of a later year, as far as both years are stated. */
export function checkGuidelines({ guidelines }: Parsed): Finding[] {
  const known = new Map(guidelines.map(({ value }) => [value.id, value]));
  return guidelines.flatMap(({ file, value }) => {
    const by = value.standing?.by;
    if (by === undefined) return [];
    const later = known.get(by);
    if (later === undefined) return [wrong(file, `guideline ${by} is not in knowledge/guidelines`)];
    const isLater = by !== value.id && (later.year === undefined || value.year === undefined || later.year > value.year);
    return isLater ? [] : [wrong(file, `${by} is not later`)];
  });
}

const wrong = (file: string, problem: string): Finding => ({
  file,
  at: ["standing", "by"],
  problem,
  expected: "the id of a later guideline",
});
