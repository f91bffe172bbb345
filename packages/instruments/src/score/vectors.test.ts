import type { CatalogInstrument, Vector } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { checkAnswers } from "../reading/check-answers.ts";
import { rescale } from "../rescale/rescale.ts";
import { valueSetForTests } from "../testing/value-sets.ts";
import { score } from "./score.ts";

describe.each([...catalog.instruments.values()])("$id", (instrument) => {
  it.each(instrument.vectors)("$it ($origin)", (vector) => {
    if (vector.entered) expect(carried(instrument, vector)).toBe(vector.scores[vector.entered.subscale]);
    else judge(instrument, vector);
  });
});

function carried(instrument: CatalogInstrument, { entered, form }: Vector): number | undefined {
  const { subscale, value, to } = entered!;
  const result = rescale(instrument, { subscale, from: { form: form! }, to: { form: to } }, { mean: value });
  return result.ok ? result.value.mean : undefined;
}

function judge(instrument: CatalogInstrument, vector: Vector): void {
  const { form, allowUnconfirmed, valueSet, within = 1e-9 } = vector;
  const read = checkAnswers(instrument, vector.answers, { form });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const set = valueSet === undefined ? undefined : valueSetForTests(instrument, valueSet);
  const { scores, provisional } = score(instrument, read.value.answers, { form, allowUnconfirmed, valueSet: set });
  for (const [id, expected] of Object.entries(vector.scores)) {
    expect(scores[id]?.refusal, id).toBeNull();
    expect(Math.abs(scores[id]!.value! - expected), `${id} ${scores[id]?.value}`).toBeLessThanOrEqual(within);
  }
  for (const [id, expected] of Object.entries(vector.raw ?? {})) expect(scores[id]?.raw, id).toBe(expected);
  for (const [id, expected] of Object.entries(vector.refused ?? {})) {
    expect(scores[id]?.value, id).toBeNull();
    expect(`${scores[id]?.refusal?.kind}/${scores[id]?.refusal?.code}`, id).toBe(expected);
  }
  if (!allowUnconfirmed) expect(provisional).toBe(false);
}
