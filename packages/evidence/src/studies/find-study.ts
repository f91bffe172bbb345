import type { Catalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";
import { ok, type Result, refuse } from "@calcar/vocabulary";

/**
 * The study of this id, in whatever case it is typed.
 *
 * @refuses not-found/study; `missing` lists ids that begin alike, or none
 */
export function findStudy(catalog: Catalog, id: string): Result<Study> {
  const wanted = id.toLowerCase();
  const study = catalog.studies.get(wanted);
  return study ? ok(study) : refuse("not-found", "study", alike(catalog, wanted));
}

const alike = (catalog: Catalog, wanted: string): string[] => {
  const start = wanted.split("-")[0]!.slice(0, 4);
  return start === "" ? [] : [...catalog.studies.keys()].filter((known) => known.startsWith(start));
};
