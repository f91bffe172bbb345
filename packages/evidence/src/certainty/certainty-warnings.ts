import type { AnswerCertainty } from "../schema.ts";

/** What a reader must be told about the judgement itself. */
export function certaintyWarnings({ signedBy, domains, level, computedLevel }: AnswerCertainty, without: readonly string[]): string[] {
  const differing = domains.filter(({ differs }) => differs).map(({ domain }) => domain.replaceAll("-", " "));
  return [
    ...(differing.length > 0
      ? [`Judged and computed certainty differ in ${differing.join(", ")} (shown: ${level}, computed: ${computedLevel}); both are given.`]
      : []),
    ...(signedBy === null ? ["The certainty is this project's own judgement; no reviewer has signed it."] : []),
    ...(without.length > 0 ? ["What was judged by hand was judged on all studies of the question, not on this selection."] : []),
  ];
}
