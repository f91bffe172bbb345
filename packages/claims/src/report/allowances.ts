import type { Page, Span } from "../page/page.ts";
import { sourceSpan } from "../page/source-map.ts";

/** One rule that a comment allows in one block of the page, with the reason its author gave. */
export interface Allowance extends Span {
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
  const { source } = page.offsets;
  const allowed: Allowance[] = [];
  const misused: MisusedAllowance[] = [];
  const comments: Span[] = [];
  for (let at = source.indexOf(OPENS); at >= 0; at = source.indexOf(OPENS, at + OPENS.length)) {
    const end = source.indexOf(CLOSES, at);
    if (end < 0) break;
    comments.push({ start: at, end: end + CLOSES.length });
    const [named = "", ...rest] = source.slice(at + OPENS.length, end).split(":");
    const reason = rest.join(":").trim();
    const block = coveredBlock(page, { start: at, end: end + CLOSES.length });
    const problem = problemOf(named, reason, rules, block);
    if (problem !== undefined) misused.push({ at, problem });
    else allowed.push(...idsOf(named).map((rule) => ({ rule, reason, start: block!.start, end: block!.end })));
  }
  return { allowed, misused, comments };
}

const idsOf = (named: string): string[] => named.split(",").map((id) => id.trim());

function problemOf(named: string, reason: string, rules: ReadonlySet<string>, block: Span | undefined): string | undefined {
  const unknown = idsOf(named).filter((id) => !rules.has(id));
  if (unknown.length > 0) return `unknown rule ${unknown.join(", ").slice(0, 120)}`;
  if (reason === "") return "gives no reason";
  return block ? undefined : "stands before no text";
}

/** The block that holds the comment beside other words, or the first one after it. Blocks stand in the order of the source. */
const coveredBlock = ({ blocks, offsets }: Page, comment: Span): Span | undefined =>
  blocks.find((block) => {
    const { start, end } = sourceSpan(offsets, block);
    if (start >= comment.end) return true;
    const around = `${offsets.source.slice(start, comment.start)}${offsets.source.slice(comment.end, end)}`;
    return start <= comment.start && comment.end <= end && around.trim() !== "";
  });
