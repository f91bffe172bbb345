import type { Question } from "@calcar/catalog/schema";
import type { Pooled } from "../schema.ts";

/** GRADE certainty as the question file judges it. No signature means no reviewer has taken responsibility for it. */
export const certaintyOf = ({ certainty }: Question): Pooled["certainty"] => ({
  level: certainty.level,
  signedBy: certainty.signedBy ?? null,
  domains: certainty.domains.map(({ domain, judgement, reason }) => ({ domain, judgement, reason })),
});

/** What a reader must be told about the judgement itself. */
export function certaintyWarnings({ certainty }: Question, without: readonly string[]): string[] {
  const unsigned = certainty.signedBy === undefined ? ["The certainty is this project's own judgement; no reviewer has signed it."] : [];
  return without.length === 0 ? unsigned : [...unsigned, "The certainty was judged on all studies of the question, not on this selection."];
}
