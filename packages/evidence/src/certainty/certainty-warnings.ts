import type { AnswerCertainty } from "../schema.ts";

/** What a reader must be told about the judgement itself. */
export function certaintyWarnings({ signedBy, domains, level, computedLevel }: AnswerCertainty, without: readonly string[]): string[] {
  const differing = domains.filter(({ differs }) => differs).map(({ domain }) => domain.replaceAll("-", " "));
  const levels = level === computedLevel ? `either way ${words(level)}` : `shown: ${words(level)}; computed: ${words(computedLevel)}`;
  return [
    ...(differing.length > 0
      ? [`What a person judged and what is computed differ in ${differing.join(", ")} (${levels}); both are given.`]
      : []),
    ...(signedBy === null ? ["The certainty is this project's own judgement; no reviewer has signed it."] : []),
    ...(without.length > 0 ? ["What was judged by hand was judged on all studies of the question, not on this selection."] : []),
  ];
}

const words = (level: string): string => level.replaceAll("-", " ");
