import type { Catalog } from "@calcar/catalog";
import type { Question } from "@calcar/catalog/schema";

/** What a question asks, in words. */
export const asked = ({ id, asks, population, outcome }: Question) => ({
  question: id,
  asks: asks.en,
  population: population.en,
  outcome: outcome.en,
});

/** What a question tells with its answer, and from which knowledge. */
export const told = ({ version }: Catalog, { shows, doesNotShow, lastSearched }: Question) => ({
  shows: shows.en,
  doesNotShow: doesNotShow.en,
  lastSearched,
  knowledge: version,
});
