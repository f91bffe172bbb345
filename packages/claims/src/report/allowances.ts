import { overlapping } from "../page/in-order.ts";
import type { Page, Span } from "../page/page.ts";
import { sourceSpan } from "../page/source-map.ts";
import { remembered } from "../remembered.ts";

/** One rule that a comment allows in one block of the page, with the reason its author gave. */
export interface Allowance extends Span {
  readonly at: number; // of its comment, in the file that was read
  readonly rule: string;
  readonly reason: string;
}

/** A comment that allows nothing, and what is wrong with it. */
export interface MisusedAllowance {
  readonly at: number; // in the file that was read
  readonly problem: string;
}

export interface Allowances {
  readonly allowed: readonly Allowance[];
  readonly misused: readonly MisusedAllowance[];
  readonly comments: readonly Span[]; // in the file that was read: no words of the page
}

const OPENS = "<!-- calcar-allow ";
const CLOSES = "-->";

/**
 * Reads the comments by which an author lets a finding stand: `<!-- calcar-allow no-risk-claim: quotes the regulator -->`.
 *
 * A comment covers the block it stands in, or else the next one, and only the rules it names. Without a reason it covers nothing.
 *
 * @param rules ids of the rules there are
 */
export function allowances(page: Page, rules: ReadonlySet<string>): Allowances {
  const comments = commentsIn(page.offsets.source);
  const covered = coveredBlocks(page, comments);
  const allowed: Allowance[] = [];
  const misused: MisusedAllowance[] = [];
  comments.forEach(({ start, named, reason }, i) => {
    const block = covered[i];
    const problem = problemOf(named, reason, rules, block);
    if (problem !== undefined) misused.push({ at: start, problem });
    else allowed.push(...idsOf(named).map((rule) => ({ at: start, rule, reason, start: block!.start, end: block!.end })));
  });
  return { allowed, misused, comments };
}

interface Comment extends Span {
  readonly named: string; // ids, as written
  readonly reason: string;
}

function commentsIn(source: string): Comment[] {
  const comments: Comment[] = [];
  for (let start = source.indexOf(OPENS); start >= 0; ) {
    const close = source.indexOf(CLOSES, start);
    if (close < 0) break;
    const end = close + CLOSES.length;
    const [named = "", ...rest] = source.slice(start + OPENS.length, close).split(":");
    comments.push({ start, end, named, reason: rest.join(":").trim() });
    start = source.indexOf(OPENS, end);
  }
  return comments;
}

const idsOf = (named: string): string[] => named.split(",").map((id) => id.trim());

function problemOf(named: string, reason: string, rules: ReadonlySet<string>, block: Span | undefined): string | undefined {
  const unknown = idsOf(named).filter((id) => !rules.has(id));
  if (unknown.length > 0) return `names the unknown rule ${unknown.join(", ").slice(0, 120)}`;
  if (reason === "") return "gives no reason";
  return block ? undefined : "stands before no text";
}

/**
 * For each comment the block that holds it beside other words, or the first one after it. Blocks and comments stand in the
 * order of the source, so both are gone through once.
 */
function coveredBlocks({ blocks, offsets }: Page, comments: readonly Span[]): (Span | undefined)[] {
  const sources = blocks.map((block) => sourceSpan(offsets, block));
  const hasOtherWords = remembered(
    (at: number) => hasWordsBeside(offsets.source, sources[at]!, comments),
    (at) => at,
  );
  let at = 0;
  return comments.map((comment) => {
    const covers = (block: Span) =>
      block.start >= comment.end || (block.start <= comment.start && comment.end <= block.end && hasOtherWords(at));
    while (at < sources.length && !covers(sources[at]!)) at++;
    return blocks[at];
  });
}

/** Whether anything but comments and white space stands in a block. */
function hasWordsBeside(source: string, { start, end }: Span, comments: readonly Span[]): boolean {
  let from = start;
  for (const comment of overlapping(comments, { start, end })) {
    if (source.slice(from, comment.start).trim() !== "") return true;
    from = comment.end;
  }
  return source.slice(from, end).trim() !== "";
}
