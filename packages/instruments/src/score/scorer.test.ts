import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { refusalOf } from "./refusal-of.ts";
import { score } from "./score.ts";
import { rowOf, scorer } from "./scorer.ts";

const instrument = (id: string) => catalog.instruments.get(id)!;
const global = { g1: 3, g2: 3, g3: 3, g4: 3, g5: 3, g6: 3, g7: 5, g8: 3, g9: 3, g10: 3 };

describe("a row of scores", () => {
  const ready = scorer(instrument("promis-global-10"));
  const places = Object.fromEntries(ready.subscales.map(({ subscale }, place) => [subscale.id, place]));

  it("holds no number where it is refused, not even that of the row before", () => {
    const row = ready.newRow();
    ready.fill(rowOf(ready, global), row);
    expect([row.values[places["mental-health"]!], row.se[places["mental-health"]!]]).toEqual([43.5, 3.6]);
    const { g2: _, ...gap } = global;
    const answers = rowOf(ready, gap);
    ready.fill(answers, row);
    expect([row.values[places["mental-health"]!], row.se[places["mental-health"]!]]).toEqual([Number.NaN, Number.NaN]);
    expect(row.values[places["physical-health"]!]).toBe(39.8);
    expect(refusalOf(ready, row, { place: places["mental-health"]!, given: answers })).toEqual({
      kind: "incomplete",
      code: "items-missing",
      missing: ["g2"],
    });
  });

  it("has a standard error only where the table prints one", () => {
    const row = ready.newRow();
    ready.fill(rowOf(ready, global), row);
    ready.fill(rowOf(ready, global), row);
    expect(row.se[places["general-health"]!]).toBe(Number.NaN);
  });

  it("agrees with the scores in full", () => {
    const row = ready.newRow();
    ready.fill(rowOf(ready, global), row);
    expect(Object.values(score(instrument("promis-global-10"), global).scores).map(({ value }) => value)).toEqual([...row.values]);
  });
});

it("is compiled once for each choice, and apart for another", () => {
  const ohs = instrument("ohs");
  expect(scorer(ohs)).toBe(scorer(ohs, {}));
  expect(scorer(ohs, { form: "1996" })).not.toBe(scorer(ohs));
  expect(scorer(ohs, { allowUnconfirmed: true })).not.toBe(scorer(ohs));
});

it("does not let one questionnaire leak into the next", () => {
  const hoos = instrument("hoos");
  const first = score(hoos, { p1: 4, p2: 4, p3: 4, p4: 4, p5: 4 });
  score(hoos, { p1: 0, p2: 0, p3: 0, p4: 0, p5: 0 });
  expect(first.scores.pain?.value).toBe(0);
});

it.each([
  ["an answer outside its options", "hoos", { p1: 5 }],
  ["a fraction of a whole-number answer", "hoos", { p1: 1.5 }],
  ["points that no option has", "hhs", { pain: 43 }],
])("throws for %s: that is a mistake of the caller", (_, id, answers) => {
  expect(() => score(instrument(id), answers as Record<string, number>)).toThrow(RangeError);
});
