import fc from "fast-check";
import { expect, it } from "vitest";
import { stretches } from "./stretches.ts";

it("cuts a text where spans begin and end", () => {
  const spans = [
    { start: 2, end: 6 },
    { start: 4, end: 8 },
  ];
  expect(stretches(spans, 10)).toEqual([
    { start: 0, end: 2, over: [] },
    { start: 2, end: 4, over: [0] },
    { start: 4, end: 6, over: [0, 1] },
    { start: 6, end: 8, over: [1] },
    { start: 8, end: 10, over: [] },
  ]);
});

it("names for each stretch the spans that hold it, and covers the text without a gap", () => {
  const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 10 })).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const found = stretches(spans, 50);
      expect(found.flatMap(({ start, end }) => [start, end])).toEqual([0, ...found.slice(1).flatMap(({ start }) => [start, start]), 50]);
      for (const { start, end, over } of found)
        expect(over).toEqual([...spans.keys()].filter((at) => spans[at]!.start <= start && end <= spans[at]!.end));
    }),
  );
});
