import type { Catalog } from "@calcar/catalog";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { awaitedMembers } from "../members/question-members.ts";
import type { Choice } from "../questions/choice.ts";
import type { UnansweredQuestion } from "../questions/question-kinds.ts";
import type { NothingDirect } from "../schema.ts";
import { noStudy } from "./no-study.ts";

/**
 * A question kept on file although nothing answers it. What the reader widens is looked for too, but shown only as near.
 *
 * @refuses not-found/study-in-question when a study is to be left out: there is none; conflict/answered-by-now when a study has
 *   come to fit, `missing` names it: the question must then be written as one that has an answer
 */
export function unanswered(catalog: Catalog, question: UnansweredQuestion, { without, widen }: Choice): Result<NothingDirect> {
  if (without.length > 0) return refuse("not-found", "study-in-question", []);
  const found = awaitedMembers(catalog, question, []);
  const fitting = found.members.map(({ study }) => study.id);
  if (fitting.length > 0) return refuse("conflict", "answered-by-now", fitting);
  return ok(noStudy(catalog, question, found, widen));
}
