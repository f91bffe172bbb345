import type { CatalogInstrument } from "@calcar/catalog";
import type { Refusal } from "@calcar/vocabulary";
import type { Score, Scores } from "../schema.ts";
import type { Answers, ScoreOptions } from "./answers.ts";
import { idsOf } from "./marks.ts";
import { refusalOf } from "./refusal-of.ts";
import type { ScoreRow } from "./score-row.ts";
import { rowOf, type Scorer, scorer, type Template } from "./scorer.ts";

/**
 * Scores one questionnaire or examination: every subscale of the instrument, each with a number or with the reason why there is none.
 *
 * @param instrument from the catalog; its definition is the whole rule
 * @param answers item code to answer; an unanswered item is absent, never 0
 * @param options the form where the instrument has several; whether to score what rests on something unconfirmed; a value set
 * @returns scores in full, each with direction, range, answered and imputed items, method and table digest
 * @throws RangeError for an answer outside its options: read answers with `readAnswers` or `checkAnswers` first
 */
export function score(instrument: CatalogInstrument, answers: Answers, options: ScoreOptions = {}): Scores {
  const ready = scorer(instrument, options);
  if (ready.refused) return refusedAlike(ready, ready.refused);
  const { answers: given, row } = ready.scratch;
  ready.fill(rowOf(ready, answers, given), row);
  const scores: Record<string, Score> = {};
  let marks = 0;
  for (let place = 0; place < ready.templates.length; place++) {
    const template = ready.templates[place]!;
    scores[template.subscale] = row.refused[place] === 0 ? scored(ready, row, place) : refused(ready, row, { place, given });
    if (row.refused[place] === 0) marks |= row.marks[place]!;
  }
  return scoresOf(ready, scores, marks !== 0);
}

const scoresOf = ({ instrument, form }: Scorer, scores: Record<string, Score>, provisional: boolean): Scores => ({
  instrument: instrument.id,
  version: instrument.version,
  form: form ?? null,
  definition: instrument.definition,
  provisional,
  scores,
});

function scored({ templates, instrument }: Scorer, row: ScoreRow, place: number): Score {
  const { subscale, direction, range, items, method, tableDigest, hasTable } = templates[place]!;
  const se = row.se[place]!;
  const marks = row.marks[place]!;
  return {
    subscale,
    value: row.values[place]!,
    se: Number.isNaN(se) ? null : se,
    raw: hasTable ? row.raw[place]! : null,
    direction,
    range,
    items,
    answered: row.answered[place]!,
    imputed: row.imputed[place]!,
    method,
    tableDigest,
    unconfirmed: marks === 0 ? [] : idsOf(instrument, marks),
    refusal: null,
  };
}

const refused = (ready: Scorer, row: ScoreRow, where: { readonly place: number; readonly given: Float64Array }): Score =>
  withRefusal(ready.templates[where.place]!, refusalOf(ready, row, where)!, row.answered[where.place]!);

function withRefusal({ hasTable: _, ...template }: Template, { kind, code, missing }: Refusal, answered: number): Score {
  const refusal = missing ? { kind, code, missing: [...missing] } : { kind, code };
  return { ...template, value: null, se: null, raw: null, answered, imputed: 0, unconfirmed: [], refusal };
}

const refusedAlike = (ready: Scorer, refusal: Refusal): Scores =>
  scoresOf(ready, Object.fromEntries(ready.templates.map((template) => [template.subscale, withRefusal(template, refusal, 0)])), false);
