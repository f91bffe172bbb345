import fc from "fast-check";
import { expect, it } from "vitest";
import { ascendingOrder, tieTolerance } from "./order.ts";

const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -5, max: 5 }));

it("orders like a stable comparison sort, short or long", () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 50 }), fc.boolean(), (values, long) => {
      const list = long ? Array.from({ length: 5000 }, (_, i) => values[(i * 7919) % values.length]! * (1 + (i % 3))) : values;
      const plain = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
      expect(Array.from(ascendingOrder(list))).toEqual(plain);
    }),
  );
});

it("orders nothing and one thing", () => {
  expect([ascendingOrder([]).length, ascendingOrder([3])[0]]).toEqual([0, 0]);
});

it("orders a long list that is sorted in its highest digits only, zeros of either sign together", () => {
  const list = Array.from({ length: 6000 }, (_, i) => [0, -0, -1e-300, 1e300, -7, 7][(i * 7919) % 6]!);
  const plain = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
  expect(Array.from(ascendingOrder(list))).toEqual(plain);
});

it("ties times by what is rounding beside the longest of either sign", () => {
  expect(tieTolerance([1, -4000, 2])).toBe(4e-9);
});
