import type { Scene } from "./match.ts";
import type { Mention } from "./mentions.ts";
import { CLAUSE_END, NO_BREAK, type Token } from "./tokens.ts";

/** Lists that tell what a sentence is about. */
export interface Subjects {
  readonly treatment: number; // the cell treatment that the page is about
  readonly provider: number; // those who give it
  readonly ownVoice: number; // "we", "our": the seller speaks
  readonly ownStaff: number; // "our director": what they are quoted with, the seller says
  readonly other: number; // surgery, drugs, exercise, an anaesthetic
  readonly noActor: number; // "drug-free": names a rival, and nobody who acts
  readonly comparing: number; // "than", "unlike": what follows is only compared with
  readonly by: number; // "by", "with": what follows in a passive does it
  readonly pronouns: number; // "it", "these": what begins with them speaks of what was named before
}

export type Subject = "treatment" | "other" | undefined;

/** The treatment or a rival of it, named in a sentence. */
export interface Actor extends Mention {
  readonly subject: "treatment" | "other";
}

/** A sentence with those it speaks of. */
export interface Acted extends Scene {
  readonly actors: readonly Actor[]; // in their order
}

/** What the text around a sentence is about. */
export interface Surroundings {
  readonly topic: Subject; // the sentence before
  readonly section: Subject; // a heading that names it and little more
}

/**
 * What does what a match says: the nearest of the treatment and its rivals before it, else one named as agent after it,
 * else the rival that alone is named before, else what the sentences before and the heading are about.
 */
export function subjectAt(scene: Acted & Surroundings, match: Mention, subjects: Subjects): Subject {
  const before = namedAt(scene, match, subjects);
  if (before) return before;
  const { actors, mentions, topic, section } = scene;
  const after = actors.find(({ from }) => from >= match.to);
  const isAgent = after && (mentions.get(subjects.by) ?? []).some(({ to }) => after.from - to >= 0 && after.from - to <= 2);
  if (isAgent) return after.subject;
  if (actors.some(({ subject }) => subject === "treatment")) return "treatment";
  if (actors.some(({ to }) => to <= match.from)) return "other";
  const takesUp = (mentions.get(subjects.pronouns) ?? []).some(({ from }) => from === 0);
  return (takesUp ? topic : undefined) ?? section;
}

/**
 * Of the treatment and its rivals the one named last before a match, or by it: in the clause of the match, and in the clauses
 * before only if its own begins with a pronoun.
 */
export function namedAt({ tokens, mentions, actors }: Acted, match: Mention, subjects: Subjects): Subject {
  const begin = clauseStart(tokens, match.from);
  const takesUp = (mentions.get(subjects.pronouns) ?? []).some(({ from }) => from === begin);
  const near = actors.filter(({ from, to, subject }) => to <= match.from || (subject === "treatment" && from < match.to));
  return near.filter(({ from }) => takesUp || from >= begin).at(-1)?.subject;
}

function clauseStart(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at > 0 && tokens[at]!.breakBefore !== CLAUSE_END) at--;
  return at;
}

/** The treatment and its rivals in their order; of overlapping names the longer counts, and what is only compared with does not. */
export function actorsIn({ tokens, mentions }: Scene, { treatment, provider, other, noActor, comparing }: Subjects): readonly Actor[] {
  if (![treatment, provider, other].some((list) => mentions.has(list))) return NONE;
  const named = [
    ...[treatment, provider].flatMap((list) => mentions.get(list) ?? []).map((mention) => ({ ...mention, subject: "treatment" as const })),
    ...(mentions.get(other) ?? []).map((mention) => ({ ...mention, subject: "other" as const })),
  ];
  const asides = (mentions.get(noActor) ?? []).map((mention) => ({ ...mention, subject: undefined }));
  const kept: (Mention & { readonly subject: Subject })[] = [];
  for (const each of [...named, ...asides].sort((a, b) => a.from - b.from || b.to - a.to))
    if ((kept.at(-1)?.to ?? 0) <= each.from) kept.push(each);
  const compares = mentions.get(comparing) ?? [];
  const isCompared = ({ from }: Mention) => compares.some(({ to }) => from >= to && from - to <= 2 && isUnbroken(tokens, to, from));
  return kept.filter((each): each is Actor => each.subject !== undefined && !isCompared(each));
}

function isUnbroken(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (tokens[at]!.breakBefore !== NO_BREAK) return false;
  return true;
}

/** What a heading names when it says little else: "Hip replacement", "2. Steroid injections". */
export function namedAsTopic({ tokens, actors }: Acted): Subject {
  const [only, another] = actors;
  return only && !another && tokens.length - (only.to - only.from) <= FEW ? only.subject : undefined;
}

const FEW = 2;

const NONE: readonly Actor[] = [];
