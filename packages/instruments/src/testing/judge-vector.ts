import type { CatalogInstrument, Vector } from "@calcar/catalog";
import { checkAnswers } from "../reading/check-answers.ts";
import { rescale } from "../rescale/rescale.ts";
import type { Scores } from "../schema.ts";
import { score } from "../score/score.ts";
import type { ValueSet } from "../value-sets/value-set.ts";

/** The value set of an id, for examples that name one. */
export type ValueSetOf = (instrument: CatalogInstrument, id: string) => ValueSet;

/**
 * Runs one worked example.
 *
 * @returns what came out other than it must, in words; empty when the example passes
 */
export function judgeVector(instrument: CatalogInstrument, vector: Vector, valueSetOf: ValueSetOf): string[] {
  return vector.entered ? judgeEntered(instrument, vector) : judgeAnswers(instrument, vector, valueSetOf);
}

function judgeEntered(instrument: CatalogInstrument, { entered, form, scores }: Vector): string[] {
  const { subscale, value, to } = entered!;
  const result = rescale(instrument, { subscale, from: { form: form! }, to: { form: to } }, { mean: value });
  const found = result.ok ? result.value.mean : `${result.refusal.kind}/${result.refusal.code}`;
  return found === scores[subscale] ? [] : [`${subscale} is ${found}, not ${scores[subscale]}`];
}

function judgeAnswers(instrument: CatalogInstrument, vector: Vector, valueSetOf: ValueSetOf): string[] {
  const { form, allowUnconfirmed, valueSet } = vector;
  const read = checkAnswers(instrument, vector.answers, { form });
  if (!read.ok) return read.problems.map(({ place, problem }) => `${place}: ${problem}`);
  const set = valueSet === undefined ? undefined : valueSetOf(instrument, valueSet);
  const found = score(instrument, read.value.answers, { form, allowUnconfirmed, valueSet: set });
  const provisional = found.provisional && !allowUnconfirmed ? ["provisional, though nobody asked for it"] : [];
  return [...wrongScores(found, vector), ...wrongRefusals(found, vector), ...provisional];
}

function wrongScores({ scores }: Scores, { scores: expected, raw = {}, within = 1e-9 }: Vector): string[] {
  const values = Object.entries(expected).filter(([id, value]) => !(Math.abs((scores[id]?.value ?? Number.NaN) - value) <= within));
  const sums = Object.entries(raw).filter(([id, sum]) => scores[id]?.raw !== sum);
  return [
    ...values.map(([id, value]) => `${id} is ${scores[id]?.value}, not ${value}`),
    ...sums.map(([id, sum]) => `raw sum of ${id} is ${scores[id]?.raw}, not ${sum}`),
  ];
}

function wrongRefusals({ scores }: Scores, { refused = {} }: Vector): string[] {
  return Object.entries(refused).flatMap(([id, expected]) => {
    const { value, refusal } = scores[id] ?? {};
    const found = refusal ? `${refusal.kind}/${refusal.code}` : `${value}`;
    return value === null && found === expected ? [] : [`${id} is ${found}, not ${expected}`];
  });
}
