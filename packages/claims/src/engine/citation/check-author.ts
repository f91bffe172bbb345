import type { Page, Span } from "../../page/page.ts";
import { citedAs } from "./cited-as.ts";
import type { Citations, PlacedMention } from "./cited-passages.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";
import { type ListedNames, listedNamesOf } from "./listed-names.ts";
import type { ReferenceEntry } from "./reference-list.ts";
import { names } from "./resolve.ts";
import { comparable } from "./works.ts";

/** A name or year in the text that is not that of its reference, and a reference that gives a work to other authors. */
export function wrongAuthor({ page, citations }: CitingPage): readonly FoundFault[] {
  return [...inText(page, citations), ...inList(page, citations)];
}

function inText(page: Page, { list, mentions }: Citations): FoundFault[] {
  const isWhole = isWholeList(list);
  const listed = mentions.some(({ name }) => name !== undefined) ? listedNamesOf(page) : undefined;
  return mentions.flatMap((mention) => {
    if (mention.name === undefined || mention.isTold === true) return [];
    const detail =
      (mention.numbers.length > 0
        ? numberedOther(page, mention)
        : isWhole && mention.isPaper
          ? unlisted(page, mention, list)
          : undefined) ?? (listed === undefined ? undefined : notAmong(page, mention, listed));
    return detail === undefined ? [] : [misnamed(mention, detail)];
  });
}

function misnamed({ sentence, start, end, resolution }: PlacedMention, detail: string): FoundFault {
  const sources = resolution.kind === "resolved" ? [resolution.work.source] : [];
  return { sentence, words: [{ start, end }], detail, sources };
}

const written = (page: Page, { start, end }: Span) => page.text.slice(start, end).replace(/\s+/g, " ");

/** "Liu et al. (2014),3" where reference 3 is Lau's. */
function numberedOther(page: Page, mention: PlacedMention): string | undefined {
  const entries = mention.entries.filter(({ authors }) => authors !== undefined);
  if (entries.length === 0 || entries.length < mention.entries.length || entries.some((entry) => names(entry, mention.name!)))
    return undefined;
  const [entry] = entries;
  return `The text names "${written(page, mention)}", but reference ${entry!.number} of the page is ${shortAuthors(entry!)}.`;
}

/** A list in which almost every entry has authors, printed as one list: what it leaves out is missing from it. */
const isWholeList = (list: Citations["list"]) =>
  list.length > 1 &&
  list.filter(({ authors }) => authors !== undefined).length >= 0.8 * list.length &&
  list.every(({ text }) => !text.includes("\n"));

function unlisted(page: Page, mention: PlacedMention, list: Citations["list"]): string | undefined {
  if (mention.year === undefined || mention.entries.length > 0) return undefined;
  const named = list.filter((entry) => names(entry, mention.name!));
  const text = written(page, mention);
  if (named.length === 0) return `The text cites "${text}", which is not in the page's list of references.`;
  const years = named.flatMap(({ year }) => year ?? []);
  return years.length < named.length
    ? undefined
    : `The text cites "${text}", but the page's list of references gives ${named[0]!.authors === undefined ? "that author" : shortAuthors(named[0]!)}.`;
}

/** A sentence that tells of a paper: "Dallas (2019)" alone may be a place. */
const TELLS_OF_PAPER =
  /\b(?:put|puts|found|show\w*|report\w*|demonstrat\w*|conclud\w*|measur\w*|settled|compar\w*|stud(?:y|ies)|trial|registry|review|paper|article|work|series|pilot|named|describ\w*|record\w*|confirm\w*|prove[nds]?|establish\w*|saw|observed|according|cites?|published|group|team|authors?)\b/i;

/** "Okoro (2022)" where the works that the page prints are by others, or of other years. */
function notAmong(page: Page, mention: PlacedMention, { spans, words, years, isReading }: ListedNames): string | undefined {
  const { name = "", year, numbers, start, entries } = mention;
  if ((year === undefined && numbers.length === 0) || spans.some((span) => start >= span.start && start < span.end)) return undefined;
  if (isReading && mention.resolution.kind !== "unknown") return undefined;
  const sentence = page.sentences[mention.sentence]!;
  if (!mention.isPaper && !TELLS_OF_PAPER.test(page.text.slice(sentence.start, sentence.end))) return undefined;
  const text = written(page, mention);
  if (
    !comparable(name)
      .split(" ")
      .some((word) => words.has(word))
  )
    return `The text cites "${text}", which is not among the works that the page lists.`;
  if (year === undefined || years.has(year) || entries.some((entry) => entry.year === year)) return undefined;
  return `The text cites "${text}", but no work of ${year} is among those that the page lists.`;
}

const shortAuthors = ({ authors = "", year }: ReferenceEntry) => {
  const [first, ...more] = authors
    .replaceAll("*", "")
    .trim()
    .split(/,\s|;\s|\s(?:and|&)\s/);
  return `${first}${more.length > 0 && !/et\s?al/.test(first!) ? " and others" : ""}${year === undefined ? "" : ` (${year})`}`;
};

/** An entry that a number, an address or a title identifies, under names that are not those of its authors. */
function inList(page: Page, { list }: Citations): FoundFault[] {
  return list.flatMap(({ resolution, ...entry }) => {
    if (resolution.kind !== "resolved" || resolution.by === "name" || entry.authors === undefined) return [];
    const { work } = resolution;
    if (work.byline === undefined || work.surnames.length === 0 || isNamed(entry, work.surnames)) return [];
    const at = sentenceNaming(page, entry);
    if (at === undefined) return [];
    const { start, end } = page.sentences[at]!;
    return [
      {
        sentence: at,
        words: [{ start, end }],
        detail: `The authors of this work are ${citedAs(work)}; the page gives ${entry.authors.replaceAll("*", "").trim()}.`,
        sources: [work.source],
      },
    ];
  });
}

/** One author in common is enough: pages shorten lists and put given names first. */
function isNamed({ authors = "" }: ReferenceEntry, surnames: readonly string[]): boolean {
  const printed = ` ${comparable(authors)} `;
  return surnames.some((surname) => printed.includes(` ${surname} `));
}

function sentenceNaming(page: Page, { first, last, authors = "" }: ReferenceEntry): number | undefined {
  const begin = authors.trim().slice(0, 12);
  const within = [...page.sentences.keys()].filter((at) => first <= page.sentences[at]!.block && page.sentences[at]!.block <= last);
  return within.find((at) => page.text.slice(page.sentences[at]!.start, page.sentences[at]!.end).includes(begin)) ?? within[0];
}
