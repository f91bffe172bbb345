import type { Draft, DraftBlock } from "./draft.ts";
import { overlapping } from "./in-order.ts";
import { type Links, linksOf } from "./links.ts";
import type { Block, BlockKind, Page, PageWarning, Sentence, Span } from "./page.ts";
import { asks, kindsOf, type ReadBlock } from "./roles/kinds-of.ts";
import { languageOf } from "./roles/language.ts";
import { unreadBlocks } from "./roles/unread-language.ts";
import { splitSentences } from "./sentences/split-sentences.ts";
import { quotationsOf } from "./shape/quotations.ts";

const within = (spans: readonly Span[], { start, end }: Span): Span[] =>
  overlapping(spans, { start, end }).map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }));

const hasWords = (text: string, { start, end }: Span): boolean => /[\p{L}\p{N}]/u.test(text.slice(start, end));

/** Code says nothing to the readers of a page; what it prints or sets is no sentence. */
const isProse = ({ layout }: DraftBlock): boolean => layout !== "code";

const readBlock = (text: string, draft: DraftBlock): ReadBlock => ({
  draft,
  sentences: isProse(draft) ? splitSentences(text, draft.body.start, draft.body.end).filter((sentence) => hasWords(text, sentence)) : [],
  quotations: quotationsOf(text, draft.body),
});

const sentencesOf = (text: string, { draft, sentences, quotations }: ReadBlock, block: number): Sentence[] =>
  sentences.map((sentence) => ({
    ...sentence,
    block,
    isQuestion: asks(text, sentence),
    isHeading: draft.layout === "heading",
    quotations: within(quotations, sentence),
  }));

const blockOf = ({ draft, quotations }: ReadBlock, kind: BlockKind, { header, rowHead, ...links }: Links): Block => {
  const { start, end, layout, level, cell } = draft;
  const place = cell && {
    table: cell.table,
    row: cell.row,
    column: cell.column,
    ...(header === undefined ? {} : { header }),
    ...(rowHead === undefined ? {} : { rowHead }),
  };
  return { start, end, kind, layout, ...(level === undefined ? {} : { level }), ...links, ...(place ? { cell: place } : {}), quotations };
};

interface ReadSentences {
  readonly sentences: readonly Sentence[];
  readonly warnings: readonly PageWarning[];
}

/** The sentences in a language that is read. Titles that are cited stay, in whatever language they are. */
const readSentences = (text: string, read: readonly ReadBlock[], kinds: readonly BlockKind[]): ReadSentences => {
  const texts = read.map(({ draft, sentences }, index) =>
    sentences.length === 0 || kinds[index] === "reference" ? "" : text.slice(draft.body.start, draft.body.end),
  );
  const { blocks, isMost } = unreadBlocks(texts);
  const isLeft = (index: number): boolean => blocks.has(index) && texts[index] !== "";
  const count = (of: readonly ReadBlock[]): number => of.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const left = count(read.filter((_, index) => isLeft(index)));
  const detail = `${left}/${count(read)}`;
  return {
    sentences: read.flatMap((block, index) => (isLeft(index) ? [] : sentencesOf(text, block, index))),
    warnings: left === 0 ? [] : [{ code: isMost ? "language-unread" : "language-unread-in-part", detail }],
  };
};

/**
 * Makes a page of what a reader found: cuts sentences, finds quotations, tells what each block is for and what it answers.
 * Sentences in neither English nor Spanish are left out, and a warning counts them.
 */
export const finishPage = (draft: Draft): Page => {
  const { text, format, offsets, title, links } = draft;
  const read = draft.blocks.map((block) => readBlock(text, block));
  const kinds = kindsOf(text, read);
  const pointers = linksOf(text, draft.blocks, kinds);
  const { sentences, warnings } = readSentences(text, read, kinds);
  return {
    format,
    text,
    blocks: read.map((block, index) => blockOf(block, kinds[index]!, pointers[index]!)),
    sentences,
    offsets,
    language: languageOf(text, draft.language),
    ...(title ? { title } : {}),
    ...(links && links.length > 0 ? { links } : {}),
    warnings: [...draft.warnings, ...warnings],
  };
};
