import type { Draft, DraftBlock } from "../draft.ts";
import { lastAtOrBefore } from "../in-order.ts";
import type { PaperLink, SourcePart, SourceRun } from "../page.ts";
import { sameSource } from "../source-map.ts";
import type { Pieces } from "./pieces.ts";

/** A block whose place in the page's text is not known yet. */
export interface LooseBlock extends Omit<DraftBlock, "start" | "end" | "body"> {
  readonly pieces: Pieces;
  readonly part?: string; // "page 3"
}

/** Blank line between blocks: it comes from nowhere. */
const BETWEEN = "\n\n";

const shifted = (runs: readonly SourceRun[], by: number): SourceRun[] => runs.map((run) => ({ ...run, text: run.text + by }));

const between = (text: number, next: readonly SourceRun[]): SourceRun => ({
  text,
  textLength: BETWEEN.length,
  source: next[0]?.source ?? 0,
  sourceLength: 0,
});

/** Links by their place in the text, where that is the only source there is; words left out lead nowhere. */
const placedIn = (links: readonly PaperLink[], runs: readonly SourceRun[]): PaperLink[] => {
  const read = runs.filter((run) => run.sourceLength > 0).sort((one, other) => one.source - other.source);
  const unit = (at: number): number => {
    const run = read[lastAtOrBefore(read, at, ({ source }) => source)];
    return run && at < run.source + run.sourceLength ? run.text + Math.min(at - run.source, run.textLength - 1) : -1;
  };
  return links
    .map((link) => ({ ...link, start: unit(link.start), end: unit(link.end - 1) + 1 }))
    .filter(({ start, end }) => start >= 0 && end > start);
};

/**
 * Puts blocks one below the other and makes one text and one map of them.
 *
 * @param source what the runs of the blocks and the links point into; undefined when the text made here is the only one there is
 */
export const assemble = (
  blocks: readonly LooseBlock[],
  source: string | undefined,
  rest: Omit<Draft, "text" | "blocks" | "offsets">,
): Draft => {
  const parts: string[] = [];
  const runs: SourceRun[] = [];
  const places: SourcePart[] = [];
  const drafts: DraftBlock[] = [];
  let length = 0;
  for (const { pieces, part, ...block } of blocks) {
    if (!pieces.hasWords) continue;
    if (length > 0) {
      runs.push(between(length, pieces.runs));
      parts.push(BETWEEN);
      length += BETWEEN.length;
    }
    const span = { start: length, end: length + pieces.length };
    for (const run of shifted(pieces.runs, length)) runs.push(run);
    parts.push(pieces.text);
    drafts.push({ ...block, ...span, body: span });
    if (part) places.push({ ...span, part });
    length = span.end;
  }
  const text = parts.join("");
  if (source !== undefined) return { ...rest, text, blocks: drafts, offsets: { source, runs, parts: places } };
  const links = rest.links ? { links: placedIn(rest.links, runs) } : {};
  return { ...rest, ...links, text, blocks: drafts, offsets: sameSource(text, places) };
};
