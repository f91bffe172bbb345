import { Source } from "@calcar/catalog/schema";
import type { Problem } from "@calcar/vocabulary";
import type { TakenIds } from "../taken-ids.ts";
import { type Author, ET_AL } from "./author.ts";
import { doiOf, pmidOf, urlOf, yearOf } from "./identifiers.ts";
import { type BibliographicRecord, defined, type RefusedRecord, refusedRecord } from "./record.ts";
import { sourceId } from "./source-id.ts";

/** Formats that name documents and hold nothing of what the documents say. */
export const BIBLIOGRAPHIES = { ris: "RIS", bibtex: "BibTeX", pubmed: "PubMed XML" } as const;
export type Bibliography = keyof typeof BIBLIOGRAPHIES;

export interface ProposedSource {
  readonly source: Source;
  readonly open: readonly Problem[]; // by field: what a person has to look at before the file is committed
}

export interface Proposal {
  readonly format: Bibliography;
  readonly today: string; // YYYY-MM-DD
  readonly taken: TakenIds;
}

/**
 * A source file from a bibliographic record: what the record says and nothing else. That nobody has read the document is said in it.
 *
 * @returns the source, or why the record cannot be one
 */
export function proposeSource(record: BibliographicRecord, { format, today, taken }: Proposal): ProposedSource | RefusedRecord {
  const { place, title, authors, journal, volume, issue, pages, remarks = [], doubts = [] } = record;
  if (title === undefined) return refusedRecord(place, "no title", "a title: without one nobody can tell what the record is about");
  if (title.length > LONGEST) return refusedRecord(place, `a title of ${title.length} characters`, `at most ${LONGEST}`);
  const found = identifiersOf(record);
  const source = {
    id: sourceId({ authors, title, ...defined({ year: found.year }) }, taken),
    title,
    ...defined({
      authors: authorsText(authors),
      journal: journal === undefined ? undefined : `${journal}${numbered(volume, issue, pages)}`.slice(0, LONGEST),
      ...found,
    }),
    kind: "bibliography",
    read: `not read; bibliography only, from a ${BIBLIOGRAPHIES[format]} file`,
    ...(remarks.length > 0 ? { note: `${remarks.join(". ")}.` } : {}),
    stillValidOn: today,
  };
  const checked = Source.safeParse(source);
  if (checked.success) return { source: checked.data, open: [...remarks.map(remarked), ...doubts, ...lost(record, found)] };
  return refusedRecord(
    place,
    checked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
    "a source of knowledge/sources",
  );
}

const LONGEST = 2000; // of a title or the name of a journal
const MOST_AUTHORS = 100; // of more, the first of them and "et al."

const authorsText = (authors: readonly Author[]): string | undefined =>
  authors.length === 0
    ? undefined
    : [...authors.slice(0, MOST_AUTHORS), ...(authors.length > MOST_AUTHORS ? [ET_AL] : [])]
        .map(({ text }) => text.slice(0, LONGEST))
        .join(", ");

interface Identifiers {
  readonly year: number | undefined;
  readonly doi: string | undefined;
  readonly pmid: string | undefined;
  readonly url: string | undefined;
}

function identifiersOf({ year, doi, pmid, url }: BibliographicRecord): Identifiers {
  const fromUrl = url !== undefined && /doi\.org\//i.test(url) ? doiOf(url) : undefined;
  return {
    year: year === undefined ? undefined : yearOf(year),
    doi: doi === undefined ? fromUrl : doiOf(doi),
    pmid: pmid === undefined ? undefined : pmidOf(pmid),
    url: url === undefined || fromUrl !== undefined ? undefined : urlOf(url),
  };
}

/** What the record states in a form that is none, and what a record of a paper usually has and this one has not. */
function lost(record: BibliographicRecord, found: Identifiers): Problem[] {
  const names = ["year", "doi", "pmid", "url"] as const;
  const unreadable = names
    .filter((name) => record[name] !== undefined && found[name] === undefined && !(name === "url" && doiOf(record.url ?? "")))
    .map((name) => ({ place: name, problem: `"${record[name]?.slice(0, 60)}" is left out`, expected: FORMS[name] }));
  const isSaid = [...unreadable, ...(record.doubts ?? [])].some(({ place }) => place === "year");
  const missing = found.year === undefined && !isSaid ? [{ place: "year", problem: "the record has none", expected: FORMS.year }] : [];
  const nameless =
    record.authors.length === 0 ? [{ place: "authors", problem: "the record has none", expected: "names, if there are any" }] : [];
  const many =
    record.authors.length > MOST_AUTHORS
      ? [{ place: "authors", problem: `${record.authors.length}: the first ${MOST_AUTHORS} are written`, expected: "a look" }]
      : [];
  return [...unreadable, ...missing, ...nameless, ...many];
}

const FORMS = {
  year: "a year from 1800 to 2100",
  doi: "a DOI as in 10.1234/abc",
  pmid: "one to eight digits",
  url: "an address that starts with http",
};

const remarked = (remark: string): Problem => ({ place: "note", problem: remark, expected: "a person who looks at it" });

/** " 6(3):534-545", as far as the record goes. */
function numbered(volume: string | undefined, issue: string | undefined, pages: string | undefined): string {
  const number = `${volume ?? ""}${issue === undefined ? "" : `(${issue})`}`;
  const whole = `${number}${pages === undefined ? "" : `${number === "" ? "" : ":"}${pages}`}`;
  return whole === "" ? "" : ` ${whole}`;
}
