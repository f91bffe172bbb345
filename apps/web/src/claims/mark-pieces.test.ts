import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carrySpan, markPieces } from "./mark-pieces.ts";
import { placed } from "./testing.ts";

describe("marked pieces", () => {
  it("are one unmarked piece where nothing was found", () => {
    expect(markPieces(10, [])).toEqual([{ start: 0, end: 10, over: [] }]);
  });

  it("name every finding over a stretch, in the order of their numbers", () => {
    const pieces = markPieces(20, [placed(1, 2, 10), placed(2, 2, 10), placed(3, 5, 15)]);
    expect(pieces.map(({ start, end, over }) => [start, end, over.map(({ number }) => number)])).toEqual([
      [0, 2, []],
      [2, 5, [1, 2]],
      [5, 10, [1, 2, 3]],
      [10, 15, [3]],
      [15, 20, []],
    ]);
  });

  it("are together the whole text, whatever is marked", () => {
    const spans = fc.array(fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const));
    fc.assert(
      fc.property(spans, (marks) => {
        const all = marks.map(([start, end], i) => placed(i + 1, start, end));
        const pieces = markPieces(51, all);
        expect(pieces.map(({ start }) => start)).toEqual([0, ...pieces.slice(0, -1).map(({ end }) => end)]);
        for (const { start, end, over } of pieces) expect(over).toEqual(all.filter(({ span }) => span.start <= start && end <= span.end));
      }),
    );
  });
});

describe("a place carried over an edit", () => {
  const before = "It is safe. It is new.";
  it("stays before the edit and moves after it", () => {
    expect(carrySpan({ start: 0, end: 11 }, before, "It is safe. It is brand new.")).toEqual({ start: 0, end: 11 });
    expect(carrySpan({ start: 12, end: 22 }, before, "It is not safe. It is new.")).toEqual({ start: 16, end: 26 });
  });

  it("is gone when the edit touches it", () => {
    expect(carrySpan({ start: 0, end: 11 }, before, "It is saf. It is new.")).toBeUndefined();
  });

  it("holds the same words as before, whatever the edit", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, old, fresh, tail) => {
        const was = `${head}${old}${tail}`;
        const now = `${head}${fresh}${tail}`;
        for (const span of [
          { start: 0, end: head.length },
          { start: head.length + old.length, end: was.length },
        ]) {
          const carried = carrySpan(span, was, now);
          if (carried) expect(now.slice(carried.start, carried.end)).toBe(was.slice(span.start, span.end));
        }
      }),
    );
  });
});
