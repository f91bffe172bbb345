import type { DraftBlock } from "../../draft.ts";
import { markOf } from "../../shape/marks.ts";
import { blocksOf, endsSentence, startsSmall } from "./blocks.ts";
import { joinLines } from "./join-lines.ts";
import type { PrintedLine } from "./lines.ts";
import { measureOf, sameSize } from "./measure.ts";
import type { PrintedBlock } from "./printed-block.ts";
import { type Printed, withTables } from "./tables.ts";

/** What printed lines make up together. */
export interface PrintedParagraph {
  readonly text: string;
  readonly size: number;
  readonly font: string;
  readonly page: number; // on which it begins
  readonly joinedWords: number; // words divided at a line end and put together again
  readonly cell?: NonNullable<DraftBlock["cell"]>;
}

/** The sign of an item whose own is drawn and not written. */
const BULLET = "• ";

const SHORTEST_INDENT = 1;
const LONGEST_INDENT = 6;

/** Whether a block stands below another of its size, set in by as much as items are. */
const isSetIn = (block: PrintedBlock, base: PrintedBlock | undefined): boolean => {
  if (!base || !sameSize(block.first, base.first) || block.top >= base.last.y) return false;
  const indent = (block.left - base.last.left) / block.first.size;
  return indent >= SHORTEST_INDENT && indent <= LONGEST_INDENT;
};

/** Blocks set in alike, two or more below one that is not: their bullets are drawn. */
const itemsIn = (printed: readonly Printed[]): ReadonlySet<PrintedBlock> => {
  const items = new Set<PrintedBlock>();
  let base: PrintedBlock | undefined;
  let run: PrintedBlock[] = [];
  const end = (): void => {
    if (run.length > 1) for (const item of run) items.add(item);
    run = [];
  };
  for (const block of printed) {
    const plain = "rows" in block || markOf(block.first.text, 0) ? undefined : block;
    if (plain && isSetIn(plain, base) && Math.abs(plain.left - (run[0] ?? plain).left) < 1.5) run.push(plain);
    else {
      end();
      base = plain ?? base;
    }
  }
  end();
  return items;
};

const paragraphOf = (block: PrintedBlock, page: number, isItem: boolean): PrintedParagraph => ({
  ...{ text: (isItem ? BULLET : "") + block.text, size: block.first.size, font: block.first.font, page, joinedWords: block.joinedWords },
});

/** The first row is a head when it is set in letters of its own. */
const hasHead = ([first, second]: readonly (readonly (PrintedBlock | undefined)[])[]): boolean => {
  const fonts = new Set(second?.map((cell) => cell?.first.font));
  return first!.every((cell) => cell === undefined || !fonts.has(cell.first.font));
};

const cellsOf = (rows: readonly (readonly (PrintedBlock | undefined)[])[], page: number, table: number): PrintedParagraph[] => {
  const isHeaded = hasHead(rows);
  return rows.flatMap((cells, row) =>
    cells.flatMap((block, column) =>
      block ? [{ ...paragraphOf(block, page, false), cell: { table, row, column, isHeader: isHeaded && row === 0 } }] : [],
    ),
  );
};

/** Groups the printed lines of one page into paragraphs, items and cells, by where they stand and where they end. */
const paragraphsOf = (lines: readonly PrintedLine[], page: number, words: ReadonlySet<string>, tables: number): PrintedParagraph[] => {
  const stretches = lines.flatMap((line) => line.stretches);
  const measure = measureOf(stretches);
  const printed = withTables(blocksOf(stretches, measure, words), measure, words);
  const items = itemsIn(printed);
  let table = tables;
  return printed.flatMap((each) => ("rows" in each ? cellsOf(each.rows, page, table++) : [paragraphOf(each, page, items.has(each))]));
};

const SHORTEST_OPEN = 60;

/** Whether a paragraph goes on at the head of the next page. */
const goesOn = (last: PrintedParagraph, next: PrintedParagraph): boolean =>
  !last.cell &&
  !next.cell &&
  sameSize(last, next) &&
  !endsSentence(last.text.slice(-40)) &&
  !markOf(next.text, 0) &&
  (startsSmall(next.text) || last.text.length >= SHORTEST_OPEN);

/**
 * The paragraphs of a file, in order; one that is broken between two pages is whole again.
 *
 * @param words the words that stand undivided in the file
 */
export const printedParagraphs = (pages: readonly (readonly PrintedLine[])[], words: ReadonlySet<string>): PrintedParagraph[] => {
  const all: PrintedParagraph[] = [];
  let tables = 0;
  pages.forEach((lines, index) => {
    const paragraphs = paragraphsOf(lines, index + 1, words, tables);
    tables = Math.max(tables, 1 + (paragraphs.findLast(({ cell }) => cell)?.cell?.table ?? -1));
    const [first, ...rest] = paragraphs;
    const last = all.at(-1);
    if (first && last && goesOn(last, first)) {
      const { text, wasDivided } = joinLines(last.text, first.text, words);
      all[all.length - 1] = { ...last, text, joinedWords: last.joinedWords + first.joinedWords + (wasDivided ? 1 : 0) };
    } else if (first) all.push(first);
    for (const paragraph of rest) all.push(paragraph);
  });
  return all;
};
