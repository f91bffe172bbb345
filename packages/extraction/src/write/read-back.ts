import { isDeepStrictEqual } from "node:util";
import { type KnowledgeFile, parseCatalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";
import type { Problem } from "@calcar/vocabulary";
import type { Known } from "../known.ts";
import type { DraftFile } from "./study-file.ts";
import { sourceText } from "./study-file.ts";

/**
 * Reads written files as the catalog will, with its own parser and checks.
 *
 * @returns what the catalog has against them
 * @throws Error when the catalog reads another study than was meant: a defect of the writer, never to reach a file
 */
export function readBack(files: readonly DraftFile[], study: Study, known: Known): readonly Problem[] {
  const written = new Set(files.map(({ path }) => path));
  const others = citedIn(study)
    .filter((id) => known.sources.has(id))
    .map(standIn)
    .filter(({ path }) => !written.has(path));
  const parsed = parseCatalog([...files, ...others]);
  if (!parsed.ok) return parsed.problems;
  if (!isDeepStrictEqual(parsed.catalog.studies.get(study.id), study)) throw new Error(`${study.id}: written otherwise than it was meant`);
  return [];
}

/** A source that is on file, so that the catalog finds it: what it says does not matter here. */
const standIn = (id: string): KnowledgeFile => ({
  path: `sources/${id}.yaml`,
  text: sourceText({ id, title: id, kind: "primary", stillValidOn: "2000-01-01" }),
});

/** Every source that a study names, wherever it names it. */
function citedIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const found = Object.entries(value).flatMap(([key, inner]) => {
    if (key === "source" && typeof inner === "string") return [inner];
    if (key === "otherSources" && Array.isArray(inner)) return inner.map(String);
    return citedIn(inner);
  });
  return [...new Set(found)];
}
