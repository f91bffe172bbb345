import { lastAtOrBefore } from "../../in-order.ts";
import type { Stretch } from "./lines.ts";

/** How the lines of one page are set. */
export interface Measure {
  readonly gap: number; // distance of lines within paragraphs, in heights of letters
  readonly left: number;
  readonly tellsBeginnings: boolean; // the file says of some lines, not of all, that something begins
  readonly limit: (stretch: Stretch) => number; // how far to the right its line could have gone
}

export const sameSize = (one: { readonly size: number }, other: { readonly size: number }): boolean =>
  Math.abs(one.size - other.size) <= Math.max(one.size, other.size) * 0.08;

const gapsOf = (lines: readonly Stretch[]): number[] =>
  lines.slice(1).flatMap((line, index) => {
    const above = lines[index]!;
    const gap = above.y - line.y;
    return gap > above.size * 0.5 && gap < above.size * 3 && sameSize(above, line) ? [gap / above.size] : [];
  });

/** The distance of lines within paragraphs: most gaps are that or, between paragraphs, wider. */
const lineGap = (lines: readonly Stretch[]): number => {
  const gaps = gapsOf(lines).sort((one, other) => one - other);
  return Math.min(gaps[Math.floor(gaps.length / 4)] ?? 1.2, 2);
};

const ascending = (one: number, other: number): number => one - other;

/** Where the next words to the right begin on about the same line; none: infinity. */
const boundsOf = (stretches: readonly Stretch[]): Map<Stretch, number> => {
  const rows = Map.groupBy(stretches, ({ y, size }) => Math.round(y / Math.max(size, 1)));
  const bounds = new Map<Stretch, number>();
  for (const [row, inRow] of rows) {
    const lefts = [row - 1, row, row + 1].flatMap((near) => rows.get(near) ?? []).map(({ left }) => left);
    lefts.sort(ascending);
    for (const stretch of inRow)
      bounds.set(stretch, lefts[lastAtOrBefore(lefts, stretch.right - 1, (left) => left) + 1] ?? Number.POSITIVE_INFINITY);
  }
  return bounds;
};

/** What is set in further than this begins a column of its own, in heights of letters. */
const NARROWEST = 3;

/** Where columns begin: words that stand beside others, without what is set in within a column. */
const columnStarts = (stretches: readonly Stretch[], bounds: ReadonlyMap<Stretch, number>): number[] => {
  const size = stretches.map((stretch) => stretch.size).sort(ascending)[Math.floor(stretches.length / 2)] ?? 1;
  const starts: number[] = [];
  for (const left of [...bounds.values()].filter(Number.isFinite).sort(ascending))
    if (starts.length === 0 || left - starts.at(-1)! > size * NARROWEST) starts.push(left);
  return starts;
};

const limitsOf = (stretches: readonly Stretch[]): Measure["limit"] => {
  const bounds = boundsOf(stretches);
  const starts = columnStarts(stretches, bounds);
  const columnAt = ({ left }: Stretch): number => lastAtOrBefore(starts, left + 1, (start) => start);
  const widest = starts.map(() => 0); // where the widest line of each column or of one to its right ends
  for (const stretch of stretches) {
    const column = columnAt(stretch);
    if (column >= 0) widest[column] = Math.max(widest[column]!, stretch.right);
  }
  for (let at = widest.length - 2; at >= 0; at--) widest[at] = Math.max(widest[at]!, widest[at + 1]!);
  const rights = stretches.map(({ right }) => right).sort(ascending);
  return (stretch) => {
    const bound = bounds.get(stretch) ?? Number.POSITIVE_INFINITY;
    const column = columnAt(stretch);
    if (bound === Number.POSITIVE_INFINITY && column >= 0) return widest[column]!;
    return rights[lastAtOrBefore(rights, bound, (right) => right)] ?? stretch.right;
  };
};

/**
 * Measures a page by all that is printed on it.
 *
 * @param stretches in the order in which the page was written
 */
export const measureOf = (stretches: readonly Stretch[]): Measure => {
  const opening = stretches.filter(({ opens }) => opens).length;
  return {
    gap: lineGap(stretches),
    left: stretches.reduce((left, stretch) => Math.min(left, stretch.left), Number.POSITIVE_INFINITY),
    tellsBeginnings: opening > 0 && opening < stretches.length * 0.9,
    limit: limitsOf(stretches),
  };
};
