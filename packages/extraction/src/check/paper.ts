import { Id, type Source, type Study } from "@calcar/catalog/schema";
import type { PaperDraft } from "../draft/study-draft.ts";
import { type Ledger, maybe, present, stated, text, wrong } from "./ledger.ts";
import { plainNumber } from "./placed.ts";

/** What a study says of its paper, and the record of the paper where none is on file. */
export interface PaperBuilt {
  readonly study: Pick<Study, "source" | "title" | "year" | "citation">;
  readonly source: Source | undefined;
}

const YEAR = { least: 1900, most: 2100, expected: "a year" };

/** The paper: found by its id where it is on file, else described well enough to be put there. */
export function paperOf(ledger: Ledger, paper: PaperDraft, stillValidOn: string | undefined): PaperBuilt | undefined {
  const source = idOf(ledger, "paper.source", paper.source);
  const title = text(ledger, "paper.title", paper.title, "the title of the paper");
  const year = paper.year === undefined || paper.year === "" ? undefined : plainNumber(ledger, "paper.year", paper.year, YEAR);
  if (year !== undefined && !Number.isInteger(year)) wrong(ledger, "paper.year", String(paper.year), YEAR.expected);
  const verified = stated(ledger, "paper.verified", paper.verified, "how far the citation was checked");
  const [doi, url] = [maybe(paper.doi), maybe(paper.url)];
  if (doi !== undefined && !/^10\.\d{4,9}\/\S+$/.test(doi))
    wrong(ledger, "paper.doi", JSON.stringify(doi), "a DOI that begins with 10., without an address before it");
  if (url !== undefined && !/^https?:\/\/[^\s/]+\S*$/.test(url))
    wrong(ledger, "paper.url", JSON.stringify(url), "an address that starts with http:// or https://");
  const isNew = source !== undefined && source === ledger.newSource;
  const kind = isNew ? text(ledger, "paper.kind", paper.kind, "primary, registry, review: the paper is not on file yet") : undefined;
  if (!source || !title || !verified) return undefined;
  const known = present({ authors: maybe(paper.authors), journal: maybe(paper.journal), doi, pmid: maybe(paper.pmid), url });
  return {
    study: present({ source, title, year, citation: { ...known, verified } }),
    source: kind && stillValidOn ? present({ id: source, title, ...known, year, kind, read: maybe(paper.read), stillValidOn }) : undefined,
  };
}

/** An id in the catalog's notation. */
export function idOf(ledger: Ledger, field: string, given: string | undefined): string | undefined {
  const id = text(ledger, field, given, "lower-case letters, digits and hyphens: ma-2014");
  if (id === undefined || Id.safeParse(id).success) return id;
  return wrong(ledger, field, `${JSON.stringify(id)} is no id`, "lower-case letters, digits and hyphens: ma-2014");
}
