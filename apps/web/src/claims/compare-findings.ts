import type { Finding } from "./shapes.ts";

/** The findings of a page beside those of the text it was made from. */
export interface Compared {
  readonly added: ReadonlySet<Finding>; // of the page now
  readonly kept: ReadonlySet<Finding>; // of the page now
  readonly gone: readonly Finding[]; // of the page as it was, in reading order
}

/**
 * Compares by rule and words, one for one: of two equal sentences, one that is taken out is gone. How words are spaced does not count;
 * and what the whole page leaves out is the same finding, wherever the page first sells.
 */
export function compareFindings(before: readonly Finding[], now: readonly Finding[]): Compared {
  const open = new Map<string, Finding[]>();
  for (const finding of before) open.set(keyOf(finding), [...(open.get(keyOf(finding)) ?? []), finding]);
  const kept = new Set(now.filter((finding) => open.get(keyOf(finding))?.shift() !== undefined));
  const gone = new Set([...open.values()].flat());
  return { kept, added: new Set(now.filter((finding) => !kept.has(finding))), gone: before.filter((finding) => gone.has(finding)) };
}

const keyOf = ({ rule, scope, quote }: Finding): string => (scope === "page" ? rule : `${rule}\n${quote.replace(/\s+/g, " ").trim()}`);
