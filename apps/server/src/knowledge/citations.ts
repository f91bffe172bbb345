import type { Catalog } from "@calcar/catalog";
import type { Source } from "@calcar/catalog/schema";
import type { SourcePage } from "@calcar/contract";

type Citation = SourcePage["citedBy"][number];

/** Everything that leans on a source. */
export function citedBy(catalog: Catalog, source: string): Citation[] {
  return entries(catalog).flatMap(({ kind, id, content }) => (cites(content).has(source) ? [{ kind, id }] : []));
}

/** The sources that an entry cites, by their ids. */
export function sourcesOf(catalog: Catalog, content: unknown): Record<string, Source> {
  return Object.fromEntries(
    [...cites(content)].flatMap((id) => {
      const source = catalog.sources.get(id);
      return source ? [[id, source]] : [];
    }),
  );
}

function entries({ studies, guidelines, criteria, questions, staging, instruments }: Catalog): (Citation & { content: unknown })[] {
  return [
    ...[...studies].map(([id, content]) => ({ kind: "study" as const, id, content })),
    ...guidelines.map((content) => ({ kind: "guideline" as const, id: content.id, content })),
    ...criteria.map((content) => ({ kind: "criterion" as const, id: content.id, content })),
    ...[...questions].map(([id, content]) => ({ kind: "question" as const, id, content })),
    ...[...staging].map(([id, content]) => ({ kind: "staging" as const, id, content })),
    ...[...instruments].map(([id, content]) => ({ kind: "instrument" as const, id, content })),
  ];
}

const CITING = new Set(["source", "otherSources", "foundIn"]);

/** Every id under `source`, `otherSources` or `foundIn`, at any depth. */
function cites(content: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof content !== "object" || content === null) return found;
  for (const [key, value] of Object.entries(content)) {
    if (CITING.has(key)) for (const id of [value].flat()) if (typeof id === "string") found.add(id);
    cites(value, found);
  }
  return found;
}
