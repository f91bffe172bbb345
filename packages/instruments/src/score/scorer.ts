import type { CatalogInstrument } from "@calcar/catalog";
import type { Refusal } from "@calcar/vocabulary";
import { formOf } from "../definition/form-of.ts";
import { type Item, isTaken, itemsOf } from "../definition/items-of.ts";
import type { Ready } from "../methods/method.ts";
import { methodName } from "../methods/methods.ts";
import type { Score } from "../schema.ts";
import type { Answers, ScoreOptions } from "./answers.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { emptyRow, type ScoreRow } from "./score-row.ts";

/** An instrument in one form, compiled once so that a questionnaire costs microseconds. */
export interface Scorer {
  readonly instrument: CatalogInstrument;
  readonly form: string | undefined;
  readonly refused: Refusal | undefined; // every score is refused alike: no form stated, or none of that name
  readonly items: readonly Item[]; // one for each place of a row of answers
  readonly subscales: readonly Prepared["ready"][]; // one for each place of a score row
  /** Computes all subscales of one row of answers: one number for each item, NaN where unanswered, each within its options. */
  readonly fill: (answers: Float64Array, row: ScoreRow) => void;
  readonly newRow: () => ScoreRow;
  readonly codes: readonly string[]; // of the items
  readonly whole: { readonly low: Float64Array; readonly high: Float64Array }; // limits of whole-number items; empty for others
  readonly templates: readonly Template[]; // what is the same in every score of a subscale
  readonly scratch: { readonly answers: Float64Array<ArrayBuffer>; readonly row: ScoreRow }; // for one questionnaire at a time
}

/** What is the same in every score of a subscale in one form. */
export interface Template extends Pick<Score, "subscale" | "direction" | "range" | "items" | "method" | "tableDigest"> {
  readonly hasTable: boolean;
}

/** Compiles an instrument. Kept for each instrument, form and choice, so that asking again costs nothing. */
export function scorer(instrument: CatalogInstrument, options: ScoreOptions = {}): Scorer {
  const kept = KEPT.get(instrument) ?? new Map<string, Scorer>();
  KEPT.set(instrument, kept);
  const key = `${options.form ?? ""}|${options.allowUnconfirmed === true}|${options.valueSet?.digest ?? ""}`;
  const found = kept.get(key) ?? build(instrument, options);
  kept.set(key, found);
  return found;
}
const KEPT = new WeakMap<CatalogInstrument, Map<string, Scorer>>();

function build(instrument: CatalogInstrument, options: ScoreOptions): Scorer {
  const form = formOf(instrument, options.form);
  const chosen = form.ok ? form.value : undefined;
  const prepared = prepare(instrument, chosen, options);
  const items = itemsOf(instrument, chosen);
  const subscales = prepared.map(({ ready }) => ready);
  return {
    instrument,
    form: chosen?.id,
    refused: form.ok ? undefined : form.refusal,
    items,
    subscales,
    codes: items.map(({ code }) => code),
    whole: {
      low: Float64Array.from(items, ({ takes }) => (takes.kind === "whole" ? takes.range[0] : Number.POSITIVE_INFINITY)),
      high: Float64Array.from(items, ({ takes }) => (takes.kind === "whole" ? takes.range[1] : Number.NEGATIVE_INFINITY)),
    },
    templates: subscales.map(templateOf),
    scratch: { answers: new Float64Array(items.length), row: emptyRow(prepared.length) },
    fill: filler(prepared),
    newRow: () => emptyRow(prepared.length),
  };
}

function templateOf({ subscale, range, method, table, valueSet, restsOn }: Ready): Template {
  const values = method.kind === "value-set" ? valueSet : undefined;
  const [low, high] = values?.range ?? range;
  return {
    subscale: subscale.id,
    direction: subscale.direction,
    range: [low, high],
    items: restsOn,
    method: methodName(method),
    tableDigest: table?.digest ?? values?.digest ?? null,
    hasTable: table !== undefined,
  };
}

function filler(prepared: readonly Prepared[]): Scorer["fill"] {
  const computes = prepared.map(({ compute }) => compute);
  return (answers, row) => {
    row.answered.fill(0);
    row.imputed.fill(0);
    row.refused.fill(0);
    row.se.fill(Number.NaN);
    for (const compute of computes) compute(answers, row);
    for (let place = 0; place < computes.length; place++)
      if (row.refused[place] !== 0) {
        row.values[place] = Number.NaN;
        row.se[place] = Number.NaN;
        row.imputed[place] = 0;
      }
  };
}

/**
 * One row of answers from answers by code.
 *
 * @throws RangeError for an answer outside its options: read answers with `readAnswers` or `checkAnswers` first
 */
export function rowOf({ codes, whole, items, instrument }: Scorer, answers: Answers, row = new Float64Array(codes.length)): Float64Array {
  for (let i = 0; i < codes.length; i++) {
    const answer = answers[codes[i]!];
    if (answer === undefined) row[i] = Number.NaN;
    else if ((whole.low[i]! <= answer && answer <= whole.high[i]! && Number.isInteger(answer)) || isTaken(items[i]!.takes, answer))
      row[i] = answer;
    else throw new RangeError(`${instrument.id}: ${codes[i]} does not take ${String(answer)}`);
  }
  return row;
}
