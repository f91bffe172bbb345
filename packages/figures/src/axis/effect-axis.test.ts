import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutTo, isCut } from "./cut.ts";
import { differenceAxis, ratioAxis, scaleAxis } from "./effect-axis.ts";

const texts = ({ ticks }: { ticks: readonly { text: string }[] }) => ticks.map(({ text }) => text);

describe("the axis of ratios", () => {
  it("has round ticks, one and the decades among them", () => {
    const axis = ratioAxis({ points: [0.32, 1.74], intervals: [[0.11, 5.48]] }, 360, "en");
    expect(texts(axis)).toEqual(["0.1", "0.2", "0.5", "1", "2", "5"]);
  });

  it("names fewer ticks where there is no room, and never leaves out one", () => {
    expect(texts(ratioAxis({ points: [0.06, 18], intervals: [] }, 200, "en"))).toEqual(["0.1", "0.3", "1", "3", "10"]);
    expect(texts(ratioAxis({ points: [1e-4, 1e4], intervals: [] }, 60, "en"))).toContain("1");
  });

  it("uses the decimal sign of the reader", () => expect(texts(ratioAxis({ points: [0.5], intervals: [] }, 300, "es"))).toContain("0,5"));

  it("holds every point and no effect, whatever the studies", () => {
    const ratio = fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 9 }), fc.integer({ min: 100, max: 700 }), (points, width) => {
        const { domain, ticks } = ratioAxis({ points, intervals: points.map((point) => [point / 9, point * 9] as const) }, width, "en");
        const inside = (value: number) => domain[0] <= value && value <= domain[1];
        return [...points, 1].every(inside) && ticks.every(({ value }) => inside(value)) && ticks.some(({ value }) => value === 1);
      }),
    );
  });

  it("puts each tick where its number is: equal factors at equal distances", () => {
    const { ticks } = ratioAxis({ points: [0.1, 10], intervals: [] }, 700, "en");
    expect(ticks.every(({ value, text }) => Number(text) === value)).toBe(true);
  });
});

it("shows a difference on a linear axis around zero", () => {
  const axis = differenceAxis({ points: [-0.2], intervals: [[-0.35, 0.02]] }, 300, "en");
  expect([axis.type, axis.none]).toEqual(["linear", 0]);
  expect(texts(axis)).toContain("0.0");
  expect(texts(axis)).toContain("\u22120.2");
});

it.each<[readonly [number, number], number, string[]]>([
  [[0, 10], 600, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]],
  [[0, 96], 600, ["0", "10", "20", "30", "40", "50", "60", "70", "80", "90", "96"]],
  [[0, 96], 340, ["0", "10", "20", "30", "40", "50", "60", "70", "80", "96"]],
  [[-3.5, 4.2], 100, ["\u22123.5", "0", "4.2"]],
])("names both ends of the scale %j on %d pixels", (range, width, expected) =>
  expect(texts(scaleAxis(range, width, "en"))).toEqual(expected),
);

it("cuts an interval at the axis and says on which side", () => {
  expect(cutTo([0.01, 4], [0.05, 20])).toEqual({ low: 0.05, high: 4, below: true, above: false });
  expect(isCut(cutTo([0.1, 4], [0.05, 20]))).toBe(false);
  expect(cutTo([30, 40], [0.05, 20])).toEqual({ low: 20, high: 20, below: false, above: true });
});
