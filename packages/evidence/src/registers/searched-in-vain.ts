import type { Catalog } from "@calcar/catalog";
import type { Question, SearchRecord } from "@calcar/catalog/schema";
import { membersOf } from "../members/question-members.ts";
import { askedOf } from "./asked.ts";

export type NotFound = SearchRecord["notFound"][number] & { readonly search: string; readonly on: string };

/** A search that covered a question, with what it looked for in vain. */
export interface PastSearch {
  readonly id: string;
  readonly on: string;
  readonly topic: string;
  readonly reach: string;
  readonly notFound: readonly NotFound[]; // what concerns no study in particular, or one that the question holds or came near
}

/** The searches behind a question, the latest first. */
export function searchesOf(catalog: Catalog, question: Question): PastSearch[] {
  const { diseases } = askedOf(question);
  const { members, refused } = membersOf(catalog, question);
  const near = new Set([...members, ...refused].map(({ study }) => study.id));
  return [...catalog.searches.values()]
    .filter((search) => search.diseases.some((disease) => diseases.includes(disease)))
    .map(({ id, on, topic, reach, notFound }) => ({
      id,
      on,
      topic,
      reach,
      notFound: notFound.filter(({ study }) => study === undefined || near.has(study)).map((item) => ({ ...item, search: id, on })),
    }))
    .toSorted((a, b) => b.on.localeCompare(a.on));
}

/** What was looked for about one study and not found. */
export const notFoundAbout = (catalog: Catalog, study: string): NotFound[] =>
  [...catalog.searches.values()].flatMap(({ id, on, notFound }) =>
    notFound.filter((item) => item.study === study).map((item) => ({ ...item, search: id, on })),
  );
