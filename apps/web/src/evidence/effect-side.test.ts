import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectSide } from "./effect-side.ts";

describe("the side of an interval", () => {
  it("is across where it holds no effect, even at a bound", () => {
    expect(effectSide({ measure: "RR", ci: [0.28, 1.98] })).toBe("across");
    expect(effectSide({ measure: "RR", ci: [0.3, 1] })).toBe("across");
    expect(effectSide({ measure: "RD", ci: [0, 0.2] })).toBe("across");
  });

  it("is below or above only when the whole interval is", () => {
    expect(effectSide({ measure: "RR", ci: [0.29, 0.51] })).toBe("below");
    expect(effectSide({ measure: "OR", ci: [1.2, 3] })).toBe("above");
    expect(effectSide({ measure: "RD", ci: [-0.3, -0.1] })).toBe("below");
  });

  it("turns over when the arms change places", () => {
    const turned = { below: "above", above: "below", across: "across" } as const;
    const bound = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(bound, bound, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return effectSide({ measure: "RR", ci: [1 / high, 1 / low] }) === turned[effectSide({ measure: "RR", ci: [low, high] })];
      }),
    );
  });
});
