import type { Catalog } from "@calcar/catalog";
import type { Question } from "@calcar/catalog/schema";
import { searchFreshUntil } from "../freshness/due.ts";

/** What a question asks, in words. */
export const asked = ({ id, asks, population, outcome }: Question) => ({
  question: id,
  asks: asks.en,
  population: population.en,
  outcome: outcome.en,
});

/** What a question tells with its answer, and from which knowledge. */
export const told = (catalog: Catalog, { shows, doesNotShow, lastSearched }: Question) => ({
  shows: shows.en,
  doesNotShow: doesNotShow.en,
  lastSearched,
  freshUntil: searchFreshUntil(catalog, lastSearched),
  knowledge: catalog.version,
});
