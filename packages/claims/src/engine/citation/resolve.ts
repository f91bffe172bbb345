import type { CitationMention } from "./mentions.ts";
import type { ReferenceEntry } from "./reference-list.ts";
import { comparable, type Work, type Works, wordsOf } from "./works.ts";

/** What a citation leads to. That a work is unknown here is never a fault of the page. */
export type Resolution =
  | { readonly kind: "resolved"; readonly work: Work; readonly by: "identifier" | "title" | "name" }
  | { readonly kind: "ambiguous"; readonly among: readonly Work[] }
  | { readonly kind: "unknown" };

const UNKNOWN: Resolution = { kind: "unknown" };

/** Finds the work of an entry by its DOI or number, else by the words of its title, else by first author and year. */
export function resolveEntry(entry: ReferenceEntry, works: Works): Resolution {
  const identified = byIdentifier(entry, works);
  if (identified) return { kind: "resolved", work: identified, by: "identifier" };
  const titled = byTitle(entry, works);
  if (titled.kind !== "unknown") return titled;
  if (entry.authors === undefined || entry.year === undefined) return UNKNOWN;
  const words = wordsOf(entry.authors).slice(0, 4);
  return byName([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)], entry.year, works);
}

/** Finds the work of a citation in running text without the help of a list. */
export function resolveMention({ name, year, ...identifiers }: CitationMention, works: Works): Resolution {
  const identified = byIdentifier(identifiers, works);
  if (identified) return { kind: "resolved", work: identified, by: "identifier" };
  return name === undefined || year === undefined ? UNKNOWN : byName([name], year, works);
}

const byIdentifier = ({ doi, pmid, pmc }: Pick<ReferenceEntry, "doi" | "pmid" | "pmc">, { byIdentifier: known }: Works): Work | undefined =>
  [`doi ${doi}`, `pmid ${pmid}`, `pmc ${pmc}`].map((key) => known.get(key)).find((work) => work !== undefined);

const FEWEST_WORDS = 4;
const MOST_OF_THEM = 0.85;

function byTitle({ words, year }: ReferenceEntry, { byTitleWord }: Works): Resolution {
  const shared = new Map<Work, number>();
  for (const word of words) for (const work of byTitleWord.get(word) ?? []) shared.set(work, (shared.get(work) ?? 0) + 1);
  const fitting = [...shared].filter(([work, count]) => {
    if (work.titleWords.length < FEWEST_WORDS) return false;
    const needed = isSameYear(work.year, year) ? MOST_OF_THEM : 1;
    return count >= needed * work.titleWords.length && (year === undefined || work.year === undefined || Math.abs(year - work.year) <= 1);
  });
  const most = Math.max(0, ...fitting.map(([, count]) => count));
  return chosen(
    fitting.filter(([, count]) => count === most).map(([work]) => work),
    "title",
  );
}

const isSameYear = (one: number | undefined, other: number | undefined) => one !== undefined && one === other;

const byName = (names: readonly string[], year: number, { byFirstAuthor }: Works): Resolution =>
  chosen(
    [...new Set(names.flatMap((name) => byFirstAuthor.get(name) ?? []))].filter((work) => work.year === year),
    "name",
  );

function chosen(works: readonly Work[], by: "title" | "name"): Resolution {
  if (works.length === 0) return UNKNOWN;
  return works.length === 1 ? { kind: "resolved", work: works[0]!, by } : { kind: "ambiguous", among: works };
}

/** Whether the words of an entry name this author anywhere. */
export const names = (entry: ReferenceEntry, name: string): boolean =>
  comparable(name)
    .split(" ")
    .every((word) => entry.words.has(word));
