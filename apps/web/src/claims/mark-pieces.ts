import type { Placed, Span } from "./shapes.ts";

/** A stretch of the page that the same findings cover; none of them when it is unmarked. */
export interface Piece extends Span {
  readonly over: readonly Placed[];
}

/**
 * Cuts a text where a mark begins or ends.
 *
 * @param length of the text, in UTF-16 code units
 * @param seams further places to cut at
 * @returns pieces in order that together are the whole text; no piece is empty
 */
export function markPieces(length: number, placed: readonly Placed[], seams: readonly Span[] = []): readonly Piece[] {
  const edges = [...seams, ...placed.map(({ span }) => span)]
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > 0 && at < length);
  const cuts = [...new Set([0, ...edges, length])].sort((a, b) => a - b);
  const waiting = [...placed].sort((a, b) => a.span.start - b.span.start);
  let open: Placed[] = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, i) => {
    while (waiting[next] !== undefined && waiting[next]!.span.start <= start) open.push(waiting[next++]!);
    open = open.filter(({ span }) => span.end > start);
    return { start, end: cuts[i + 1]!, over: open.toSorted((a, b) => a.number - b.number) };
  });
}

/**
 * Carries a place over one edit: the text in common before and after it stays, what was changed is between.
 *
 * @returns undefined when the edit touches the place: what stood there is not there any more
 */
export function carrySpan(span: Span, before: string, now: string): Span | undefined {
  if (before === now) return span;
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  if (span.end <= head) return span;
  const by = now.length - before.length;
  return span.start >= before.length - tail ? { start: span.start + by, end: span.end + by } : undefined;
}
