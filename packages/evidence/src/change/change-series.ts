import type { Catalog } from "@calcar/catalog";
import { ok, type Result } from "@calcar/vocabulary";
import { certaintyOf } from "../certainty/certainty-of.ts";
import { changeMembers } from "../members/question-members.ts";
import { shownMembership } from "../members/shown.ts";
import { noStudy } from "../nothing/no-study.ts";
import type { Choice } from "../questions/choice.ts";
import { chosenMembers, leftOut, studyOf } from "../questions/chosen-rows.ts";
import type { ChangeQuestion } from "../questions/question-kinds.ts";
import { asked, told } from "../questions/wording.ts";
import type { ChangeSeries, NothingDirect } from "../schema.ts";
import { studyLabel } from "../studies/study-label.ts";
import { workedOutWarnings } from "../words/worked-out.ts";
import { changeRow } from "./change-row.ts";
import { changeWarnings } from "./change-warnings.ts";
import { countedOnce } from "./counted-once.ts";

/**
 * The uncontrolled series of a question, one by one. Nothing is pooled: without a control group a change holds the treatment,
 * the placebo response, the natural course and the return of bad days to the mean, in unknown parts.
 *
 * @returns `n` counts each study once; null as soon as one study does not say how many were counted
 * @refuses as chosenMembers
 */
export function changeSeries(catalog: Catalog, question: ChangeQuestion, choice: Choice): Result<ChangeSeries | NothingDirect> {
  const found = changeMembers(catalog, question, choice.widen);
  if (found.members.length === 0 && choice.without.length === 0) return ok(noStudy(catalog, question, found, choice.widen));
  const chosen = chosenMembers(found.members, choice.without);
  if (!chosen.ok) return chosen;
  const series = chosen.value.map((member) => changeRow(catalog, question, member));
  const left = leftOut(found.members, choice.without);
  const isAsAsked = left.length === 0 && series.every(({ beyond }) => beyond.length === 0);
  const certainty = certaintyOf(question.certainty, {}, [], isAsAsked);
  const labels = left.map((id) => studyLabel(catalog, studyOf(catalog, id)));
  const sources = chosen.value.map(({ study, row }) => ({ study, outcomes: [row] }));
  const workedOut = workedOutWarnings(sources, (id) => studyLabel(catalog, studyOf(catalog, id)));
  return ok({
    ...asked(question),
    kind: "change",
    k: new Set(series.map(({ id }) => id)).size,
    n: countedOnce(series),
    ...shownMembership(catalog, found, choice.widen),
    without: left,
    series,
    certainty,
    ...told(catalog, question),
    warnings: changeWarnings(question, series, { certainty, without: labels, widened: choice.widen, workedOut }),
  });
}
