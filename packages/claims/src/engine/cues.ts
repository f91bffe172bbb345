import type { ClaimCue, Excuse } from "@calcar/catalog";
import { lastAtOrBefore } from "../page/in-order.ts";
import type { Scene } from "./match.ts";
import type { Mention, Mentions } from "./mentions.ts";
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
  const { mentions } = scene;
  const excused: Excused[] = [];
  let clauses: Clauses | undefined; // most sentences hold no cue
  for (const cue of cues) {
    if (!mentions.has(cue.list) || !isAlive(cue, mentions)) continue;
    clauses ??= clausesOf(scene, turns);
    for (const mention of longest(mentions.get(cue.list) ?? []))
      if (!isPart(mention, cue.not, mentions) && !(cue.excuse === "negation" && standsAlone(scene.tokens, mention)))
        excused.push(reachOf(cue, mention, clauses));
  }
  return excused;
}

const isAlive = ({ onlyWith, unlessWith }: Cue, mentions: Mentions): boolean =>
  !unlessWith.some((list) => mentions.has(list)) && (onlyWith === undefined || onlyWith.some((list) => mentions.has(list)));

/** Whether the words of a cue are part of words that are no cue: "not" of "not only". */
const isPart = (mention: Mention, lists: readonly number[], mentions: Mentions): boolean =>
  lists.some((list) => mentions.get(list)?.some(({ from, to }) => mention.from >= from && mention.to <= to) === true);

/** "No, the cells cure it" denies a question and not what follows; of "cannot, however, cure" the clause runs on. */
const standsAlone = (tokens: readonly Token[], { from, to }: Pick<Mention, "from" | "to">): boolean =>
  to - from === 1 &&
  (from === 0 || tokens[from]!.breakBefore !== NO_BREAK) &&
  tokens[to] !== undefined &&
  tokens[to].breakBefore !== NO_BREAK;

/** Of mentions that begin at the same token only the longest counts: the last of them. */
const longest = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.length === 1 ? mentions : mentions.filter(({ from }, i) => mentions[i + 1]?.from !== from);

function reachOf(cue: Cue, mention: Mention, clauses: Clauses): Excused {
  const { from, to, entry } = mention;
  const [reachFrom, reachTo] = reached(cue, mention, clauses);
  return { excuse: cue.excuse, from, to, entry, reachFrom, reachTo, reach: cue.reach };
}

function reached({ reach, upTo = Number.POSITIVE_INFINITY }: Cue, { from, to }: Mention, clauses: Clauses): readonly [number, number] {
  switch (reach) {
    case "after":
      return [to, Math.min(clauseEnd(to - 1, clauses), to + upTo)];
    case "before":
      return [Math.max(clauseStart(from, clauses), from - upTo), from];
    case "rest":
      return [to, Math.min(clauses.length, to + upTo)];
    case "start":
      return [Math.max(0, from - upTo), from];
    case "sentence":
    case "passage":
      return [0, clauses.length];
    case "previous":
      return [from, from];
  }
}

interface Clauses {
  readonly starts: readonly number[]; // the token with which each but the first begins
  readonly length: number; // of the sentence
}

const clauseStart = (at: number, { starts }: Clauses): number => starts[lastAtOrBefore(starts, at, (start) => start)] ?? 0;
const clauseEnd = (at: number, { starts, length }: Clauses): number => starts[lastAtOrBefore(starts, at, (start) => start) + 1] ?? length;

/** Where clauses part: at their signs, at words that turn, at a comma before a new subject, after a fronted clause. */
function clausesOf({ tokens, mentions }: Scene, { turns, openers, fronting }: Turns): Clauses {
  const turning = beginnings(mentions.get(turns)?.filter((turn) => !standsAlone(tokens, turn)));
  const opening = beginnings(mentions.get(openers));
  const isFronted = mentions.get(fronting)?.some(({ from }) => from === 0) === true;
  const fronted = isFronted ? tokens.findIndex(({ breakBefore }, i) => i > 0 && breakBefore >= COMMA) : -1;
  const starts: number[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const { breakBefore } = tokens[i]!;
    if (i === fronted || breakBefore === CLAUSE_END || turning.has(i) || (breakBefore === COMMA && opening.has(i))) starts.push(i);
  }
  return { starts, length: tokens.length };
}

const beginnings = (mentions: readonly Mention[] | undefined): ReadonlySet<number> =>
  mentions ? new Set(mentions.map(({ from }) => from)) : NOWHERE;

const NOWHERE: ReadonlySet<number> = new Set();

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
