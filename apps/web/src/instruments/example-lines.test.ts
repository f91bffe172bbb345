import { describe, expect, it } from "vitest";
import { INSTRUMENTS, shown } from "../../testing/knowledge.ts";
import { entryOf, scoresOf } from "./entry.ts";
import { linesOf } from "./example-lines.ts";

const instruments = INSTRUMENTS.map(shown);

describe("the worked examples of the page", () => {
  it.each(instruments)("of $id agree with what the browser computes, or say why they cannot be", (instrument) => {
    const lines = instrument.vectors.flatMap((vector) => {
      const entry = entryOf(instrument, vector);
      return entry === undefined ? [] : linesOf(vector, scoresOf(instrument, entry));
    });
    expect(lines.filter(({ agrees, needsValueSet }) => !agrees && !needsValueSet)).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
  });

  it("differ when the expectation is wrong, be it a number or a refusal", () => {
    const hoos = instruments.find(({ id }) => id === "hoos")!;
    const [best] = hoos.vectors;
    const scores = scoresOf(hoos, entryOf(hoos, best!)!);
    const wrong = { ...best!, scores: { pain: 99 }, refused: { qol: "incomplete/too-few-answered" } };
    expect(linesOf(wrong, scores)).toMatchObject([
      { subscale: "pain", expected: 99, computed: 100, agrees: false },
      { subscale: "qol", expected: "incomplete/too-few-answered", computed: 100, agrees: false },
    ]);
  });
});
