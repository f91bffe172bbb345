import { lastAtOrBefore } from "./in-order.ts";
import type { SourceMap, SourcePart, SourceRun, Span } from "./page.ts";

/** The map of a text that is its own source. */
export const sameSource = (text: string, parts: readonly SourcePart[] = []): SourceMap => ({
  source: text,
  runs: text.length === 0 ? [] : [{ text: 0, textLength: text.length, source: 0, sourceLength: text.length }],
  parts,
});

const runAt = (map: SourceMap, at: number): SourceRun | undefined => map.runs[lastAtOrBefore(map.runs, at, (run) => run.text)];

/** The source of one unit of text: of an entity the whole entity, of a separator of ours an empty span. */
const unitSource = (map: SourceMap, at: number): Span => {
  const run = runAt(map, at);
  if (!run) return { start: 0, end: 0 };
  if (run.textLength !== run.sourceLength) return { start: run.source, end: run.source + run.sourceLength };
  const start = run.source + (at - run.text);
  return { start, end: start + 1 };
};

/**
 * Where a stretch of a page's text stands in what was read.
 *
 * @param span a stretch of `Page.text`, not empty, within one block
 * @returns the smallest stretch of `map.source` from which all of it was read
 */
export const sourceSpan = (map: SourceMap, span: Span): Span => {
  const first = unitSource(map, span.start);
  const last = unitSource(map, Math.max(span.start, span.end - 1));
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
};

/** The numbered part of the source a place in the text belongs to, as in "page 3"; undefined where the source is text. */
export const sourcePart = (map: SourceMap, at: number): string | undefined => {
  const part = map.parts[lastAtOrBefore(map.parts, at, ({ start }) => start)];
  return part && at < part.end ? part.part : undefined;
};
