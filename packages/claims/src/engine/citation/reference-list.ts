import type { Block, Page, Span } from "../../page/page.ts";
import { type Identifiers, identifiersIn } from "./identifiers.ts";
import { addressesIn } from "./links.ts";
import { wordsOf } from "./works.ts";

/** One work in the page's own list of references. */
export interface ReferenceEntry extends Span, Identifiers {
  readonly number?: number; // as printed before it, or its place in the list
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly authors?: string; // as the page prints them
  readonly year?: number;
  readonly first: number; // block in which it begins
  readonly last: number; // block in which it ends
}

const MOST = 400; // entries of one page that are looked at
const LONGEST_ENTRY = 1200;
const FIELD =
  /^\W{0,10}(?:authors?|publication date|published|date|year|link|url|doi|pmid|pmcid|journal|source|autores?|enlace|fecha|revista)\W{0,8}:/i;
const ONLY_ADDRESS = /^\W{0,4}(?:https?:\/\/|doi:|www\.)\S+$/i;
const AUTHORS_FIELD = /^\W{0,10}(?:authors?|autores?)\W{0,8}:\W{0,8}(.{2,200})/i;
const NEXT = /(?:^|\s)\[?(\d{1,3})[.)\]]\s(?=\p{Lu})/gu;
const NUMBER = /^\W{0,4}\[?(\d{1,3})[.)\]]\s/;
const YEAR = /\b(?:19|20)\d{2}\b/g;
const PUBLISHED = /\(((?:19|20)\d{2})[a-z]?\)|\b((?:19|20)\d{2})(?:\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?)?\s?[;:]/;
const LIST =
  /^\W{0,4}(?:(?:references?|bibliography|sources?|citations?|referencias|fuentes)\W{0,3}:?\s{1,3})?\[?1[.)\]]\s\p{Lu}.{4,200}(?:19|20)\d{2}/iu;

/** The works that a page lists: blocks of references, and paragraphs that hold several numbered ones. */
export function referenceListOf(page: Page): readonly ReferenceEntry[] {
  const drafts: Draft[] = [];
  page.blocks.forEach((block, at) => {
    const text = page.text.slice(block.start, Math.min(block.end, block.start + LONGEST_ENTRY * 20));
    if (block.kind !== "reference" && !isList(block, text)) return;
    const last = drafts.at(-1);
    const continues = FIELD.test(text) || ONLY_ADDRESS.test(text);
    if (last && continues && at - last.last <= 2) drafts[drafts.length - 1] = { ...last, last: at, parts: [...last.parts, text] };
    else if (!continues) drafts.push(...entriesIn(text, block.start).map((entry) => ({ ...entry, first: at, last: at })));
  });
  const entries = drafts.slice(0, MOST).map((draft) => entryOf(page, draft));
  return entries.every(({ number }) => number === undefined) ? entries.map((entry, i) => ({ ...entry, number: i + 1 })) : entries;
}

interface Draft extends Span {
  readonly parts: readonly string[];
  readonly first: number;
  readonly last: number;
}

const isList = ({ kind }: Block, text: string) =>
  (kind === "list-item" || kind === "paragraph") && LIST.test(text) && [...text.slice(0, 2000).matchAll(NEXT)].length > 1;

/** "1. Gangji V. Bone 2011. 2. Hauzeur JP ..." is cut where the count goes on. */
function entriesIn(text: string, start: number): (Span & Pick<Draft, "parts">)[] {
  const cuts: { at: number; from: number }[] = [];
  let wanted: number | undefined;
  for (const match of text.matchAll(NEXT)) {
    const number = Number(match[1]);
    if (wanted === undefined ? match.index > 20 : number !== wanted) continue;
    cuts.push({ at: match.index + match[0].search(/\S/), from: match.index });
    wanted = number + 1;
  }
  if (cuts.length < 2) return [{ start, end: start + text.length, parts: [text.slice(0, LONGEST_ENTRY)] }];
  return cuts.map(({ at }, i) => {
    const end = cuts[i + 1]?.from ?? text.length;
    return { start: start + at, end: start + end, parts: [text.slice(at, end).slice(0, LONGEST_ENTRY)] };
  });
}

function entryOf(page: Page, { parts, ...place }: Draft): ReferenceEntry {
  const text = parts.join("\n");
  const number = NUMBER.exec(text)?.[1];
  const authors = authorsOf(parts);
  const year = yearOf(text.replace(/\bdoi\b.*|10\.\d{4,9}\/\S+|https?:\S+/gi, ""));
  return {
    ...place,
    ...identifiersIn(addressesIn(page, wholeOf(page, place)).join(" ")),
    ...identifiersIn(text),
    text,
    words: new Set(wordsOf(text)),
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(authors === undefined ? {} : { authors }),
    ...(year === undefined ? {} : { year }),
  };
}

/** An entry with the fields that stand below it. */
const wholeOf = ({ blocks }: Page, { start, end, first, last }: Omit<Draft, "parts">): Span => ({
  start,
  end: last > first ? blocks[last]!.end : end,
});

/** The year in brackets or before the volume; a title may name a year too. */
function yearOf(text: string): number | undefined {
  const published = PUBLISHED.exec(text);
  const year = published?.[1] ?? published?.[2] ?? text.match(YEAR)?.at(-1);
  return year === undefined ? undefined : Number(year);
}

/** Authors stand in a field of their own, or first: up to the year or the sentence that is the title. */
function authorsOf(parts: readonly string[]): string | undefined {
  const field = parts.map((part) => AUTHORS_FIELD.exec(part)?.[1]).find((found) => found !== undefined);
  if (field !== undefined) return field;
  const entry = parts[0]!.replace(/^[^\p{L}\d]{0,4}(?:references?\W{0,3}\s)?(?:\[?\d{1,3}[.)\]]\s)?/iu, "");
  const end = entry.search(/[,.]?\s?\(?(?:19|20)\d{2}|\.\s+\W{0,4}\p{Lu}\p{L}{2,}|\*\*/u);
  const first = entry.slice(0, end < 0 ? 0 : Math.min(end, 300)).trim();
  return LIKE_AUTHORS.test(first) ? first : undefined;
}

const LIKE_AUTHORS = /^[\p{Lu}\p{Ll}][\p{L}'’ -]{1,40},?\s(?:\p{Lu}\.?[\s-]?){1,3}(?=[,;.&\s]|$)|\bet\s?al\b/u;
