import type { Draft, DraftBlock } from "../draft.ts";
import type { PageWarning, PaperLink } from "../page.ts";
import { shapeText } from "../shape/shape-text.ts";
import { assemble, type LooseBlock } from "./assemble.ts";
import { type Definitions, definitionsIn, readInline } from "./markdown-inline.ts";
import { Pieces } from "./pieces.ts";

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^\n]{0,2000}\n){0,200}?---[ \t]*(?:\r?\n|$)/;
const TOLD = /^(?:title|description|excerpt|summary|subtitle):[ \t]*["']?(\S[^\n]*?)["']?[ \t]*\r?$/gim;

const plainPieces = (words: string, source: number): Pieces => {
  const pieces = new Pieces();
  pieces.addCollapsed(words, source);
  return pieces;
};

/** What the head of the file tells search engines. */
const toldIn = (head: string): LooseBlock[] =>
  [...head.matchAll(TOLD)].map((told) => ({ layout: "meta", pieces: plainPieces(told[1]!, told.index + told[0].indexOf(told[1]!)) }));

const codePieces = (source: string, { start, end }: DraftBlock["body"]): Pieces => {
  const pieces = new Pieces();
  pieces.addWords(source.slice(start, end), start, end - start);
  return pieces;
};

interface Found {
  readonly blocks: readonly LooseBlock[];
  readonly links: readonly PaperLink[];
}

const readBlock = (source: string, block: DraftBlock, definitions: Definitions): Found => {
  const { layout, level, cell, body, start } = block;
  const isDefinition = /^\[[^\]\n]{1,60}\]:\s/.test(source.slice(start, start + 64));
  const { pieces, pictures, links } =
    layout === "code" ? { pieces: codePieces(source, body), pictures: [], links: [] } : readInline(source, body, definitions);
  const words: LooseBlock = {
    layout,
    pieces,
    ...(level === undefined ? {} : { level }),
    ...(cell === undefined ? {} : { cell }),
    ...(isDefinition ? { hint: "reference" } : {}),
  };
  return { blocks: [words, ...pictures.map((picture): LooseBlock => ({ layout: "alt-text", pieces: picture }))], links };
};

/**
 * Reads Markdown by our own minimal rules instead of a library's: the layout of a plain text with line ends as spaces,
 * then each block without its signs. A library gives the words decoded but not the place of each character behind an
 * escape or an entity, and the known ones take more than linear time on hostile input.
 */
export const readMarkdown = (source: string, warnings: readonly PageWarning[] = []): Draft => {
  const head = FRONT_MATTER.exec(source)?.[0] ?? "";
  const blocks = shapeText(head.replace(/[^\n]/g, " ") + source.slice(head.length), "spaces");
  const definitions = definitionsIn(source);
  const found = blocks.map((block) => readBlock(source, block, definitions));
  const loose = [...toldIn(head), ...found.flatMap((read) => read.blocks)];
  return assemble(loose, source, { format: "markdown", links: found.flatMap(({ links }) => links), warnings });
};
