import type { Catalog } from "@calcar/catalog";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { checkFacts } from "./evaluation/parse-evaluation.ts";
import { recommend } from "./recommend.ts";
import type { Evaluation, Recommendation } from "./schema.ts";

/**
 * The answer to an evaluation that the record holds, and that an older knowledge may have let in.
 *
 * @refuses invalid/facts-no-longer-read when today's knowledge does not know a recorded fact or its value; `missing` names them
 */
export function answerHeld(catalog: Catalog, evaluation: Evaluation): Result<Recommendation> {
  const unread = checkFacts(catalog, evaluation.facts, evaluation.asOf).map(({ place }) => place);
  return unread.length > 0 ? refuse("invalid", "facts-no-longer-read", unread) : ok(recommend(catalog, evaluation));
}
