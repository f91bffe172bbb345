import type { Mention, Mentions } from "./mentions.ts";
import type { Element, Pattern, Sequence } from "./pattern.ts";
import { CLAUSE_END, NO_BREAK, type Token } from "./tokens.ts";

/** One way in which a sequence stands in a sentence: its mentions, in order. */
export type Match = readonly Mention[];

/** What one sentence offers to a pattern. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/** Every way in which the core of a pattern stands in a sentence that also fulfils the rest of it. */
export function matchesOf(pattern: Pattern, scene: Scene): readonly Match[] {
  const cores = sequenceMatches(pattern.core, scene);
  if (cores.length === 0) return [];
  if (pattern.absent.some((sequence) => sequenceMatches(sequence, scene).length > 0)) return [];
  return pattern.also.every((sequence) => sequenceMatches(sequence, scene).length > 0) ? cores : [];
}

interface State {
  readonly mention: Mention;
  readonly before: State | undefined;
}

/** Each mention is linked to the nearest fitting one of the element before it: linear in the length of the sentence. */
function sequenceMatches({ elements, first }: Sequence, scene: Scene): readonly Match[] {
  let states: readonly State[] = [];
  for (const [i, element] of elements.entries()) {
    const mentions = scene.mentions.get(element.list);
    if (mentions === undefined) return NONE;
    states =
      i === 0
        ? mentions.filter(({ from }) => !first || from === 0).map((mention) => ({ mention, before: undefined }))
        : linked(mentions, element, { states, tokens: scene.tokens });
    if (states.length === 0) return NONE;
  }
  return states.map(unroll);
}

const NONE: readonly Match[] = [];

function linked(mentions: readonly Mention[], element: Element, past: { states: readonly State[]; tokens: readonly Token[] }): State[] {
  const byEnd = past.states.length === 1 ? past.states : past.states.toSorted((a, b) => a.mention.to - b.mention.to);
  const states: State[] = [];
  for (const mention of mentions) {
    const before = nearest(byEnd, mention.from);
    if (before && fits(before.mention.to, mention.from, element, past.tokens)) states.push({ mention, before });
  }
  return states;
}

/** The state that ends last at or before a token, by halving. */
function nearest(byEnd: readonly State[], from: number): State | undefined {
  let low = 0;
  let high = byEnd.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byEnd[middle]!.mention.to <= from) low = middle + 1;
    else high = middle;
  }
  return byEnd[low - 1];
}

function fits(end: number, from: number, { gap, overClauses }: Element, tokens: readonly Token[]): boolean {
  if (from - end > gap) return false;
  if (overClauses) return true;
  if (gap === 0) return tokens[from]!.breakBefore === NO_BREAK;
  for (let at = end; at <= from; at++) if (tokens[at]!.breakBefore === CLAUSE_END) return false;
  return true;
}

function unroll(last: State): Match {
  const mentions: Mention[] = [];
  for (let state: State | undefined = last; state; state = state.before) mentions.push(state.mention);
  return mentions.reverse();
}
