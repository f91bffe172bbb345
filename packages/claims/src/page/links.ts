import type { DraftBlock } from "./draft.ts";
import type { Block, BlockKind, TablePlace } from "./page.ts";

/** The block numbers by which a block points back at others. */
export type Links = Pick<Block, "section" | "question" | "leadIn"> & Pick<TablePlace, "header" | "rowHead">;

interface Walk {
  section?: { index: number; level: number };
  question?: { index: number; level: number };
  list?: { leadIn?: number };
  headers: Map<string, number>; // table and column, to the heading cell
  row?: { readonly key: string; readonly head: number }; // the row being read, and its first cell
}

const levelOf = (block: DraftBlock): number => (block.layout === "heading" ? (block.level ?? 2) : 7);

/** Questions in a row of list items are a list of questions: none of them is answered by what follows. */
const isListedQuestion = (blocks: readonly DraftBlock[], kinds: readonly BlockKind[], index: number): boolean => {
  if (blocks[index]!.layout !== "list-item") return false;
  return [index - 1, index + 1].some((near) => blocks[near]?.layout === "list-item" && kinds[near] === "question");
};

const columnKey = (block: DraftBlock): string => `${block.cell?.table}/${block.cell?.column}`;

/** The first cell of a row tells what the row is about, unless the row is a head. */
const followRow = (walk: Walk, { cell }: DraftBlock, index: number): void => {
  const key = `${cell?.table}/${cell?.row}`;
  if (!cell || cell.isHeader) delete walk.row;
  else if (walk.row?.key !== key) walk.row = { key, head: index };
};

const leadsIn = (text: string, block: DraftBlock | undefined): boolean =>
  block !== undefined && /[::]["'”’»*_]*$/u.test(text.slice(Math.max(block.body.start, block.body.end - 6), block.body.end));

const followList = (walk: Walk, text: string, blocks: readonly DraftBlock[], index: number): void => {
  if (blocks[index]!.layout !== "list-item") delete walk.list;
  else if (leadsIn(text, blocks[index - 1])) walk.list = { leadIn: index - 1 };
  else walk.list ??= {};
};

const linksAt = (walk: Walk, block: DraftBlock, index: number): Links => ({
  ...(walk.row === undefined || walk.row.head === index ? {} : { rowHead: walk.row.head }),
  ...(walk.section ? { section: walk.section.index } : {}),
  ...(walk.question ? { question: walk.question.index } : {}),
  ...(walk.list?.leadIn === undefined ? {} : { leadIn: walk.list.leadIn }),
  ...(block.cell && !block.cell.isHeader && walk.headers.has(columnKey(block)) ? { header: walk.headers.get(columnKey(block))! } : {}),
});

/** Links every block to its heading, the question it answers, the line that introduces its list and the head of its column. */
export const linksOf = (text: string, blocks: readonly DraftBlock[], kinds: readonly BlockKind[]): Links[] => {
  const walk: Walk = { headers: new Map() };
  return blocks.map((block, index) => {
    const level = levelOf(block);
    const isQuestion = kinds[index] === "question";
    if (walk.question && (isQuestion || level <= walk.question.level) && level < 8 && (isQuestion || block.layout === "heading"))
      delete walk.question;
    followList(walk, text, blocks, index);
    followRow(walk, block, index);
    const links = linksAt(walk, block, index);
    if (block.layout === "heading") walk.section = { index, level };
    if (isQuestion && !isListedQuestion(blocks, kinds, index)) walk.question = { index, level };
    if (block.cell?.isHeader) walk.headers.set(columnKey(block), index);
    return links;
  });
};
