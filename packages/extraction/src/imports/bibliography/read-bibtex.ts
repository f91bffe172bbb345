import { bibtexAuthors } from "./bibtex-authors.ts";
import { type BibtexEntry, bibtexEntries } from "./bibtex-entries.ts";
import { plainText } from "./latex-text.ts";
import { type BibliographicFile, type BibliographicRecord, defined } from "./record.ts";

/**
 * Reads a BibTeX or BibLaTeX file: entries, `@string` abbreviations, accents of LaTeX as characters. Abstracts, keywords and notes
 * are passed over. What a `crossref` would add is not looked up, and said.
 */
export function readBibtex(text: string): BibliographicFile {
  const { entries, refused } = bibtexEntries(text);
  return { records: entries.map(recordOf), refused };
}

function recordOf({ place, key, fields, left }: BibtexEntry): BibliographicRecord {
  const unknown = new Set<string>();
  const field = (...names: string[]): string | undefined => {
    const found = names.map((name) => fields.get(name)).find((value) => value !== undefined && value.trim() !== "");
    if (found === undefined) return undefined;
    const plain = plainText(found);
    for (const command of plain.unknown) unknown.add(command);
    return plain.text === "" ? undefined : plain.text;
  };
  const verbatim = (name: string): string | undefined =>
    fields
      .get(name)
      ?.replaceAll(/\\([_%&#$~{}])/g, "$1")
      .trim() || undefined;
  const authors = bibtexAuthors(fields.get("author") ?? "");
  const read = defined({
    title: withSubtitle(field("title"), field("subtitle")),
    journal: field("journaltitle", "journal", "booktitle"),
    volume: field("volume"),
    issue: field("number", "issue"),
    pages: field("pages", "eid")?.replaceAll("–", "-"),
    year: field("date", "year"),
    doi: verbatim("doi"),
    pmid: field("pmid") ?? (/^pubmed$/i.test(fields.get("eprinttype") ?? "") ? field("eprint") : undefined),
    url: verbatim("url"),
  });
  for (const command of authors.unknown) unknown.add(command);
  const doubts = [
    ...USED.filter((name) => left.has(name)).map((name) => ({ place: name, problem: left.get(name)!, expected: "one value in braces" })),
    ...[...unknown].map((command) => ({
      place: "text",
      problem: `the LaTeX command ${command.slice(0, 30)} is not known here and stands as it is`,
      expected: "what it prints, in letters",
    })),
    ...(fields.has("crossref")
      ? [{ place: "crossref", problem: "is not followed: what it would add is missing", expected: "an entry of its own" }]
      : []),
  ];
  return {
    place: key === "" ? place : `${place}, ${key.slice(0, 60)}`,
    authors: authors.authors,
    ...read,
    ...(doubts.length > 0 ? { doubts } : {}),
  };
}

/** Fields that are read; the others may say what they like. */
const USED = [
  "title",
  "subtitle",
  "author",
  "journal",
  "journaltitle",
  "booktitle",
  "volume",
  "number",
  "issue",
  "pages",
  "eid",
  "year",
  "date",
  "doi",
  "pmid",
  "eprint",
  "url",
];

const withSubtitle = (title: string | undefined, subtitle: string | undefined): string | undefined =>
  title === undefined || subtitle === undefined ? title : `${title}: ${subtitle}`;
