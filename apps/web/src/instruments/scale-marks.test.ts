import { describe, expect, it } from "vitest";
import { marksOf, ticksOf } from "./scale-marks.ts";
import type { Threshold } from "./shapes.ts";

const threshold = (part: Partial<Threshold>): Threshold => ({
  id: "x",
  subscale: "pain",
  kind: "PASS",
  value: 91,
  unit: "points",
  meaning: "state-at-least",
  scale: [0, 100],
  population: { en: "hip replacement" },
  time: { en: "1 year" },
  method: { en: "anchor" },
  grounds: [{ source: "s", verified: "source-text" }],
  ...part,
});
const on = { subscale: "pain", range: [0, 100], form: undefined } as const;
const drawn = (part: Partial<Threshold>) => marksOf([threshold(part)], on)[0]?.drawnAs;

describe("a threshold in the picture", () => {
  it("is a place for a state and a distance for a change", () => {
    expect(drawn({})).toBe("state");
    expect(drawn({ meaning: "state-at-most" })).toBe("state");
    expect(drawn({ kind: "MCII", meaning: "improvement", value: 24 })).toBe("change");
    expect(drawn({ kind: "MDC", meaning: "detectable-change", value: 5 })).toBe("change");
  });

  it("is listed and not drawn on another scale, on one that is not stated, or as a share of the baseline", () => {
    expect(drawn({ scale: [0, 20] })).toBeUndefined();
    expect(drawn({ scale: undefined })).toBeUndefined();
    expect(drawn({ unit: "percent-of-baseline", meaning: "improvement" })).toBeUndefined();
    expect(drawn({ form: "other" })).toBeUndefined();
  });

  it("has a letter, in the order of the file, and no part in another score", () => {
    const marks = marksOf([threshold({}), threshold({ subscale: "qol" }), threshold({ value: [10, 12] })], on);
    expect(marks.map(({ letter, span }) => [letter, span])).toEqual([
      ["A", [91, 91]],
      ["B", [10, 12]],
    ]);
  });
});

describe("the ticks of a scale", () => {
  it.each([
    [
      [0, 100],
      [0, 20, 40, 60, 80, 100],
    ],
    [
      [0, 44],
      [0, 10, 20, 30, 44],
    ],
    [
      [0, 4],
      [0, 1, 2, 3, 4],
    ],
    [
      [1, 10],
      [1, 2, 4, 6, 8, 10],
    ],
    [
      [12, 60],
      [12, 20, 30, 40, 50, 60],
    ],
    [
      [0, 2400],
      [0, 500, 1000, 1500, 2000, 2400],
    ],
    [
      [16.2, 67.7],
      [16.2, 30, 40, 50, 60, 67.7],
    ],
  ] as const)("of %j are round and hold both ends", (range, ticks) => expect(ticksOf(range)).toEqual(ticks));
});
