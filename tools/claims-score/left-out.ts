import { type ClaimKnowledge, lint } from "@calcar/claims";
import { compile, entriesAtWork, lintCompiled } from "@calcar/claims/testing";
import type { LabelledPage } from "./corpus.ts";
import { type Mark, marksOf } from "./tally.ts";

/** The marks of all pages with the rules as they are. */
export const apparent = (pages: readonly LabelledPage[], knowledge: ClaimKnowledge, pageRules: ReadonlySet<string>): Mark[] =>
  pages.flatMap((page) => marksOf(page, lint(page.page, knowledge), pageRules));

/**
 * The marks of all pages, each linted without the patterns, words and cues that do work on pages of its own author only.
 *
 * Rules written by hand cannot be trained again without an author. This is the harsh stand-in: whatever nobody else's page
 * bears out is taken to have been copied from this author, also where it came from general thought.
 */
export function withoutOwn(pages: readonly LabelledPage[], knowledge: ClaimKnowledge, pageRules: ReadonlySet<string>): Mark[] {
  const whole = compile(knowledge);
  const authorsOf = new Map<string, Set<string>>();
  for (const { author, page } of pages)
    for (const entry of entriesAtWork(page, whole)) authorsOf.set(entry, (authorsOf.get(entry) ?? new Set()).add(author));
  return [...Map.groupBy(pages, ({ author }) => author)].flatMap(([author, own]) => {
    const rules = compile(knowledge, (entry) => authorsOf.get(entry)?.size === 1 && authorsOf.get(entry)!.has(author));
    return own.flatMap((page) => marksOf(page, lintCompiled(page.page, rules, { knowledge }).marked, pageRules));
  });
}
