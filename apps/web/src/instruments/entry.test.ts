import { describe, expect, it } from "vitest";
import { shown } from "../../testing/knowledge.ts";
import { EMPTY, entryOf, inForm, scoresOf } from "./entry.ts";

it("drops answers that another form does not take", () => {
  const womac = shown("womac");
  const entry = { ...EMPTY, form: "vas-100", answers: { "pain-1": 62.5, "pain-2": 3 } };
  expect(inForm(womac, entry, "lk-3.0").answers).toEqual({ "pain-2": 3 });
  expect(inForm(womac, entry, undefined).answers).toEqual({});
});

describe("a worked example in the form", () => {
  it("states its answers by number, also where they are options", () => {
    const harris = shown("hhs");
    const named = harris.vectors.find(({ answers }) => Object.values(answers ?? {}).some((answer) => typeof answer === "string"));
    for (const answer of Object.values(entryOf(harris, named ?? harris.vectors[0]!)?.answers ?? {})) expect(answer).toBeTypeOf("number");
  });

  it.each(["hoos", "hhs", "ohs", "promis-pf-4a", "hoos-jr"])("scores in %s as it must", (id) => {
    const instrument = shown(id);
    for (const vector of instrument.vectors.filter(({ entered }) => entered === undefined)) {
      const { scores } = scoresOf(instrument, entryOf(instrument, vector)!);
      for (const [subscale, value] of Object.entries(vector.scores))
        expect(Math.abs((scores[subscale]?.value ?? Number.NaN) - value), `${vector.it}, ${subscale}`).toBeLessThanOrEqual(
          vector.within ?? 1e-9,
        );
    }
  });
});
