import { ok, type Result, refuse } from "@calcar/vocabulary";
import { maybe } from "../check/ledger.ts";
import type { StudyDraft } from "../draft/study-draft.ts";
import { compareTrees } from "./compare-trees.ts";
import type { Comparison } from "./comparison.ts";
import { treeOf } from "./tree.ts";

/**
 * Holds two readings of one paper against each other: every field, which agree, which differ, which only one of them has.
 *
 * Arms go by their name; outcomes by kind, event or instrument, time and arm. Numbers agree when they are the same number ("3.10"
 * and 3.1), texts when they are the same but for the space around words. Nothing is decided.
 *
 * @refuses conflict/different-papers when the two state different papers, `missing` names them
 */
export function compareDrafts(first: StudyDraft, second: StudyDraft): Result<Comparison> {
  const papers = [first, second].flatMap(({ paper }) => maybe(paper?.source) ?? []);
  if (new Set(papers).size > 1) return refuse("conflict", "different-papers", papers);
  const { apart, fields } = compareTrees(treeOf(first), treeOf(second));
  return ok({ agree: fields - apart.length, fields, differences: apart.map(({ difference }) => difference) });
}
