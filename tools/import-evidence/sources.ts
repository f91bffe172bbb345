import type { Source, Study } from "@calcar/catalog";
import { given, type Raw, type RawCitation, type RawSource } from "./raw.ts";

export const STILL_VALID_ON = "2026-11-21";

/** The paper as cited, with nothing where nobody could read it. */
export function citationOf({ authors, journal, doi, pmid, url, verified = "source-text" }: RawCitation): Study["citation"] {
  const parts = { authors: given(authors), journal: given(journal), doi: given(doi), pmid: given(pmid), url: given(url) };
  return Object.values(parts).some((part) => part !== undefined) ? { ...parts, verified } : undefined;
}

/** One list of documents out of two, and the way from every old id to the id that stands. */
export function importSources({ avn, oa }: Raw): { sources: Map<string, Source>; idOf: (old: string) => string } {
  const sources = new Map<string, Source>();
  const standing = new Map<string, string>();
  const byKey = new Map<string, string>();
  const citations = new Map(
    [...avn.studies, ...oa.studies].flatMap(({ citation }) => keysOf(citation).map((key) => [key, citation] as const)),
  );

  const take = (raw: RawSource, id: string): void => {
    const keys = keysOf(raw);
    const same = sources.has(id) ? id : raw.id.startsWith("src-") ? keys.map((key) => byKey.get(key)).find((found) => found) : undefined;
    standing.set(raw.id, same ?? id);
    if (same) sources.set(same, merged(sources.get(same)!, raw, id));
    else
      sources.set(
        id,
        sourceOf(
          raw,
          id,
          keys
            .filter((key) => !key.startsWith("url"))
            .map((key) => citations.get(key))
            .find((found) => found),
        ),
      );
    for (const key of keys) byKey.set(key, byKey.get(key) ?? same ?? id);
  };
  for (const raw of avn.sources) take(raw, raw.id);
  for (const raw of oa.sources) take(raw, raw.id.replace(/^src-/, ""));

  const idOf = (old: string): string => {
    const id = standing.get(old);
    if (id === undefined) throw new Error(`no source ${old}`);
    return id;
  };
  return { sources, idOf };
}

function keysOf({
  doi,
  pmid,
  url,
}: {
  doi?: string | null | undefined;
  pmid?: string | null | undefined;
  url?: string | null | undefined;
}): string[] {
  const plain = url ? keyOfUrl(url) : undefined;
  return [doi && `doi ${doi.toLowerCase()}`, pmid && `pmid ${pmid}`, plain && `url ${plain}`].filter((key): key is string => Boolean(key));
}

const keyOfUrl = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/$/, "")
    .toLowerCase();

/** The paper's own title and authors stand in place of the name of the copy that was read, which goes to the note. */
function sourceOf(raw: RawSource, id: string, citation: RawCitation | undefined): Source {
  const title = citation?.title && !citation.title.includes("not in text") ? citation.title : raw.title;
  const note = [raw.note, title === raw.title ? undefined : `Read as: ${raw.title}.`].filter(Boolean).join(" ");
  return {
    id,
    title,
    authors: given(raw.authors ?? confident(citation?.authors)),
    journal: given(raw.journal ?? confident(citation?.journal)),
    year: given(raw.year),
    doi: given(raw.doi),
    pmid: given(raw.pmid),
    url: given(raw.url),
    kind: raw.kind,
    read: raw.seenAs ?? raw.readExtent,
    note: note || undefined,
    stillValidOn: STILL_VALID_ON,
  };
}

const confident = (text: string | null | undefined) => (text?.includes("recalled") ? undefined : text);

function merged(source: Source, raw: RawSource, alias: string): Source {
  const read = raw.readExtent && raw.readExtent !== source.read ? `${source.read}; ${raw.readExtent}` : source.read;
  const elsewhere = raw.url && source.url && keyOfUrl(raw.url) !== keyOfUrl(source.url) ? `Also read at ${raw.url}.` : undefined;
  const notes = [source.note, raw.note, elsewhere].filter((note): note is string => Boolean(note));
  return {
    ...source,
    doi: source.doi ?? given(raw.doi),
    pmid: source.pmid ?? given(raw.pmid),
    url: source.url ?? given(raw.url),
    year: source.year ?? given(raw.year),
    read,
    alsoKnownAs: alias === source.id ? source.alsoKnownAs : [...(source.alsoKnownAs ?? []), alias],
    note: [...new Set(notes)].join(" ") || undefined,
  };
}
