import type { Source } from "@calcar/catalog";
import { sourceLabel } from "@calcar/vocabulary";
import type { CheckedPage, ShownFinding } from "./check-page.ts";

/** Every source that a report may name. */
export type Sources = ReadonlyMap<string, Source>;

/** A source as a reader can find it. */
export interface Reference {
  readonly id: string; // in knowledge/sources
  readonly short: string; // "Kingery 2020", as it stands at a finding
  readonly text: string; // authors or body, year, title, journal
  readonly link?: string; // its DOI, else its address
}

/** The sources of a report, numbered in the order in which they are first named. */
export interface References {
  readonly list: readonly Reference[];
  readonly named: (ids: readonly string[]) => readonly NumberedReference[];
}

export interface NumberedReference extends Reference {
  readonly number: number; // in the list, from 1
}

/** What stands for an id: an id that nobody knows any more stays as it is. */
export function referenceOf(id: string, sources: Sources): Reference {
  const source = sources.get(id);
  if (!source) return { id, short: id, text: id };
  const { authors, year, title, journal } = source;
  const [first, ...rest] = [authors, title, journal].flatMap((part) => part?.replace(/\.$/, "") ?? []);
  const isDated = year !== undefined && !first!.includes(String(year));
  const parts = [`${first}${isDated ? ` (${year})` : ""}`, ...rest];
  const link = linkOf(source);
  return { id, short: sourceLabel(source), text: `${parts.join(". ")}.`, ...(link !== undefined && { link }) };
}

function linkOf({ doi, pmid, url }: Source): string | undefined {
  if (doi !== undefined) return `https://doi.org/${encodeURI(doi).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
  return url ?? (pmid === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`);
}

/** The sources that findings, and the law beside them, name. */
export function referencesIn(findings: readonly Pick<ShownFinding, "sources" | "law">[], sources: Sources): References {
  const ids = new Set([
    ...findings.flatMap((finding) => finding.sources),
    ...findings.flatMap(({ law }) => law.map(({ source }) => source)),
  ]);
  const list = [...ids].map((id) => referenceOf(id, sources));
  const numbers = new Map(list.map((reference, i) => [reference.id, { ...reference, number: i + 1 }]));
  return { list, named: (wanted) => wanted.flatMap((id) => numbers.get(id) ?? []) };
}

/** Everything found on a page, let stand or not. */
export const allOf = ({ findings, suppressed }: CheckedPage): readonly ShownFinding[] => [...findings, ...suppressed];
