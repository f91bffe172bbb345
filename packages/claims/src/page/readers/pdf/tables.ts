import { endsSentence, startsSmall } from "./blocks.ts";
import type { Measure } from "./measure.ts";
import type { PrintedBlock } from "./printed-block.ts";

/** Blocks side by side, from left to right. */
type Row = readonly PrintedBlock[];

/** What stands below one another: a paragraph, or a table of rows with a block or nothing for each column. */
export type Printed = PrintedBlock | { readonly rows: readonly (readonly (PrintedBlock | undefined)[])[] };

const heightOf = ({ top, bottom, first }: PrintedBlock): number => top - bottom + first.size;

/** Whether a block stands to the right of another, at least partly on its height. */
const isBeside = (one: PrintedBlock, other: PrintedBlock): boolean => {
  const shared = Math.min(one.top + one.first.size, other.top + other.first.size) - Math.max(one.bottom, other.bottom);
  return other.left > one.right - 1 && shared > Math.min(heightOf(one), heightOf(other)) * 0.3;
};

const rowsOf = (blocks: readonly PrintedBlock[]): Row[] => {
  const rows: PrintedBlock[][] = [];
  for (const block of blocks) {
    const last = rows.at(-1)?.at(-1);
    if (last && isBeside(last, block)) rows.at(-1)!.push(block);
    else rows.push([block]);
  }
  return rows;
};

/** Rows of a table are no further apart, in heights of letters. */
const FARTHEST = 5;

const MOST_COLUMNS = 30;

const isNextRow = (row: Row, next: Row): boolean => {
  const bottom = Math.min(...row.map((block) => block.bottom));
  const top = Math.max(...next.map((block) => block.top));
  const size = next[0]!.first.size;
  return (
    next.length > 1 && next.length <= MOST_COLUMNS && bottom - top < size * FARTHEST && bottom - top > -size && columnsShared(row, next) > 1
  );
};

const overlap = (one: PrintedBlock, other: PrintedBlock): number => Math.min(one.right, other.right) - Math.max(one.left, other.left);

const columnsShared = (row: Row, next: Row): number => next.filter((block) => row.some((above) => overlap(above, block) > 0)).length;

/** Puts each block of a row below the one of the fullest row that it stands under most. */
const inColumns = (row: Row, columns: Row): (PrintedBlock | undefined)[] => {
  const placed: (PrintedBlock | undefined)[] = columns.map(() => undefined);
  let from = 0;
  for (const block of row) {
    let best = Math.min(from, columns.length - 1);
    for (let at = best; at < columns.length; at++) if (overlap(columns[at]!, block) > overlap(columns[best]!, block)) best = at;
    placed[best] ??= block;
    from = best + 1;
  }
  return placed;
};

/** A line that goes on below fills its column. */
const FILLED = 0.75;

const fills = (above: PrintedBlock, page: Measure): boolean =>
  above.last.right - above.left > (page.limit(above.last) - above.left) * FILLED;

/** Columns of prose written line by line: each line fills its column, and some go on in the middle of a sentence. */
const isSameRow = (upper: readonly (PrintedBlock | undefined)[], lower: readonly (PrintedBlock | undefined)[], page: Measure): boolean => {
  const pairs = upper.flatMap((above, at) => (above && lower[at] ? [{ above, below: lower[at] }] : []));
  const isTight = pairs.every(({ above, below }) => above.bottom - below.top < above.first.size * page.gap * 1.3);
  const goesOn = pairs.some(({ above, below }) => startsSmall(below.text) && !endsSentence(above.last.text));
  return pairs.length > 0 && isTight && goesOn && pairs.every(({ above }) => fills(above, page));
};

/** A longer cell is prose in columns. */
const LONGEST_CELL = 300;

const tableOf = (rows: readonly Row[], page: Measure, words: ReadonlySet<string>): Printed[] => {
  const columns = rows.reduce((fullest, row) => (row.length > fullest.length ? row : fullest));
  const placed: (PrintedBlock | undefined)[][] = [];
  for (const row of rows) {
    const cells = inColumns(row, columns);
    const above = placed.at(-1);
    if (!above || !isSameRow(above, cells, page)) placed.push(cells);
    else
      cells.forEach((cell, at) => {
        if (cell && above[at]) above[at].goOn(cell, words);
        else above[at] ??= cell;
      });
  }
  const isTable = placed.length > 1 && placed.flat().every((cell) => cell === undefined || cell.text.length <= LONGEST_CELL);
  return isTable ? [{ rows: placed }] : columns.flatMap((_, at) => placed.flatMap((row) => row[at] ?? []));
};

const behindTable = (rows: readonly Row[], from: number): number => {
  let to = from + 1;
  const { length } = rows[from]!;
  if (length > 1 && length <= MOST_COLUMNS) while (to < rows.length && isNextRow(rows[to - 1]!, rows[to]!)) to++;
  return to;
};

/** Finds the tables among the blocks of a page: rows of blocks side by side, one below the other. */
export const withTables = (blocks: readonly PrintedBlock[], page: Measure, words: ReadonlySet<string>): Printed[] => {
  const rows = rowsOf(blocks);
  const found: Printed[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = behindTable(rows, from);
    if (to - from > 1) for (const each of tableOf(rows.slice(from, to), page, words)) found.push(each);
    else for (const block of rows[from]!) found.push(block);
    from = to;
  }
  return found;
};
