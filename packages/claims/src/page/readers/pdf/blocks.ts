import { markOf } from "../../shape/marks.ts";
import type { Stretch } from "./lines.ts";
import { type Measure, sameSize } from "./measure.ts";
import { PrintedBlock } from "./printed-block.ts";

export const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);
export const endsSentence = (text: string): boolean => /[.!?:]["'”’»)\]]*\d{0,3}$/.test(text);

/** A line does not end for good behind these. */
const OPEN_END =
  /(?:[,;(–—&-]|(?:^|\s)(?:a|an|the|of|in|on|at|by|for|to|and|or|with|from|than|that|el|la|los|las|un|una|de|del|en|por|para|con|y|o|que))$/i;

const FIRST_WORD = /^\S+/;

/** The room at the end of a line, measured by the first word of the next: greedy setting would have put it there. */
const roomFor = (above: Stretch, line: Stretch, page: Measure): number => {
  const isCentred =
    Math.abs(above.left - line.left) > line.size && Math.abs(above.left + above.right - line.left - line.right) < line.size * 2;
  const room = isCentred ? page.limit(above) - page.left - (above.right - above.left) : page.limit(above) - above.right;
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  return room / (letter * ((FIRST_WORD.exec(line.text)?.[0].length ?? 1) + 2));
};

const SMALL_TAKES = 3;
const SMALL_PART = 0.35;

/** Whether a line ends before its time, so that the next does not go on with it. */
const endsEarly = (above: Stretch, line: Stretch, page: Measure): boolean => {
  const room = roomFor(above, line, page);
  if (/\p{L}[-\u00ad\u2010]$/u.test(above.text) && startsSmall(line.text)) return false;
  if (startsSmall(line.text) && !endsSentence(above.text)) {
    const width = page.limit(above) - above.left;
    return room > SMALL_TAKES && page.limit(above) - above.right > width * SMALL_PART && !OPEN_END.test(above.text);
  }
  return room > 1 && !OPEN_END.test(above.text);
};

const LONGEST_INDENT = 4;

/** Whether a line begins where the block has its lines: the first may be set in, or the others below a mark. */
const isAligned = ({ first, last, lines, left, right }: PrintedBlock, line: Stretch): boolean => {
  const slack = line.size * 0.6;
  const centred = Math.abs(left + right - line.left - line.right) < line.size * 1.2 || Math.abs(right - line.right) < 1;
  if (lines > 1) return Math.abs(last.left - line.left) <= slack || centred;
  const shift = (line.left - first.left) / Math.max(line.size, 1);
  return (
    Math.abs(shift) <= 0.6 ||
    (shift < 0 && shift >= -LONGEST_INDENT) ||
    (shift <= LONGEST_INDENT && markOf(first.text, 0) !== undefined) ||
    centred
  );
};

const SHORTEST_COLUMN = 15; // letters
const LONGEST_CELL = 6; // lines; a column of prose has more

/** Whether a line stands at the head of the next column, and goes on there with what the last one ended in. */
const goesOnBeside = ({ top, left, right, last, lines }: PrintedBlock, line: Stretch): boolean => {
  const isCell = line.y < top + line.size && lines < LONGEST_CELL;
  const isOpen = startsSmall(line.text) || OPEN_END.test(last.text) || right - left > line.size * SHORTEST_COLUMN;
  return line.left > right - line.size && !isCell && !endsSentence(last.text) && isOpen;
};

const goesOn = (block: PrintedBlock, line: Stretch, page: Measure): boolean => {
  const above = block.last;
  const gap = (above.y - line.y) / Math.max(above.size, 1);
  if (!sameSize(above, line) || markOf(line.text, 0)) return false;
  if (gap < -0.5) return goesOnBeside(block, line);
  if (gap < 0.5 || gap > page.gap * 1.3 || !isAligned(block, line)) return false;
  if (page.tellsBeginnings && line.opens && (endsSentence(above.text) || !startsSmall(line.text))) return false;
  return !endsEarly(above, line, page);
};

/** Groups the lines of one page, in the order in which it was written, into what belongs together. */
export const blocksOf = (stretches: readonly Stretch[], page: Measure, words: ReadonlySet<string>): PrintedBlock[] => {
  const blocks: PrintedBlock[] = [];
  for (const line of stretches) {
    const last = blocks.at(-1);
    const block = new PrintedBlock(line);
    if (last && goesOn(last, line, page)) last.goOn(block, words);
    else blocks.push(block);
  }
  return blocks;
};
