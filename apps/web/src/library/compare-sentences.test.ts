import fc from "fast-check";
import { expect, it } from "vitest";
import { type CutText, compareSentences, type Stretch } from "./compare-sentences.ts";

const cut = (...sentences: string[]): CutText => {
  let at = 0;
  const spans = sentences.map((sentence) => {
    const span = { start: at, end: at + sentence.length };
    at = span.end + 1;
    return span;
  });
  return { text: sentences.join("\n"), sentences: spans };
};
const said = (text: CutText, spans: Stretch["before"]) => spans.map(({ start, end }) => text.text.slice(start, end));
const shown = (before: CutText, after: CutText) =>
  compareSentences(before, after).map((one) => [one.isSame ? "same" : "changed", said(before, one.before), said(after, one.after)]);

it("tells what stayed, what was taken out and what was added", () => {
  expect(shown(cut("About us.", "It cures.", "Call us.", "Free."), cut("About us.", "It may help.", "Call us."))).toEqual([
    ["same", ["About us."], ["About us."]],
    ["changed", ["It cures."], ["It may help."]],
    ["same", ["Call us."], ["Call us."]],
    ["changed", ["Free."], []],
  ]);
});

it("does not count how words are spaced", () => expect(shown(cut("It  is\nsafe."), cut("It is safe."))[0]![0]).toBe("same"));

it("keeps what stands in both when everything else moved", () => {
  expect(shown(cut("a", "b", "c"), cut("c", "a", "b"))).toEqual([
    ["changed", [], ["c"]],
    ["same", ["a", "b"], ["a", "b"]],
    ["changed", ["c"], []],
  ]);
});

it("compares with nothing", () => {
  expect(compareSentences(cut(), cut())).toEqual([]);
  expect(shown(cut("a"), cut())).toEqual([["changed", ["a"], []]]);
});

const texts = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 12 }).map((list) => cut(...list));

it("holds every sentence of both texts once and in order, and calls same only what is", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const stretches = compareSentences(before, after);
      expect(stretches.flatMap((one) => one.before)).toEqual(before.sentences);
      expect(stretches.flatMap((one) => one.after)).toEqual(after.sentences);
      for (const one of stretches) if (one.isSame) expect(said(before, one.before)).toEqual(said(after, one.after));
      expect(stretches.every((one, i) => i === 0 || one.isSame !== stretches[i - 1]!.isSame)).toBe(true);
    }),
  );
});

it("finds a text the same as itself, and is quick about a sentence repeated ten thousand times", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(compareSentences(text, text).filter(({ isSame }) => !isSame)).toEqual([]);
    }),
  );
  const many = cut(...Array.from({ length: 10_000 }, () => "Call us."));
  const began = performance.now();
  expect(compareSentences(many, cut("x", ...Array.from({ length: 10_000 }, () => "Call us.")))).toHaveLength(2);
  expect(performance.now() - began).toBeLessThan(2_000);
});
