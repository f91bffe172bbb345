import { lastAtOrBefore } from "../../page/in-order.ts";
import type { Page, Span } from "../../page/page.ts";
import type { ClaimKnowledge } from "../compile.ts";
import { corroborationOf } from "./corroborated.ts";
import { identifiersIn } from "./identifiers.ts";
import { addressesIn } from "./links.ts";
import { type CitationMention, mentionsIn } from "./mentions.ts";
import { type ReferenceEntry, referenceListOf } from "./reference-list.ts";
import { names, type Resolution, resolveEntry, resolveMention } from "./resolve.ts";
import { type Work, type Works, worksOf } from "./works.ts";

/** A citation in running text, the entries of the page's list that it points to, and what it leads to. */
export interface PlacedMention extends CitationMention {
  readonly sentence: number; // index in page.sentences
  readonly entries: readonly ReferenceEntry[];
  readonly resolution: Resolution;
}

/** Sentences that tell of one work: the one that cites it and those after it in the block, or the note under its entry. */
export interface CitedPassage {
  readonly work: Work;
  readonly isSure: boolean; // found by identifier, title or size: no other paper of the author can be meant
  readonly sentences: readonly number[]; // indices in page.sentences
  readonly shared: ReadonlySet<number>; // those of them that cite another work too
}

/** Everything a page cites. */
export interface Citations {
  readonly list: readonly (ReferenceEntry & { readonly resolution: Resolution })[];
  readonly mentions: readonly PlacedMention[];
  readonly passages: readonly CitedPassage[];
}

const known = new WeakMap<Page, Citations>();

/** Finds what a page cites and which of its sentences tell of which work. Worked out once for a page. */
export function citationsOf(page: Page, knowledge: Pick<ClaimKnowledge, "studies" | "sources">): Citations {
  const before = known.get(page);
  if (before) return before;
  const works = worksOf(knowledge);
  const list = referenceListOf(page).map((entry) => ({ ...entry, resolution: resolveEntry(entry, works) }));
  const mentions = placedMentions(page, list, works);
  const found = [...textPassages(page, mentions), ...notePassages(page, list)];
  const passages = found.flatMap(({ by, ...passage }) => {
    const corroboration = by === "name" ? corroborationOf(page, passage, works) : by;
    return corroboration === undefined ? [] : [{ ...passage, isSure: corroboration !== "words" && corroboration !== "rare-name" }];
  });
  const citations = { list, mentions, passages };
  known.set(page, citations);
  return citations;
}

type Listed = Citations["list"];
type FoundPassage = Omit<CitedPassage, "isSure"> & { readonly by: "identifier" | "title" | "name" };

function placedMentions(page: Page, list: Listed, works: Works): PlacedMention[] {
  const byNumber = Map.groupBy(list, ({ number }) => number);
  const listed = blocksOf(list);
  const naming = entriesByName(list);
  return page.sentences.flatMap((sentence, at) => {
    if (page.blocks[sentence.block]!.kind === "reference" || listed.has(sentence.block)) return [];
    const found = [...mentionsIn(page.text, sentence), ...linkedIn(page, sentence)];
    return found.flatMap((mention): PlacedMention[] => {
      const numbered = mention.numbers.flatMap((number) => byNumber.get(number) ?? []);
      if (mention.name === undefined && mention.numbers.length > 0 && numbered.length === 0) return [];
      const entries = numbered.length > 0 ? numbered : naming(mention);
      return [{ ...mention, sentence: tellingSentence(page, at), entries, resolution: resolved(mention, entries, works) }];
    });
  });
}

const ALONE =
  /^\W{0,4}(?:(?:source|see|ref(?:erence)?|doi|link|pmid)\W{0,3})?(?:https?:\/\/|doi:?|pmid:?|10\.|\s|\(){0,6}\S{5,120}[\s).\]]{0,4}$/i;

/** An address that stands alone behind a sentence belongs to it. */
function tellingSentence({ sentences, text }: Page, at: number): number {
  const { start, end, block } = sentences[at]!;
  const isAlone = end - start < 160 && /10\.\d{4}|https?:|\d{7}/.test(text.slice(start, end)) && ALONE.test(text.slice(start, end));
  return isAlone && sentences[at - 1]?.block === block ? at - 1 : at;
}

/** What the links of a sentence lead to. */
const linkedIn = (page: Page, { start, end }: Span): CitationMention[] =>
  addressesIn(page, { start, end }).map((address) => ({ start, end, numbers: [], ...identifiersIn(address) }));

