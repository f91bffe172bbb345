import type { Source, Study } from "@calcar/catalog";
import { isEstablished } from "@calcar/vocabulary";
import type { ClaimKnowledge } from "../compile.ts";
import { normalise } from "../tokens.ts";
import { type Identifiers, identifiersIn } from "./identifiers.ts";

/** A paper that a page may cite, as the knowledge has it. */
export interface Work extends Identifiers {
  readonly title: string;
  readonly titleWords: readonly string[]; // those that tell it from others, without repetition
  readonly byline?: string; // the authors as printed; absent when they are only remembered
  readonly surnames: readonly string[]; // in the form in which words are compared; the first author first
  readonly year?: number;
  readonly source: string; // id of what was read of it
  readonly study?: Study; // what it found, if somebody has recorded it
}

/** All works, and the ways to look one up. */
export interface Works {
  readonly byIdentifier: ReadonlyMap<string, Work>; // "doi 10.…", "pmid …", "pmc …"
  readonly byFirstAuthor: ReadonlyMap<string, readonly Work[]>;
  readonly byTitleWord: ReadonlyMap<string, readonly Work[]>;
}

const known = new WeakMap<object, Works>();

/** The works of the knowledge, gathered once. Papers on statistics and what is only remembered are left out. */
export function worksOf({ studies, sources }: Pick<ClaimKnowledge, "studies" | "sources">): Works {
  const before = known.get(studies);
  if (before) return before;
  const ofStudies = [...studies.values()].flatMap((study) => studyWork(study, sources.get(study.source)) ?? []);
  const taken = new Set([...studies.values()].flatMap(({ source, otherSources = [] }) => [source, ...otherSources]));
  const others = [...sources.values()].filter(({ id, kind, authors }) => authors !== undefined && kind !== "method" && !taken.has(id));
  const works = indexed([...ofStudies, ...others.map((source) => work(source, byline(source.authors), source.id))]);
  known.set(studies, works);
  return works;
}

function studyWork(study: Study, source: Source | undefined): Work | undefined {
  if (!isEstablished(study.verified)) return undefined;
  const { citation, title, year } = study;
  const cited = citation && isEstablished(citation.verified) ? citation : undefined;
  const identity = { doi: cited?.doi ?? source?.doi, pmid: cited?.pmid ?? source?.pmid, url: [cited?.url, source?.url].join(" ") };
  return { ...work({ title, year: year ?? source?.year, ...identity }, byline(cited?.authors ?? source?.authors), study.source), study };
}

interface Printed {
  readonly title: string;
  readonly year?: number | undefined;
  readonly doi?: string | undefined;
  readonly pmid?: string | undefined;
  readonly url?: string | undefined;
}

function work({ title, year, doi, pmid, url = "" }: Printed, authors: string | undefined, source: string): Work {
  return {
    source,
    ...identifiersIn(url),
    ...(doi === undefined ? {} : { doi: doi.toLowerCase() }),
    ...(pmid === undefined ? {} : { pmid }),
    title,
    titleWords: titleWordsOf(title),
    surnames: authors === undefined ? [] : surnamesOf(authors),
    ...(authors === undefined ? {} : { byline: authors }),
    ...(year === undefined ? {} : { year }),
  };
}

/** Authors that are only remembered accuse nobody of a wrong name. */
function byline(authors: string | undefined): string | undefined {
  if (authors !== undefined && AFTER_SECOND.test(authors)) return `${authors.split(",").slice(0, 2).join(",")}, et al.`;
  return authors === undefined || /recalled|\blisted in\b|\bgroup\b/i.test(authors) ? undefined : authors;
}

const AFTER_SECOND = /\(list after second author recalled\)/;

/** "Lau RL, De Maertelaer V, et al." to "lau", "de maertelaer". */
const surnamesOf = (authors: string) =>
  authors
    .split(",")
    .map((author) => author.replace(/\bet al\b.*/i, "").replace(/(?:\s+\p{Lu}{1,4}\.?)+\s*$/u, ""))
    .map(comparable)
    .filter((name) => name.length > 1);

/** A name or title as it is compared: lower case, without accents, one space between words. */
export const comparable = (words: string): string => wordsOf(words).join(" ");

export const wordsOf = (text: string): string[] => [...text.matchAll(/\p{L}[\p{L}\p{M}\p{N}'’]*|\d+/gu)].map(([word]) => normalise(word));

const FEWEST_WORDS = 5;

/** The words of the title without its subtitle, which pages leave out, unless it would be too short to be known by. */
function titleWordsOf(title: string): string[] {
  const telling = (text: string) => [...new Set(wordsOf(text).filter(isTelling))];
  const main = telling(title.split(/[:;]\s/)[0]!);
  return main.length < FEWEST_WORDS ? telling(title) : main;
}

const isTelling = (word: string) => word.length > 3;

function indexed(works: readonly Work[]): Works {
  const identifiers = works.flatMap((each) =>
    (["doi", "pmid", "pmc"] as const).flatMap((kind) => (each[kind] === undefined ? [] : [[`${kind} ${each[kind]}`, each] as const])),
  );
  return {
    byIdentifier: new Map(identifiers),
    byFirstAuthor: grouped(works.flatMap((each) => (each.surnames[0] === undefined ? [] : [[each.surnames[0], each] as const]))),
    byTitleWord: grouped(works.flatMap((each) => each.titleWords.map((word) => [word, each] as const))),
  };
}

function grouped(pairs: readonly (readonly [string, Work])[]): ReadonlyMap<string, readonly Work[]> {
  const groups = new Map<string, Work[]>();
  for (const [key, each] of pairs) {
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
