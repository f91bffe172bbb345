import type { Span } from "../../page/page.ts";
import { type Identifiers, identifiersIn } from "./identifiers.ts";
import { comparable } from "./works.ts";

/** A place in running text that cites something. */
export interface CitationMention extends Span, Identifiers {
  readonly name?: string; // the first author, in the form in which names are compared
  readonly isPaper?: boolean; // "et al.": certainly a paper, not a place, a company or a month before a year
  readonly isTold?: boolean; // "Centeno's 2014 registry": a name and a year that are not written as a citation
  readonly year?: number;
  readonly numbers: readonly number[]; // of entries in the page's list of references
}

const NAME = "(?:(?:D[iae]|Van|Von|Le|La|Del?|van|von)\\s)?\\p{Lu}[\\p{L}'’-]{1,30}";
const MANY = `(?:,?\\set\\s?al\\b\\.?|,?\\s(?:and|y)\\s(?:colleagues|co-?workers|associates|col(?:s|aboradores)?\\b\\.?)|\\s(?:and|&|y)\\s\\p{Lu}[\\p{L}'’-]{1,30}(?=[\\s,]{1,2}(?:\\(?(?:19|20)\\d\\d|\\[\\d)))`;
const YEAR = "(?:19|20)\\d{2}";
const NAMED = new RegExp(
  `(${NAME})(?:\\s\\p{Lu}{1,3}(?!\\p{L}))?(${MANY})?(?:['’]s)?(?:,?\\s{0,2}[([]?(${YEAR})(?![\\d-])[a-z]?[)\\]]?)?`,
  "gu",
);
const KIND = "(?:[a-z-]{3,20}\\s)?(?:registry|review|trial|study|series|paper|report|(?:meta-)?analysis)";
/** "Centeno's 2014 registry", "the 2016 review by Filardo", "a registry by Centeno in 2014". */
const TOLD = [
  new RegExp(`(?<name>\\p{Lu}[\\p{L}-]{2,30})['’]s?\\s(?<year>${YEAR})\\s${KIND}`, "gu"),
  new RegExp(`(?<year>${YEAR})\\s${KIND}\\s(?:by|of|from)\\s(?<name>\\p{Lu}[\\p{L}-]{2,30})`, "gu"),
  new RegExp(`${KIND}\\s(?:by|of|from)\\s(?<name>\\p{Lu}[\\p{L}-]{2,30})\\s(?:in|from|of)\\s(?<year>${YEAR})`, "gu"),
];
/** Capitalised words before a year that are no authors. */
const NO_NAME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|since|in|by|from|until|after|before|during|copyright|the|of|and|for|as|see|stage|grade|figure|table|version|updated?|published|spring|summer|autumn|winter|fall|early|late|both|this|it|we|our|study|trial|review|guidelines?|committee|college|society|association|foundation|institute|hospital|clinic|medicine|act|fda|ftc|acr|eular|aaos|nice|arco|cdc)$/;
const RAISED = /(?=\d)(?<=\p{Ll}{2}[.,;:”"’)]?|\)[.,;:]?)(\d{1,2}(?:\s?[,–-]\s?\d{1,2}){0,5})(?=[\s.,;:)]|$)/gu;
const BRACKETED = /\[(\d{1,2}(?:\s?[,;–-]\s?\d{1,2}){0,5})\]/gu;
const SUPERSCRIPT = /[⁰¹²³⁴-⁹]{1,2}/gu;
const SPACED = /(?=\d)(?<=\p{L}\)?\s)(\d{1,2})(?=[.;]?$|\.\s)/gu;

/** Without one of these nothing in a sentence cites: most sentences are done with here. */
const MAY_CITE = /[\d⁰¹²³⁴-⁹]|et\s?al|colleagues|workers|associates|\sy\scol/;
/** Nor does a name without one of these. */
const MAY_NAME = /(?:19|20)\d{2}|et\s?al|colleagues|workers|associates|\scol|\p{Lu}\p{L}+\s\[\d/u;

/** What stands beyond is not read, so that no page takes more time than its length asks for. */
const LONGEST_SENTENCE = 4000;

const NONE: readonly CitationMention[] = [];

/** Everything in a sentence that cites: names with "et al." or a year, raised or bracketed numbers, identifiers. */
export function mentionsIn(text: string, { start, end }: Span): readonly CitationMention[] {
  const sentence = text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
  if (!MAY_CITE.test(sentence)) return NONE;
  const named = MAY_NAME.test(sentence) ? [...sentence.matchAll(NAMED)].flatMap((match) => namedIn(match, sentence, start)) : [];
  const markers = numbersIn(sentence, start);
  const held = named.map((mention) => ({
    ...mention,
    numbers: markers.filter(({ start: at }) => follows(mention, at)).flatMap(({ numbers }) => numbers),
  }));
  const alone = markers.filter(({ start: at }) => !named.some((mention) => follows(mention, at)));
  const identifiers = identifiersIn(sentence);
  const identified = Object.keys(identifiers).length === 0 ? [] : [{ start, end, numbers: [], ...identifiers }];
  const told = numberedYear(sentence) ? toldIn(sentence, start).filter(({ name }) => !named.some((other) => other.name === name)) : [];
  return [...held, ...told, ...alone, ...identified].sort((a, b) => a.start - b.start);
}

const numberedYear = (sentence: string) => /\b(?:19|20)\d{2}\b/.test(sentence);

const toldIn = (sentence: string, start: number): CitationMention[] =>
  TOLD.flatMap((form) => [...sentence.matchAll(form)]).map(({ 0: whole, index, groups }) => ({
    ...placed(index, whole, start),
    name: comparable(groups!.name!),
    isTold: true,
    year: Number(groups!.year),
    numbers: [],
  }));

/** Whether a number stands right behind a name and belongs to it. */
const follows = ({ end }: Span, at: number) => at >= end && at - end <= 3;

function namedIn(match: RegExpMatchArray, sentence: string, start: number): CitationMention[] {
  const [whole, name, many, year] = match;
  const index = match.index!;
  const isBracketed = sentence[index - 1] === "(" || /[([]\d{4}/.test(whole);
  if (many === undefined && !(year !== undefined && isBracketed)) return [];
  const words = comparable(name!);
  if (NO_NAME.test(words) || name === name!.toUpperCase()) return [];
  const mention = {
    start: start + index,
    end: start + index + whole.trimEnd().length,
    name: words,
    isPaper: many !== undefined && !/[\s](?:and|&|y)\s\p{Lu}/u.test(many),
    numbers: [],
  };
  return [year === undefined ? mention : { ...mention, year: Number(year) }];
}

interface Marker extends Span {
  readonly numbers: readonly number[];
}

function numbersIn(sentence: string, start: number): Marker[] {
  const plain = [RAISED, BRACKETED, SPACED].flatMap((form) =>
    [...sentence.matchAll(form)].map(({ 0: whole, 1: digits, index }) => ({ ...placed(index, whole, start), numbers: listed(digits!) })),
  );
  const raised = [...sentence.matchAll(SUPERSCRIPT)].map(({ 0: whole, index }) => ({
    ...placed(index, whole, start),
    numbers: [Number(whole.normalize("NFKC"))],
  }));
  return [...plain, ...raised];
}

const placed = (index: number, whole: string, start: number): Span => ({ start: start + index, end: start + index + whole.length });

/** "2,5-7" to 2, 5, 6, 7. */
const listed = (digits: string): number[] =>
  digits.split(/[,;]/).flatMap((part) => {
    const [from, to = from] = part.split(/[–-]/).map(Number);
    return Array.from({ length: Math.max(1, Math.min(20, to! - from! + 1)) }, (_, i) => from! + i);
  });
