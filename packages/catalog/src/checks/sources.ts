import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** Every `source`, `foundIn`, `otherSources` and `citedInSeeds` anywhere in the knowledge names a file under knowledge/sources. */
export function checkSources(parsed: Parsed): Finding[] {
  const known = new Set(parsed.sources.map(({ value }) => value.id));
  const renamed = new Map(parsed.sources.flatMap(({ value }) => (value.alsoKnownAs ?? []).map((old) => [old, value.id] as const)));
  const { sources: _, ...citing } = parsed;
  return Object.values(citing).flatMap((entries) =>
    entries.flatMap(({ file, value }) =>
      cited(value)
        .filter(({ id }) => !known.has(id))
        .map(({ id, at }) => ({ file, at, problem: `source ${id} is not in knowledge/sources`, expected: expected(renamed.get(id)) })),
    ),
  );
}

const expected = (now: string | undefined) => (now === undefined ? "the id of a source file" : `${now}, its id since the import`);

interface Citation {
  readonly id: string;
  readonly at: At;
}

function cited(value: unknown, at: At = []): Citation[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...at, Array.isArray(value) ? Number(key) : key];
    if ((key === "source" || key === "foundIn") && typeof inner === "string") return [{ id: inner, at: here }];
    if ((key === "otherSources" || key === "citedInSeeds") && Array.isArray(inner))
      return inner.map((id, i) => ({ id: String(id), at: [...here, i] }));
    return cited(inner, here);
  });
}
