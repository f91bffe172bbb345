import type { DoubleMark, Score, Scores } from "@calcar/instruments";

/**
 * Scores in the shape of the command line's contract: the numbers by name, the reasons for those that are null, and what made them.
 *
 * `direction` and `method` are one text where all scores share it, else one for each score. `details` holds each score whole.
 */
export function scoreJson({ instrument, version, form, definition, provisional, scores }: Scores, doubleMarks: readonly DoubleMark[]) {
  const all = Object.entries(scores);
  return {
    instrument,
    version,
    form,
    scores: Object.fromEntries(all.map(([id, { value }]) => [id, value])),
    refusals: Object.fromEntries(all.flatMap(([id, { refusal }]) => (refusal ? [[id, { missing: [], ...refusal }]] : []))),
    direction: shared(all, ({ direction }) => direction),
    method: shared(all, ({ method }) => method),
    provisional,
    definition,
    doubleMarks,
    details: scores,
  };
}

function shared(all: readonly (readonly [string, Score])[], pick: (score: Score) => string): string | Record<string, string> {
  const picked = new Set(all.map(([, score]) => pick(score)));
  return picked.size === 1 ? [...picked][0]! : Object.fromEntries(all.map(([id, score]) => [id, pick(score)]));
}
