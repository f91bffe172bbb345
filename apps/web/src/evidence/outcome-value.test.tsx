// @vitest-environment jsdom
import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { OutcomeValue } from "./outcome-value.tsx";
import type { Outcome } from "./shapes.ts";
import { read } from "./testing.tsx";

const placed = { id: "x", name: "an outcome", ground: { source: "s", verified: "source-text" } } as const;
const said = (outcome: Outcome): string => read(<OutcomeValue outcome={outcome} />);

afterEach(cleanup);

describe("the value of an outcome", () => {
  it("counts events of hips, and says so when it is not known what was counted", () => {
    expect(said({ type: "events", ...placed, event: "collapse", events: 0, total: 12, unit: "hips" })).toBe("0 of 12 hips");
    expect(said({ type: "events", ...placed, event: "collapse", events: 9, total: 10 })).toBe("9 of 10 (patients or hips not stated)");
  });

  it("never takes an unnamed spread for a standard deviation", () => {
    const value = { type: "value", ...placed, mean: 62.1, unit: "points", dispersion: 3.4, n: 20 } as const;
    expect(said({ ...value, dispersionType: "unclear" })).toBe("mean 62.1 points± 3.4, not said whether SD or SE; n = 20");
    expect(said({ ...value, dispersionType: "SE" })).toContain("SE 3.4");
    expect(said({ type: "value", ...placed, mean: 8.7, dispersionType: "none" })).toBe("mean 8.7spread not stated; n not stated");
  });

  it("keeps a median a median and makes no change of it", () => {
    const text = said({
      type: "change",
      ...placed,
      unit: "points",
      n: 10,
      nVerified: "recalled",
      baselineMedian: { median: 26.5, iqr: [23, 32] },
      followUpMedian: { median: 17, iqr: [10, 20] },
    });
    expect(text).toContain("Beforemedian 26.5 points; quartiles 23 to 32");
    expect(text).toContain("Changenot stated");
    expect(text).toContain("n = 10 from memory· not established");
  });

  it("reports in the paper's own terms, with its interval or without a number", () => {
    expect(said({ type: "reported", ...placed, measure: "MD", value: -13.24, unit: "mm", interval: [-23.28, -3.2], n: 256 })).toBe(
      "mean difference: \u221213.24 mm; 95% interval \u221223.28 to \u22123.2n = 256",
    );
    expect(said({ type: "reported", ...placed, measure: "finding", finding: "No difference." })).toBe("No difference.n not stated");
    expect(said({ type: "reported", ...placed, measure: "risk-per-1000", value: 16, unit: "proportion" })).toBe("16 per 1000n not stated");
  });

  it("marks what stands beside a number by its own grade", () => {
    const extra = { i2: 80, i2Verified: "seed-only", certainty: "low" };
    expect(said({ type: "reported", ...placed, measure: "MD", value: -1.2, extra })).toContain("i2: 80 one web page only· not established");
  });
});