/** The blocks in which the list stands. */
const blocksOf = (list: Listed): ReadonlySet<number> =>
  new Set(list.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));

/** The entries that hold a name, and the year if both give one. */
function entriesByName(list: Listed): (mention: CitationMention) => Listed {
  const byWord = new Map<string, (typeof list)[number][]>();
  for (const entry of list)
    for (const word of entry.words) {
      const others = byWord.get(word);
      if (others) others.push(entry);
      else byWord.set(word, [entry]);
    }
  return ({ name, year }) =>
    (byWord.get(name?.split(" ")[0] ?? "") ?? []).filter(
      (entry) => names(entry, name!) && (year === undefined || entry.year === undefined || entry.words.has(String(year))),
    );
}

function resolved(mention: CitationMention, entries: Listed, works: Works): Resolution {
  const [only, ...more] = entries.map(({ resolution }) => resolution).filter(({ kind }) => kind !== "unknown");
  if (only) return more.length === 0 ? only : { kind: "ambiguous", among: [only, ...more].flatMap(worksIn) };
  return resolveMention(mention, works);
}

const worksIn = (resolution: Resolution): readonly Work[] =>
  resolution.kind === "resolved" ? [resolution.work] : resolution.kind === "ambiguous" ? resolution.among : [];

const LONGEST = 40; // sentences: what stands further down nobody reads as told of the work

const isIn = (page: Page, sentence: number, block: number) => page.sentences[sentence]?.block === block;

/** A citation holds from its sentence to the next one that cites, within the block. */
function textPassages(page: Page, mentions: readonly PlacedMention[]): FoundPassage[] {
  const bySentence = Map.groupBy(mentions, ({ sentence }) => sentence);
  const passages: FoundPassage[] = [];
  for (const [sentence, here] of bySentence) {
    const resolutions = here.flatMap(({ resolution, entries }) => (entries.length > 1 ? [] : [resolution]));
    const found = resolutions.flatMap((each) => (each.kind === "resolved" ? [each] : []));
    const surestLast = [...found.filter(({ by }) => by === "name"), ...found.filter(({ by }) => by !== "name")];
    const works = new Map(surestLast.map(({ work, by }) => [work, by] as const));
    const isShared =
      works.size > 1 || here.some(({ entries }) => entries.length > 1) || resolutions.some(({ kind }) => kind !== "resolved");
    const sentences = [sentence];
    for (let at = sentence + 1; isIn(page, at, page.sentences[sentence]!.block) && !bySentence.has(at) && sentences.length < LONGEST; at++)
      sentences.push(at);
    for (const [work, by] of works) passages.push({ work, by, sentences, shared: new Set(isShared ? sentences : []) });
  }
  return passages;
}

const NOTE =
  /^\W{0,10}(?:brief |short |key |our )?(?:summary|review|findings?|results?|conclusions?|points|abstract|takeaways?|notes?|resumen|hallazgos|resultados)\W{0,8}:/i;
const BETWEEN = 3; // blocks, such as a running title, that may stand between

/** Under an entry of an annotated list stands what the page says of it: "Summary: …". */
function notePassages(page: Page, list: Listed): FoundPassage[] {
  return list.flatMap(({ resolution, last }) => {
    if (resolution.kind !== "resolved") return [];
    const blocks = noteBlocks(page, last);
    if (blocks.length === 0) return [];
    const sentences: number[] = [];
    let at = lastAtOrBefore(page.sentences, blocks[0]! - 1, ({ block }) => block) + 1;
    for (; sentences.length < LONGEST && (page.sentences[at]?.block ?? Number.POSITIVE_INFINITY) <= blocks.at(-1)!; at++)
      if (blocks.includes(page.sentences[at]!.block)) sentences.push(at);
    return [{ work: resolution.work, by: resolution.by, sentences, shared: new Set<number>() }];
  });
}

function noteBlocks(page: Page, last: number): number[] {
  const blocks: number[] = [];
  for (let at = last + 1, skipped = 0; at < page.blocks.length && skipped <= BETWEEN && blocks.length < LONGEST; at++) {
    const { kind, layout, start, end } = page.blocks[at]!;
    if (kind === "reference") break;
    if (layout === "heading" || kind === "disclaimer") skipped++;
    else if (blocks.length === 0 && !NOTE.test(page.text.slice(start, start + 60))) break;
    else {
      blocks.push(at);
      if (/[.!?)"”’*]\s*$/.test(page.text.slice(Math.max(start, end - 6), end))) break;
    }
  }
  return blocks;
}
