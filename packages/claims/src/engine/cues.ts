import type { ClaimCue, Excuse } from "@calcar/catalog";
import type { Scene } from "./match.ts";
import type { Mention } from "./mentions.ts";
import { CLAUSE_END, COMMA, NO_BREAK, type Token } from "./tokens.ts";

/** A cue as the lexicon knows it. */
export interface Cue extends Pick<ClaimCue, "id" | "excuse" | "reach" | "upTo"> {
  readonly list: number;
  readonly not: readonly number[];
  readonly onlyWith?: readonly number[];
  readonly unlessWith: readonly number[];
}

/** Lists of words at which a clause turns: the reach of a cue ends there. */
export interface Turns {
  readonly turns: number; // "but", "however": a clause ends whether or not a comma stands before
  readonly openers: number; // "it", "we", "which": after a comma they open another clause
  readonly fronting: number; // "if", "unlike": a sentence that begins so has a fronted clause up to its first comma
}

/** A stretch of tokens under an excuse, and the cue that put it there. */
export interface Excused extends Pick<Mention, "from" | "to" | "entry"> {
  readonly excuse: Excuse;
  readonly reachFrom: number;
  readonly reachTo: number;
  readonly reach: Cue["reach"];
}

/** Every stretch of a sentence that some cue excuses. */
export function excusedIn(scene: Scene, cues: readonly Cue[], turns: Turns): readonly Excused[] {
  const holds = (list: number) => scene.mentions.has(list);
  const alive = cues.filter(
    ({ list, onlyWith, unlessWith }) => holds(list) && !unlessWith.some(holds) && (onlyWith === undefined || onlyWith.some(holds)),
  );
  if (alive.length === 0) return NONE;
  const ends = clauseEnds(scene, turns);
  return alive.flatMap((cue) =>
    longest(scene.mentions.get(cue.list) ?? [])
      .filter((mention) => !cue.not.some((list) => (scene.mentions.get(list) ?? []).some((other) => within(mention, other))))
      .filter((mention) => cue.excuse !== "negation" || !standsAlone(scene.tokens, mention))
      .map((mention) => reachOf(cue, mention, ends)),
  );
}

const NONE: readonly Excused[] = [];

const within = (inner: Mention, outer: Mention) => inner.from >= outer.from && inner.to <= outer.to;

/** "No, the cells cure it" denies a question and not what follows; of "cannot, however, cure" the clause runs on. */
const standsAlone = (tokens: readonly Token[], { from, to }: Pick<Mention, "from" | "to">): boolean =>
  to - from === 1 &&
  (from === 0 || tokens[from]!.breakBefore !== NO_BREAK) &&
  tokens[to] !== undefined &&
  tokens[to].breakBefore !== NO_BREAK;

/** Of mentions that begin at the same token only the longest counts. */
function longest(mentions: readonly Mention[]): Mention[] {
  const byStart = new Map<number, Mention>();
  for (const mention of mentions) {
    const known = byStart.get(mention.from);
    if (!known || known.to < mention.to) byStart.set(mention.from, mention);
  }
  return [...byStart.values()];
}

interface Ends {
  readonly next: readonly number[]; // for each token, where its clause ends
  readonly start: readonly number[]; // for each token, where its clause begins
  readonly length: number;
}

function reachOf({ excuse, reach, upTo = Number.POSITIVE_INFINITY }: Cue, mention: Mention, ends: Ends): Excused {
  const { from, to, entry } = mention;
  const after = Math.min(ends.next[to - 1] ?? ends.length, to + upTo);
  const before = Math.max(ends.start[from] ?? 0, from - upTo);
  const reached = {
    after: [to, after],
    before: [before, from],
    rest: [to, Math.min(ends.length, to + upTo)],
    start: [Math.max(0, from - upTo), from],
    sentence: [0, ends.length],
    passage: [0, ends.length],
    previous: [from, from],
  }[reach] as [number, number];
  return { excuse, from, to, entry, reachFrom: reached[0], reachTo: reached[1], reach };
}

/** Where clauses part: at their signs, at words that turn, at a comma before a new subject, after a fronted clause. */
function clauseEnds({ tokens, mentions }: Scene, { turns, openers, fronting }: Turns): Ends {
  const at = (list: number) => new Set((mentions.get(list) ?? []).map(({ from }) => from));
  const turning = new Set((mentions.get(turns) ?? []).filter((turn) => !standsAlone(tokens, turn)).map(({ from }) => from));
  const opening = at(openers);
  const fronted = at(fronting).has(0) ? tokens.findIndex(({ breakBefore }, i) => i > 0 && breakBefore >= COMMA) : -1;
  const parts = tokens.map(
    (token, i) =>
      i > 0 && (i === fronted || token.breakBefore === CLAUSE_END || turning.has(i) || (token.breakBefore === COMMA && opening.has(i))),
  );
  return { next: nextPart(parts), start: lastPart(parts), length: tokens.length };
}

function nextPart(parts: readonly boolean[]): number[] {
  const next = new Array<number>(parts.length);
  let end = parts.length;
  for (let i = parts.length - 1; i >= 0; i--) {
    next[i] = end;
    if (parts[i]) end = i;
  }
  return next;
}

function lastPart(parts: readonly boolean[]): number[] {
  let start = 0;
  return parts.map((part, i) => {
    if (part) start = i;
    return start;
  });
}

/** Whether any stretch of a sentence under one of these excuses covers a match, unless the cue itself is part of the match. */
export function excuses(excused: readonly Excused[], match: readonly Mention[], which: ReadonlySet<Excuse>): Excused | undefined {
  return excused.find(
    (stretch) =>
      which.has(stretch.excuse) &&
      match.some(({ from, to }) => from < stretch.reachTo && stretch.reachFrom < to) &&
      !match.some(({ from, to }) => from <= stretch.from && stretch.to <= to),
  );
}

/** The stretch of text that tokens `from` up to `to` take. */
export const spanOf = (tokens: readonly Token[], { from, to }: Pick<Mention, "from" | "to">) => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});
