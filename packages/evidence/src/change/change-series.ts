import type { Catalog } from "@calcar/catalog";
import { ok, type Result } from "@calcar/vocabulary";
import { certaintyOf } from "../questions/certainty.ts";
import { chosenRows, established, leftOut, outcomeOf, studyOf } from "../questions/chosen-rows.ts";
import type { ChangeQuestion } from "../questions/question-kinds.ts";
import type { ChangeSeries } from "../schema.ts";
import { studyLabel } from "../studies/study-label.ts";
import { changeRow } from "./change-row.ts";
import { changeWarnings } from "./change-warnings.ts";
import { countedOnce } from "./counted-once.ts";

/**
 * The uncontrolled series of a question, one by one. Nothing is pooled: without a control group a change holds the treatment,
 * the placebo response, the natural course and the return of bad days to the mean, in unknown parts.
 *
 * @returns `n` counts each study once; null as soon as one study does not say how many were counted
 * @refuses not-found/study-in-question; incomplete/no-studies; not-permitted/not-established
 */
export function changeSeries(catalog: Catalog, question: ChangeQuestion, without: readonly string[]): Result<ChangeSeries> {
  const chosen = chosenRows(question.rows, without);
  if (!chosen.ok) return chosen;
  const rows = chosen.value.map((row) => {
    const study = studyOf(catalog, row.study);
    return { study, outcomes: [outcomeOf(study, row.outcome, "change")] as const, note: row.note };
  });
  const sound = established(rows);
  if (!sound.ok) return sound;
  const series = rows.map(({ study, outcomes, note }) => changeRow(catalog, study, outcomes[0], note));
  const left = leftOut(question.rows, without);
  return ok({
    question: question.id,
    kind: "change",
    asks: question.asks.en,
    population: question.population.en,
    outcome: question.outcome.en,
    k: new Set(series.map(({ id }) => id)).size,
    n: countedOnce(series),
    without: left,
    series,
    certainty: certaintyOf(question),
    shows: question.shows.en,
    doesNotShow: question.doesNotShow.en,
    warnings: changeWarnings(
      question,
      series,
      left.map((id) => studyLabel(catalog, studyOf(catalog, id))),
    ),
    lastSearched: question.lastSearched,
    knowledge: catalog.version,
  });
}
