import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNumbers } from "./check-numbers.ts";
import { Statement } from "./statement.ts";
import type { CheckName, Verdict } from "./verdict.ts";

type Given = Record<string, unknown>;

const checked = (given: Given) => checkNumbers([Statement.parse({ says: "figures", ...given })])[0]!;
const test = (given: Given, check: CheckName): Verdict | undefined => checked(given).tests.find((verdict) => verdict.check === check);
const verdicts = (given: Given): Record<string, string> =>
  Object.fromEntries(checked(given).tests.map(({ check, verdict }) => [check, verdict]));

describe("an estimate", () => {
  const MD = { kind: "estimate", measure: "MD" };

  it("agrees with its interval, p and standard error when all come from one test", () => {
    // the published example of p from an interval
    expect(verdicts({ ...MD, value: "17", interval: ["1.4", "32.6"], p: "0.032", se: "7.96" })).toEqual({
      "interval-in-order": "agrees",
      "interval-contains-value": "agrees",
      "interval-symmetric": "agrees",
      "p-and-interval": "agrees",
      "se-and-interval": "agrees",
    });
  });

  it("names the limit that would fit when the interval is lopsided", () => {
    expect(test({ ...MD, value: "-10.92", interval: ["-21.41", "-4.03"] }, "interval-symmetric")).toMatchObject({
      verdict: "disagrees",
      consistent: ["-10.92 (-21.41 to -0.43)", "-10.92 (-17.81 to -4.03)", "-12.72 (-21.41 to -4.03)"],
    });
  });

  it("says which of them the printed p supports", () => {
    const given = { ...MD, value: "-10.92", interval: ["-21.41", "-4.03"], p: "0.04", pooled: true };
    expect(test(given, "interval-symmetric")).toMatchObject({
      consistent: ["-10.92 (-21.41 to -0.43), which fits p as well", "-10.92 (-17.81 to -4.03)", "-12.72 (-21.41 to -4.03)"],
    });
  });

  it("is symmetric on the log scale for a ratio", () => {
    expect(test({ kind: "estimate", measure: "RR", value: "1.00", interval: ["0.66", "1.53"] }, "interval-symmetric")?.verdict).toBe(
      "agrees",
    );
    expect(test({ kind: "estimate", measure: "RR", value: "1.00", interval: ["0.50", "1.50"] }, "interval-symmetric")?.verdict).toBe(
      "disagrees",
    );
  });

  it("is not accused of a lopsided interval that its method explains", () => {
    const given = { kind: "estimate", measure: "RR", value: "1.00", interval: ["0.50", "1.50"], intervalMethod: "exact" };
    expect(test(given, "interval-symmetric")?.verdict).toBe("cannot-say");
  });

  it("is not accused of the lopsided interval of an odds ratio whose method nobody states", () => {
    const given = { kind: "estimate", measure: "OR", value: "11.51", interval: ["2.34", "50.65"] };
    expect(test(given, "interval-symmetric")).toMatchObject({ verdict: "cannot-say", missing: ["how the interval was made"] });
    expect(test({ ...given, pooled: true }, "interval-symmetric")?.verdict).toBe("disagrees");
  });

  it.each(["RD", "SMD", "other"])("is not accused of the lopsided interval of an %s, which a usual method gives", (measure) => {
    const given = { kind: "estimate", measure, value: "0.20", interval: ["0.01", "0.35"] };
    expect(test(given, "interval-symmetric")?.verdict).toBe("cannot-say");
    expect(test({ ...given, intervalMethod: "symmetric" }, "interval-symmetric")?.verdict).toBe("disagrees");
  });

  it("asks how many were measured before it refuses a p that a small t test could give", () => {
    const given = { ...MD, value: "17", interval: ["1.4", "32.6"], p: "0.040" };
    expect(test(given, "p-and-interval")).toMatchObject({
      verdict: "cannot-say",
      missing: ["how many were measured, or the degrees of freedom"],
    });
    expect(test({ ...given, n: 500 }, "p-and-interval")?.verdict).toBe("disagrees");
  });

  it("takes p in the ways papers print it", () => {
    const given = (p: string) => ({ ...MD, value: "17", interval: ["1.4", "32.6"], p, n: 500 });
    expect(test(given("P < .05"), "p-and-interval")?.verdict).toBe("agrees");
    expect(test(given("p>0.05"), "p-and-interval")?.verdict).toBe("disagrees");
    expect(test(given("\u2264 0.05"), "p-and-interval")?.verdict).toBe("agrees");
    expect(test(given("not significant"), "p-is-readable")?.verdict).toBe("cannot-say");
  });

  it("ends at what is impossible in itself", () => {
    expect(verdicts({ kind: "estimate", measure: "OR", value: "-0.14", interval: ["0.1", "0.2"], p: "0.01" })).toMatchObject({
      "ratio-is-positive": "disagrees",
    });
    expect(verdicts({ ...MD, value: "3", interval: ["5", "1"] })).toEqual({ "interval-in-order": "disagrees" });
  });

  it("does not know what a single mean was tested against", () => {
    expect(test({ kind: "estimate", measure: "mean", value: "5", interval: ["4", "6"], p: "0.01" }, "p-and-interval")?.verdict).toBe(
      "cannot-say",
    );
  });

  it("finds a standard error that is not that of the interval", () => {
    expect(test({ ...MD, value: "17", interval: ["1.4", "32.6"], se: "3.2", n: 500 }, "se-and-interval")?.verdict).toBe("disagrees");
  });

  it("is never accused when value, limits and p come from one normal test and are only rounded", () => {
    const number = fc.double({ min: -20, max: 20, noNaN: true });
    const digits = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(number, fc.double({ min: 0.5, max: 9, noNaN: true }), digits, digits, (value, se, places, pPlaces) => {
        const reach = 1.959963984540054 * se;
        const p = 2 * upperNormal(Math.abs(value) / se);
        const given = {
          ...MD,
          value: value.toFixed(places),
          interval: [(value - reach).toFixed(places), (value + reach).toFixed(places)],
          p: p.toFixed(pPlaces),
          se: se.toFixed(places),
        };
        return checked(given).verdict === "agrees";
      }),
    );
  });
});

