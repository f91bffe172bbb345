import { isRecordField } from "../shape/marks.ts";

/** A citation shows itself early; the rest of a long block is not searched. */
const SEARCHED = 700;

const NUMBERED = /^\W{0,3}\d{1,3}[\].)]?\s|^\[\d/;
const VANCOUVER = /^\W{0,3}(?:\d{1,3}[\].)]?\s{1,3})?\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}'’-]{1,30})?,?\s\p{Lu}{1,3}\b[.,;:]/u;
const FIRST_AUTHOR = /^\W{0,3}(?:\d{1,3}[\].)]?\s{1,3})?\p{Lu}[\p{L}'’-]{1,40}\s\p{Lu}{1,3},?\set al\.?,?\s\((?:19|20)\d{2}\)[.:]/u;
const APA = /^\W{0,3}(?:\d{1,3}[\].)]?\s{1,3})?\p{Lu}[\p{L}'’-]{1,30},\s\p{Lu}\.(?:\s?\p{Lu}\.)?[,;\s(&]/u;
const VOLUME = /\b(?:19|20)\d{2}(?:\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?)?\s?;\s?\d/;
const ISSUE = /\b\d{1,4}\s?\(\s?\w{1,8}(?:\s\w{1,6})?\)\s?[:,]\s?e?\d/;
const PAGES = /[:,]\s?[eS]?\d{1,5}\s?[-–]\s?[eS]?\d{1,5}\b/;
const DOI = /\bdoi\b|\b10\.\d{4,9}\/\S/i;
const PUBMED = /\bPMID\b|\bPMC\d|pubmed|ncbi\.nlm\.nih\.gov/i;
const YEAR = /\b(?:19|20)\d{2}\b/;
const ET_AL = /\bet al\b/i;
const WEB = /https?:\/\/|\bwww\./i;
const ONLY_ADDRESS =
  /^\W{0,3}(?:\d{1,3}[\].)]?\s{1,3})?(?:(?:link|source|url|enlace|fuente)\W{0,8})?<?(?:https?:\/\/|www\.|doi:?\s?10\.)\S{1,400}$/i;
const LIST_LABEL = /^\W{0,3}(?:references?|bibliography|sources?|citations?|works cited|referencias|bibliografía|fuentes?)\s{0,2}:/i;
const DEFINITION = /^\[\^?[^\]\s]{1,20}\]:\s/;

/** A sentence about a study names authors too, but tells what they found. */
const TELLS =
  /\b(?:found|showed|shows|reported|reports|concluded|demonstrated|proved|observed|treated|followed|encontr|demostr|report|trat)(?:aron|ó)?\b/i;

const hasAuthors = (words: string): boolean => VANCOUVER.test(words) || APA.test(words);

const count = (words: string, signs: readonly RegExp[]): number => signs.filter((sign) => sign.test(words)).length;

/** Whether a block reads as an entry of a reference list wherever it stands. */
export const isReferenceEntry = (block: string): boolean => {
  const words = block.slice(0, SEARCHED);
  if (ONLY_ADDRESS.test(words) || LIST_LABEL.test(words) || DEFINITION.test(words)) return true;
  if (isRecordField(words)) return block.length <= 300;
  const printed = count(words, [VOLUME, ISSUE, PAGES]);
  const named = count(words, [DOI, PUBMED, ET_AL, YEAR]);
  if (FIRST_AUTHOR.test(words)) return true;
  if (hasAuthors(words)) return printed + named >= 2 && (printed > 0 || !TELLS.test(words));
  return NUMBERED.test(words) && printed >= 1 && printed + named >= 2;
};

/** Whether a block under a heading such as "References" is an entry of it. */
export const isListedReference = (block: string): boolean => {
  const words = block.slice(0, SEARCHED);
  if (/^\W{0,4}(?:©|copyright)/i.test(words)) return false;
  return NUMBERED.test(words) || hasAuthors(words) || count(words, [VOLUME, ISSUE, PAGES, DOI, PUBMED, YEAR, WEB]) > 0;
};
