import type { Source, Study } from "@calcar/catalog/schema";

/** A document that is on file, or that stands earlier among what is imported. */
export interface Known {
  readonly isOnFile?: boolean; // of the knowledge, not of what is imported
  readonly name: string; // "sources/chen21", "studies/chen-2021", "line 4 of library.ris"
  readonly doi?: string | undefined;
  readonly pmid?: string | undefined;
  readonly title: string;
  readonly year?: number | undefined;
}

/** The documents that a catalog knows: its sources, and what its studies are cited as. */
export const knownDocuments = ({
  sources,
  studies,
}: {
  readonly sources: Iterable<Source>;
  readonly studies: Iterable<Study>;
}): Known[] => [
  ...[...sources].map(({ id, title, year, doi, pmid }) => ({ isOnFile: true, name: `sources/${id}`, title, year, doi, pmid })),
  ...[...studies].map(({ id, title, year, citation }) => ({
    isOnFile: true,
    name: `studies/${id}`,
    title,
    year,
    doi: citation?.doi,
    pmid: citation?.pmid,
  })),
];

export type Likeness =
  | { readonly is: "same"; readonly as: string; readonly by: string; readonly isOnFile: boolean } // "same DOI"
  | { readonly is: "perhaps"; readonly as: string; readonly by: string };

/** Finds documents again by DOI, by PubMed number, or by title and year. */
export class Documents {
  readonly #byDoi = new Map<string, Known>();
  readonly #byPmid = new Map<string, Known>();
  readonly #byTitle = new Map<string, Known>();

  constructor(known: Iterable<Known>) {
    for (const document of known) this.add(document);
  }

  add(document: Known): void {
    const { doi, pmid, title, year } = document;
    if (doi !== undefined) putFirst(this.#byDoi, doi.toLowerCase(), document);
    if (pmid !== undefined) putFirst(this.#byPmid, pmid, document);
    if (year !== undefined) putFirst(this.#byTitle, titleKey(title, year), document);
  }

  /**
   * Whether a document is known already. The same DOI or PubMed number settles it; the same title and year do, unless both have a
   * DOI or a PubMed number and these differ: then a person has to tell.
   */
  find({ doi, pmid, title, year }: Omit<Known, "name">): Likeness | undefined {
    const sameDoi = doi === undefined ? undefined : this.#byDoi.get(doi.toLowerCase());
    if (sameDoi) return same(sameDoi, `same DOI ${doi}`);
    const samePmid = pmid === undefined ? undefined : this.#byPmid.get(pmid);
    if (samePmid) return same(samePmid, `same PMID ${pmid}`);
    const sameTitle = year === undefined ? undefined : this.#byTitle.get(titleKey(title, year));
    if (!sameTitle) return undefined;
    const differ = difference({ doi, pmid, title }, sameTitle);
    if (differ === undefined) return same(sameTitle, "same title and year");
    return { is: "perhaps", as: sameTitle.name, by: `same title and year, ${differ}` };
  }
}

const same = ({ name, isOnFile = false }: Known, by: string): Likeness => ({ is: "same", as: name, by, isOnFile });

const putFirst = (map: Map<string, Known>, key: string, document: Known): void => {
  if (!map.has(key)) map.set(key, document);
};

/** What speaks against two documents of one title and year being one. "Editorial" is the title of many. */
function difference(a: Omit<Known, "name">, b: Known): string | undefined {
  if (differs(a.doi, b.doi)) return "another DOI";
  if (differs(a.pmid, b.pmid)) return "another PMID";
  return a.title.length < SHORT_TITLE ? "but a short title" : undefined;
}
const SHORT_TITLE = 20;

const differs = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();

/** A title without its punctuation, accents and capitals. */
const titleKey = (title: string, year: number): string =>
  `${title
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")}|${year}`;
