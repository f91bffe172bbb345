import type { CatalogInstrument } from "@calcar/catalog";
import type { Refusal } from "@calcar/vocabulary";
import { formOf } from "../definition/form-of.ts";
import { type Item, isTaken, itemsOf } from "../definition/items-of.ts";
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
  return {
    instrument,
    form: chosen?.id,
    refused: form.ok ? undefined : form.refusal,
    items: itemsOf(instrument, chosen),
    subscales: prepared.map(({ ready }) => ready),
    fill: filler(prepared),
    newRow: () => emptyRow(prepared.length),
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
export function rowOf({ items, instrument }: Scorer, answers: Answers, row = new Float64Array(items.length)): Float64Array {
  for (let i = 0; i < items.length; i++) {
    const { code, takes } = items[i]!;
    const answer = Object.hasOwn(answers, code) ? answers[code] : undefined;
    if (answer !== undefined && !isTaken(takes, answer)) throw new RangeError(`${instrument.id}: ${code} does not take ${answer}`);
    row[i] = answer ?? Number.NaN;
  }
  return row;
}
