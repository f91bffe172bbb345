import type { CatalogInstrument } from "@calcar/catalog";
import type { Refusal } from "@calcar/vocabulary";
import { methodName } from "../methods/methods.ts";
import type { Score, Scores } from "../schema.ts";
import type { Answers, ScoreOptions } from "./answers.ts";
import { idsOf } from "./marks.ts";
import { refusalOf } from "./refusal-of.ts";
import type { ScoreRow } from "./score-row.ts";
import { rowOf, type Scorer, scorer } from "./scorer.ts";

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
  if (ready.refused) return scoresOf(ready, undefined, () => ready.refused!);
  const given = rowOf(ready, answers);
  const row = ready.newRow();
  ready.fill(given, row);
  return scoresOf(ready, row, (place) => refusalOf(ready, row, { place, given }));
}

function scoresOf(ready: Scorer, row: ScoreRow | undefined, refusal: (place: number) => Refusal | null): Scores {
  const scores = ready.subscales.map(({ subscale: { id } }, place): [string, Score] => [id, scoreOf(ready, row, place, refusal(place))]);
  return {
    instrument: ready.instrument.id,
    version: ready.instrument.version,
    form: ready.form ?? null,
    definition: ready.instrument.definition,
    provisional: scores.some(([, { unconfirmed }]) => unconfirmed.length > 0),
    scores: Object.fromEntries(scores),
  };
}

function scoreOf(ready: Scorer, row: ScoreRow | undefined, place: number, refusal: Refusal | null): Score {
  const { subscale, range, method, table, valueSet, restsOn } = ready.subscales[place]!;
  const isScored = refusal === null && row !== undefined;
  const number = (values: Float64Array | undefined): number | null => (isScored && !Number.isNaN(values![place]) ? values![place]! : null);
  return {
    subscale: subscale.id,
    value: number(row?.values),
    se: number(row?.se),
    raw: table ? number(row?.raw) : null,
    direction: subscale.direction,
    range: [...(method.kind === "value-set" && valueSet ? valueSet.range : range)],
    items: restsOn,
    answered: row?.answered[place] ?? 0,
    imputed: row?.imputed[place] ?? 0,
    method: methodName(method),
    tableDigest: table?.digest ?? (method.kind === "value-set" ? (valueSet?.digest ?? null) : null),
    unconfirmed: isScored ? idsOf(ready.instrument, row.marks[place]!) : [],
    refusal: refusal && { kind: refusal.kind, code: refusal.code, ...(refusal.missing ? { missing: [...refusal.missing] } : {}) },
  };
}
