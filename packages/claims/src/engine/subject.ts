import type { Scene } from "./match.ts";
import type { Mention, Mentions } from "./mentions.ts";
import { CLAUSE_END, type Token } from "./tokens.ts";

/** Lists that tell what a sentence is about. */
export interface Subjects {
  readonly treatment: number; // the cell treatment that the page is about
  readonly provider: number; // those who give it
  readonly other: number; // surgery, drugs, exercise, an anaesthetic
  readonly comparing: number; // "than", "unlike": what follows is only compared with
  readonly by: number; // "by", "with": what follows in a passive does it
  readonly pronouns: number; // "it", "these": what begins with them speaks of what was named before
}

export type Subject = "treatment" | "other" | undefined;

interface Candidate extends Mention {
  readonly subject: "treatment" | "other";
}

/**
 * What does what a match says: the nearest of the treatment and its rivals before it, else one named as agent after it,
 * else what the sentences before were about.
 */
export function subjectAt(scene: Scene, match: Mention, { subjects, topic }: { subjects: Subjects; topic: Subject }): Subject {
  const candidates = candidatesIn(scene, subjects);
  const before = namedBefore(candidates, match, { ...scene, subjects });
  if (before) return before;
  const after = candidates.find(({ from }) => from >= match.to);
  const isAgent = after && (scene.mentions.get(subjects.by) ?? []).some(({ to }) => after.from - to >= 0 && after.from - to <= 2);
  if (isAgent) return after.subject;
  if (candidates.some(({ subject }) => subject === "treatment")) return "treatment";
  return (scene.mentions.get(subjects.pronouns) ?? []).some(({ from }) => from === 0) ? topic : undefined;
}

/** Of the treatment and its rivals the one named last before a match, or by it. */
export const namedAt = (scene: Scene, match: Mention, subjects: Subjects): Subject =>
  namedBefore(candidatesIn(scene, subjects), match, { ...scene, subjects });

/** In the clause of the match; in the clauses before only if its own begins with a pronoun. */
function namedBefore(
  candidates: readonly Candidate[],
  match: Mention,
  { tokens, mentions, subjects }: Scene & { subjects: Subjects },
): Subject {
  const begin = clauseStart(tokens, match.from);
  const takesUp = (mentions.get(subjects.pronouns) ?? []).some(({ from }) => from === begin);
  const near = candidates.filter(({ from, to, subject }) => to <= match.from || (subject === "treatment" && from < match.to));
  return near.filter(({ from }) => takesUp || from >= begin).at(-1)?.subject;
}

function clauseStart(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at > 0 && tokens[at]!.breakBefore !== CLAUSE_END) at--;
  return at;
}

/** What a sentence leaves the next one to be about. */
export function topicOf(scene: Scene, subjects: Subjects): Subject {
  return candidatesIn(scene, subjects)[0]?.subject;
}

/** The treatment and its rivals in their order; of overlapping names the longer counts, and what is only compared with does not. */
function candidatesIn(scene: Scene, subjects: Subjects): readonly Candidate[] {
  const known = found.get(scene.mentions);
  if (known) return known;
  const candidates = findCandidates(scene, subjects);
  found.set(scene.mentions, candidates);
  return candidates;
}

/** Each sentence is asked about its subject once for every match in it. */
const found = new WeakMap<Mentions, readonly Candidate[]>();

function findCandidates({ mentions }: Scene, { treatment, provider, other, comparing }: Subjects): Candidate[] {
  const compared = (mentions.get(comparing) ?? []).map(({ to }) => to);
  const named = (list: number, subject: "treatment" | "other") => (mentions.get(list) ?? []).map((mention) => ({ ...mention, subject }));
  const all = [...named(treatment, "treatment"), ...named(provider, "treatment"), ...named(other, "other")].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const kept: Candidate[] = [];
  for (const candidate of all) if ((kept.at(-1)?.to ?? 0) <= candidate.from) kept.push(candidate);
  return kept.filter(({ from }) => !compared.some((to) => from >= to && from - to <= 2));
}
