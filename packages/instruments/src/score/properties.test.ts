import type { CatalogInstrument, Form } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Item, itemsOf } from "../definition/items-of.ts";
import type { Scores } from "../schema.ts";
import { valueSetForTests } from "../testing.ts";
import { score } from "./score.ts";

const forms = (instrument: CatalogInstrument): (Form | undefined)[] => (instrument.forms ? [...instrument.forms] : [undefined]);
const cases = [...catalog.instruments.values()].flatMap((instrument) =>
  forms(instrument).map((form) => ({ name: form ? `${instrument.id} ${form.id}` : instrument.id, instrument, form })),
);

/** Answers an item takes, worst last. */
function answersOf({ takes }: Item): number[] {
  const all =
    takes.kind === "choice"
      ? takes.options.map(({ value }) => value)
      : Array.from({ length: 11 }, (_, i) => {
          const [low, high] = takes.range;
          const step = (high - low) / 10;
          return takes.kind === "whole" ? Math.round(low + i * step) : low + i * step;
        });
  return [...new Set(all)].toSorted((a, b) => Math.abs(a - takes.best) - Math.abs(b - takes.best));
}

/** How bad each item's answer is, as a rank; undefined is unanswered. */
const ranks = (items: readonly Item[], complete: boolean) =>
  fc.tuple(
    ...items.map((item) => fc.option(fc.nat(answersOf(item).length - 1), { nil: undefined, freq: complete ? Number.MAX_SAFE_INTEGER : 4 })),
  );

const answersFrom = (items: readonly Item[], chosen: readonly (number | undefined)[]) =>
  Object.fromEntries(items.flatMap((item, i) => (chosen[i] === undefined ? [] : [[item.code, answersOf(item)[chosen[i]]!]])));

describe.each(cases)("$name", ({ instrument, form }) => {
  const items = itemsOf(instrument, form);
  const valueSet = instrument.id === "eq-5d-5l" ? valueSetForTests(instrument, "pl-2019") : undefined;
  const run = (chosen: readonly (number | undefined)[]): Scores =>
    score(instrument, answersFrom(items, chosen), { form: form?.id, allowUnconfirmed: true, valueSet });

  it("never scores better after one answer gets worse", () => {
    fc.assert(
      fc.property(ranks(items, false), fc.nat(items.length - 1), (before, i) => {
        const rank = before[i];
        fc.pre(rank !== undefined && rank < answersOf(items[i]!).length - 1);
        const [better, worse] = [run(before), run(before.with(i, rank! + 1))];
        for (const [id, { value, direction }] of Object.entries(better.scores)) {
          const later = worse.scores[id]!.value;
          expect(later === null, id).toBe(value === null);
          if (value === null || later === null) continue;
          expect(direction === "higher-worse" ? later >= value : later <= value, `${id}: ${value} then ${later}`).toBe(true);
        }
      }),
    );
  });

  it("never leaves the range, and says why wherever there is no number", () => {
    fc.assert(
      fc.property(ranks(items, false), (chosen) => {
        for (const { value, range, refusal, answered, imputed, items: all } of Object.values(run(chosen).scores)) {
          expect(value === null).toBe(refusal !== null);
          expect(answered + imputed).toBeLessThanOrEqual(all);
          if (value !== null) expect(value >= range[0] && value <= range[1]).toBe(true);
        }
      }),
    );
  });

  it("reaches both ends of its range with the best and the worst answers", () => {
    const best = run(items.map(() => 0)).scores;
    const worst = run(items.map((item) => answersOf(item).length - 1)).scores;
    for (const [id, { direction, range, value }] of Object.entries(best)) {
      const [atBest, atWorst] = direction === "higher-worse" ? range : range.toReversed();
      expect([value, worst[id]!.value], id).toEqual([atBest, atWorst]);
    }
  });

  it("scores nothing from nothing", () => {
    const { scores } = run(items.map(() => undefined));
    expect(Object.values(scores).map(({ value }) => value)).toEqual(Object.values(scores).map(() => null));
  });

  it("keeps scores as they are when asked in another order of items", () => {
    fc.assert(
      fc.property(ranks(items, true), (chosen) => {
        const forward = answersFrom(items, chosen);
        const backward = Object.fromEntries(Object.entries(forward).toReversed());
        const options = { form: form?.id, allowUnconfirmed: true, valueSet };
        expect(score(instrument, backward, options)).toEqual(score(instrument, forward, options));
      }),
      { numRuns: 20 },
    );
  });
});
