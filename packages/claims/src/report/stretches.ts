import type { Span } from "../page/page.ts";

/** A stretch of a text, and which of some spans cover all of it, by their places in the list. */
export interface Stretch extends Span {
  readonly over: readonly number[];
}

/** Cuts a text where a span begins or ends. Each span is opened and closed once, so that many spans take no more than their number. */
export function stretches(spans: readonly Span[], length: number): readonly Stretch[] {
  const beginning = Map.groupBy(spans.keys(), (at) => spans[at]!.start);
  const cuts = [...new Set([0, length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  let open: readonly number[] = [];
  return cuts.slice(0, -1).map((start, i) => {
    open = [...open.filter((at) => spans[at]!.end > start), ...(beginning.get(start) ?? [])];
    return { start, end: cuts[i + 1]!, over: open.toSorted((a, b) => a - b) };
  });
}