/** Upper tail of the normal by the continued fraction and the series of Abramowitz and Stegun: a second way, not our own code. */
function upperNormal(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 4) {
    let fraction = z;
    for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let [term, sum] = [z, z];
  for (let k = 1; k < 200; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return 0.5 - density * sum;
}

describe("counts", () => {
  it("agree with a percentage to the digits printed", () => {
    expect(checked({ kind: "share", percent: "30.9", events: 17, total: 55 }).verdict).toBe("agrees");
    expect(test({ kind: "share", percent: "54.2", events: 6, total: 11 }, "percentage-and-count")).toMatchObject({
      consistent: ["6 of 11 (54.5%)"],
    });
  });

  it("are worked out from a percentage where one fits, and refused where none does", () => {
    expect(checked({ kind: "share", percent: "24", total: 25 }).verdict).toBe("agrees");
    expect(test({ kind: "share", percent: "66.7", total: 19 }, "percentage-and-count")).toMatchObject({
      verdict: "disagrees",
      consistent: ["12 of 19 (63.2%)", "13 of 19 (68.4%)"],
    });
    expect(checked({ kind: "share", percent: "24" }).verdict).toBe("cannot-say");
    expect(checked({ kind: "share", percent: "120", events: 30, total: 25 }).verdict).toBe("disagrees");
  });

  it("of the parts make the whole", () => {
    expect(checked({ kind: "parts", parts: [23, 23], total: 46 }).verdict).toBe("agrees");
    expect(test({ kind: "parts", parts: [265, 263], total: 579 }, "parts-and-total")).toMatchObject({
      consistent: ["a total of 528", "51 not accounted for"],
    });
  });

  it("printed twice are alike, rounding aside", () => {
    expect(checked({ kind: "same", values: ["86.86", "87"] }).verdict).toBe("agrees");
    expect(checked({ kind: "same", values: ["86.86", "86"] }).verdict).toBe("disagrees");
  });

  it("give the ratio and the p of whichever usual test was used", () => {
    // conversion after hip injections: 3/19 against 7/14; printed p 0.035 is the chi-square, Fisher's would be 0.057
    const given = { kind: "table", intervention: { events: 3, total: 19 }, comparator: { events: 7, total: 14 }, measure: "RR" };
    expect(checked({ ...given, value: "0.316", p: "0.035" }).verdict).toBe("agrees");
    expect(checked({ ...given, value: "0.316", p: "0.057" }).verdict).toBe("agrees");
    expect(checked({ ...given, p: "0.001" }).verdict).toBe("disagrees");
  });

  it("tell an odds ratio from a risk ratio, and which arm stands on top", () => {
    const given = { kind: "table", intervention: { events: 95, total: 125 }, comparator: { events: 30, total: 125 }, measure: "RR" };
    expect(test({ ...given, value: "10.03" }, "value-and-counts")).toMatchObject({ consistent: ["RR 3.17", "10.03 is the OR"] });
    expect(test({ ...given, value: "0.32" }, "value-and-counts")).toMatchObject({
      consistent: ["RR 3.17", "0.32 is the RR of the comparator over the intervention"],
    });
  });

  it("cannot give a ratio with nobody in a cell, nor a p with no event at all", () => {
    const given = { kind: "table", intervention: { events: 0, total: 14 }, comparator: { events: 3, total: 14 }, measure: "RR" };
    expect(checked({ ...given, value: "0.14" }).verdict).toBe("cannot-say");
    expect(checked({ ...given, comparator: { events: 0, total: 14 }, p: "1.0" }).verdict).toBe("cannot-say");
  });
});

describe("means", () => {
  it("of whole numbers are multiples of one over n", () => {
    expect(checked({ kind: "mean", mean: "3.48", n: 20, whole: true }).verdict).toBe("disagrees");
    expect(checked({ kind: "mean", mean: "3.45", n: 20, whole: true }).verdict).toBe("agrees");
    expect(checked({ kind: "mean", mean: "3.48", n: 20, whole: true, items: 3 }).verdict).toBe("agrees"); // 209/60
    expect(checked({ kind: "mean", mean: "3.48", n: 2000, whole: true }).verdict).toBe("cannot-say");
    expect(checked({ kind: "mean", mean: "3.48", whole: true }).verdict).toBe("cannot-say");
  });

  it("have no spread that the scale cannot hold", () => {
    expect(test({ kind: "mean", mean: "5.0", sd: "6.0", n: 10, range: [0, 10] }, "sd-possible")?.verdict).toBe("disagrees");
    expect(test({ kind: "mean", mean: "5.0", sd: "5.2", n: 10, range: [0, 10] }, "sd-possible")?.verdict).toBe("agrees");
    expect(test({ kind: "mean", mean: "2.50", sd: "0.10", n: 4, range: [0, 4], whole: true }, "sd-possible")?.verdict).toBe("disagrees");
    expect(test({ kind: "mean", mean: "12", n: 4, range: [0, 10] }, "mean-in-range")?.verdict).toBe("disagrees");
  });

  it("know a standard error that is printed as a standard deviation by its interval", () => {
    // n 25, SD 10: SE 2, 95% interval 50 -/+ 3.92
    const given = { kind: "mean", mean: "50.0", interval: ["46.1", "53.9"], n: 25 };
    expect(checked({ ...given, sd: "10.0" }).verdict).toBe("agrees");
    expect(test({ ...given, sd: "2.0" }, "sd-is-no-se")?.verdict).toBe("disagrees");
    expect(test({ ...given, sd: "5.0" }, "sd-and-interval")?.verdict).toBe("disagrees");
    expect(checked({ ...given, n: undefined, sd: "10.0" }).verdict).toBe("cannot-say");
  });

  it("know it by the standard error printed beside it", () => {
    expect(checked({ kind: "mean", mean: "50", sd: "10.0", se: "2.0", n: 25 }).verdict).toBe("agrees");
    expect(checked({ kind: "mean", mean: "50", sd: "10.0", se: "3.0", n: 25 }).verdict).toBe("disagrees");
  });

  it("suspect it, and say no more than that, where the spread is far below that of the same score elsewhere", () => {
    const given = { kind: "mean", mean: "24.8", sd: "1.9", n: 24, typicalSd: 12 };
    expect(test(given, "sd-is-no-se")).toMatchObject({
      verdict: "cannot-say",
      missing: ["whether it is a standard deviation or a standard error"],
    });
    expect(test({ ...given, sd: "9.0" }, "sd-is-no-se")?.verdict).toBe("agrees");
  });

  it("of two groups give the p of a t test, or show that the spreads are standard errors", () => {
    const groups = (sd: string) => [
      { mean: "50.0", sd, n: 25 },
      { mean: "40.0", sd, n: 25 },
    ];
    expect(checked({ kind: "groups", groups: groups("10.0"), p: "0.001" }).verdict).toBe("agrees"); // t = 3.54, 48 df
    expect(test({ kind: "groups", groups: groups("2.0"), p: "0.001" }, "sd-is-no-se")?.verdict).toBe("disagrees");
    expect(test({ kind: "groups", groups: groups("10.0"), p: "0.04" }, "p-and-groups")?.verdict).toBe("disagrees");
    expect(checked({ kind: "groups", groups: groups("10.0") }).verdict).toBe("cannot-say");
  });
});

describe("before and after", () => {
  it("differ by the change that is printed, counted either way", () => {
    expect(checked({ kind: "change", before: "4.5", after: "3.3", change: "-1.2" }).verdict).toBe("agrees");
    expect(checked({ kind: "change", before: "4.5", after: "3.3", change: "1.2" }).verdict).toBe("agrees");
    expect(test({ kind: "change", before: "67.2", after: "84.6", change: "19.4" }, "change-and-means")).toMatchObject({
      verdict: "disagrees",
      consistent: ["a change of 17.4", expect.any(String)],
    });
  });

  it("point the way that the text says", () => {
    expect(checked({ kind: "change", before: "5.45", after: "2.88", worded: "rise" }).verdict).toBe("disagrees");
    expect(checked({ kind: "change", before: "5.45", after: "2.88", worded: "fall" }).verdict).toBe("agrees");
    expect(checked({ kind: "change", before: "5", after: "5", worded: "fall" }).verdict).toBe("cannot-say");
  });
});

describe("a median", () => {
  const spread = { kind: "spread", middleIs: "median" };

  it("lies between its quartiles and these within the range", () => {
    expect(checked({ ...spread, middle: "5", quartiles: ["3", "8"], range: ["0", "10"] }).verdict).toBe("agrees");
    expect(checked({ ...spread, middle: "10", quartiles: ["3", "8"] }).verdict).toBe("disagrees");
    expect(checked({ ...spread, middle: "5", quartiles: ["3", "12"], range: ["0", "10"] }).verdict).toBe("disagrees");
    expect(checked({ ...spread, middle: "5" }).verdict).toBe("cannot-say");
  });

  it("is no mean, which may lie outside the quartiles but never outside the range", () => {
    expect(checked({ kind: "spread", middleIs: "mean", middle: "9", quartiles: ["3", "8"] }).verdict).toBe("cannot-say");
    expect(checked({ kind: "spread", middleIs: "mean", middle: "70.9", range: ["3.7", "58"] }).verdict).toBe("disagrees");
  });
});

describe("whatever is printed", () => {
  const figure = fc.oneof(
    fc.double({ min: -1e11, max: 1e11, noNaN: true }).map((value) => value.toFixed(3)),
    fc.constantFrom("0", "0.0", "-0.00", "1", "100", "0.001", 1, 0),
  );
  const whole = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, 2, 1e12));
  const counts = fc.record({ events: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(1e12)), total: whole });
  const p = fc.constantFrom("0.05", "<0.001", ">0.99", "0", "1", "NS", 0.5);
  const pair = fc.tuple(figure, figure);
  const some = <T>(model: Record<string, fc.Arbitrary<unknown>>, required: T) =>
    fc.record(model, { requiredKeys: [] }).map((given) => Statement.parse({ says: "x", ...given, ...required }));
  const anything = fc.oneof(
    fc
      .tuple(figure, fc.constantFrom("MD", "RR", "OR", "mean", "other"))
      .chain(([value, measure]) =>
        some({ interval: pair, p, se: figure, n: whole, k: whole, pooled: fc.boolean() }, { kind: "estimate", measure, value }),
      ),
    figure.chain((percent) => some({ events: fc.integer({ min: 0, max: 50 }), total: whole }, { kind: "share", percent })),
    figure.chain((mean) =>
      some(
        {
          n: whole,
          sd: figure,
          se: figure,
          interval: pair,
          whole: fc.boolean(),
          items: whole,
          range: fc.constantFrom([0, 10], [10, 0], [5, 5]),
        },
        { kind: "mean", mean },
      ),
    ),
    fc
      .tuple(counts, counts, fc.constantFrom("RR", "OR", "RD"))
      .chain(([intervention, comparator, measure]) => some({ value: figure, p }, { kind: "table", intervention, comparator, measure })),
    fc.tuple(figure, figure, whole, p).map(([mean, sd, n, tested]) =>
      Statement.parse({
        says: "x",
        kind: "groups",
        groups: [
          { mean, sd, n },
          { mean: "1", sd: "1", n: 5 },
        ],
        p: tested,
      }),
    ),
    fc
      .tuple(figure, figure, figure)
      .map(([before, after, change]) => Statement.parse({ says: "x", kind: "change", before, after, change })),
    fc
      .tuple(figure, pair, pair)
      .map(([middle, quartiles, range]) => Statement.parse({ says: "x", kind: "spread", middle, middleIs: "median", quartiles, range })),
  );

  it("gets a verdict in plain words, and no number that is none", () => {
    fc.assert(
      fc.property(anything, (statement) => {
        const text = JSON.stringify(checkNumbers([statement]));
        return !/NaN|Infinity|undefined|null/.test(text);
      }),
      { numRuns: 2000 },
    );
  });
});

it.each([
  { kind: "estimate", measure: "MD", value: "1e300" },
  { kind: "parts", parts: [1e15, 1], total: 3 },
  { kind: "estimate", measure: "MD", value: "about 3" },
  { kind: "share", percent: "30,9", total: 55 },
  { kind: "parts", parts: [3], total: 3 },
  { kind: "something" },
  { kind: "mean", mean: "3", typicalSd: 0 },
])("refuses a statement that is none: %j", (given) => {
  expect(Statement.safeParse({ says: "figures", ...given }).success).toBe(false);
});
