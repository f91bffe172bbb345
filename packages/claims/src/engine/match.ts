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
export function matchesOf({ core, also, absent }: Pattern, scene: Scene): readonly Match[] {
  const last = lastLayer(core, scene);
  if (last === undefined || absent.some((sequence) => stands(sequence, scene))) return NONE;
  return also.every((sequence) => stands(sequence, scene)) ? unrolled(last, core.elements.length) : NONE;
}

const NONE: readonly Match[] = [];

function stands(sequence: Sequence, scene: Scene): boolean {
  const [only, another] = sequence.elements;
  return another === undefined && !sequence.first ? scene.mentions.has(only!.list) : lastLayer(sequence, scene) !== undefined;
}

/** The mentions of one element of a sequence that continue those of the element before it. */
interface Layer {
  readonly mentions: readonly Mention[];
  readonly earlier: Layer | undefined; // that of the element before
  readonly before: readonly number[]; // for each mention, the place in it of the one before; empty in the first
}

/** Each mention is linked to the nearest fitting one of the element before it: linear in the length of the sentence. */
function lastLayer({ elements, first }: Sequence, { tokens, mentions }: Scene): Layer | undefined {
  let layer: Layer | undefined;
  for (const element of elements) {
    const here = mentions.get(element.list);
    if (here === undefined) return undefined;
    layer = layer ? linked(here, element, { earlier: layer, tokens }) : { mentions: first ? atStart(here) : here, ...FIRST };
    if (layer.mentions.length === 0) return undefined;
  }
  return layer;
}

const FIRST = { earlier: undefined, before: [] } as const;
const atStart = (mentions: readonly Mention[]) => mentions.filter(({ from }) => from === 0);

function linked(mentions: readonly Mention[], element: Element, past: { earlier: Layer; tokens: readonly Token[] }): Layer {
  const { earlier, tokens } = past;
  const byEnd = orderOfEnds(earlier.mentions);
  const kept: Mention[] = [];
  const before: number[] = [];
  for (const mention of mentions) {
    const place = nearest(earlier.mentions, mention.from, byEnd);
    if (place === undefined || !fits(earlier.mentions[place]!.to, mention.from, element, tokens)) continue;
    kept.push(mention);
    before.push(place);
  }
  return { mentions: kept, earlier, before };
}

/** The places of mentions in the order in which they end; undefined where they stand in it. */
function orderOfEnds(mentions: readonly Mention[]): readonly number[] | undefined {
  for (let i = 1; i < mentions.length; i++)
    if (mentions[i]!.to < mentions[i - 1]!.to) return [...mentions.keys()].sort((a, b) => mentions[a]!.to - mentions[b]!.to);
  return undefined;
}

/** The place of the mention that ends last at or before a token, by halving. */
function nearest(mentions: readonly Mention[], from: number, byEnd: readonly number[] | undefined): number | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[byEnd ? byEnd[middle]! : middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return undefined;
  return byEnd ? byEnd[low - 1] : low - 1;
}

function fits(end: number, from: number, { gap, overClauses }: Element, tokens: readonly Token[]): boolean {
  if (from - end > gap) return false;
  if (overClauses) return true;
  if (gap === 0) return tokens[from]!.breakBefore === NO_BREAK;
  for (let at = end; at <= from; at++) if (tokens[at]!.breakBefore === CLAUSE_END) return false;
  return true;
}

/** The matches that end in the last layer, each followed back to its beginning. */
function unrolled(last: Layer, length: number): readonly Match[] {
  return last.mentions.map((_, end) => {
    const match = new Array<Mention>(length);
    let place = end;
    let depth = length;
    for (let layer: Layer | undefined = last; layer; layer = layer.earlier) {
      match[--depth] = layer.mentions[place]!;
      place = layer.before[place] ?? 0;
    }
    return match;
  });
}
