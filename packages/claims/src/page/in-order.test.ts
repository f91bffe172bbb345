import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastAtOrBefore, overlapping } from "./in-order.ts";

const spans = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 20 }).map((parts) => {
  let at = 0;
  return parts.map(([gap, length]) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});

describe("spans in order", () => {
  it("are found by halving as they would be one by one", () => {
    fc.assert(
      fc.property(spans, fc.nat(80), fc.integer({ min: 1, max: 30 }), (all, start, length) => {
        const end = start + length;
        expect(overlapping(all, { start, end })).toEqual(all.filter((span) => span.start < end && span.end > start));
        expect(lastAtOrBefore(all, start, (span) => span.start)).toBe(all.findLastIndex((span) => span.start <= start));
      }),
    );
  });
});
