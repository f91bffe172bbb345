import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonRate } from "./poisson-interval.ts";
import { rateDifference, rateRatio } from "./rate-comparison.ts";
import { standardisedRate } from "./standardised-rate.ts";

const limits = (events: number, exposure: number, method: "exact" | "byar") => {
  const result = poissonRate(events, exposure, method);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.ci;
};
const poissonUpTo = (count: number, mean: number) => {
  let term = Math.exp(-mean);
  let sum = term;
  for (let x = 1; x <= count; x++) {
    term *= mean / x;
    sum += term;
  }
  return sum;
};

describe("Poisson rate", () => {
  it("has -log(0.025) as upper limit of no events", () => {
    expect(limits(0, 1, "exact")[0]).toBe(0);
    expect(limits(0, 1, "exact")[1]).toBeCloseTo(-Math.log(0.025), 12);
  });
  it("has exact limits under which the count is just in the tail", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (events) => {
        const [low, high] = limits(events, 1, "exact");
        expect(1 - poissonUpTo(events - 1, low)).toBeCloseTo(0.025, 9);
        expect(poissonUpTo(events, high)).toBeCloseTo(0.025, 9);
      }),
    );
  });
  it("has Byar's limits close by from ten events on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), fc.double({ min: 0.1, max: 1e5, noNaN: true }), (events, exposure) => {
        const exact = limits(events, exposure, "exact");
        return limits(events, exposure, "byar").every((limit, i) => Math.abs(limit / exact[i]! - 1) < 5e-3);
      }),
    );
  });
  it.each([
    [1.5, 1, "events"],
    [-1, 1, "events"],
    [1, 0, "exposure"],
    [1, Number.NaN, "exposure"],
    [1, Infinity, "exposure"],
  ])("refuses %s events over %s", (events, exposure, code) => {
    expect(poissonRate(events, exposure)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe("rate ratio", () => {
  it("by hand: one event each over equal time is a ratio of 1 between 1/79 and 79", () => {
    // upper limit of the share: 1 - (1 - s)^2 = 1 - 0.975... solves s^2 = 0.975 for two events, one in the first group
    const result = rateRatio({ events: 1, exposure: 3 }, { events: 1, exposure: 3 });
    const share = Math.sqrt(0.975);
    expect(result.ok && result.value.exact[1]).toBeCloseTo(share / (1 - share), 9);
    expect(result.ok && result.value.exact[0]).toBeCloseTo((1 - share) / share, 9);
    expect(result).toMatchObject({ ok: true, value: { ratio: 1, p: 1 } });
    expect(result.ok && result.value.wald![1]).toBeCloseTo(Math.exp(1.959963984540054 * Math.sqrt(2)), 12);
  });
  it("is open at the side where a group has no event", () => {
    expect(rateRatio({ events: 0, exposure: 1 }, { events: 3, exposure: 1 })).toMatchObject({
      ok: true,
      value: { ratio: 0, exact: [0, expect.any(Number)], wald: undefined },
    });
    expect(rateRatio({ events: 3, exposure: 1 }, { events: 0, exposure: 1 })).toMatchObject({
      ok: true,
      value: { ratio: Infinity, exact: [expect.any(Number), Infinity] },
    });
  });
  it("inverts when the groups are swapped", () => {
    const rate = fc.record({ events: fc.integer({ min: 1, max: 50 }), exposure: fc.double({ min: 0.5, max: 100, noNaN: true }) });
    fc.assert(
      fc.property(rate, rate, (first, second) => {
        const one = rateRatio(first, second);
        const other = rateRatio(second, first);
        if (!one.ok || !other.ok) return false;
        return (
          [0, 1].every((i) => Math.abs(one.value.exact[i]! * other.value.exact[1 - i]! - 1) < 1e-8) &&
          Math.abs(one.value.p - other.value.p) < 1e-9
        );
      }),
    );
  });
  it("refuses when nothing happened", () => {
    const none = { events: 0, exposure: 1 };
    expect(rateRatio(none, none)).toMatchObject({ ok: false, refusal: { code: "no-events" } });
    expect(rateDifference(none, none)).toMatchObject({ ok: false, refusal: { code: "no-events" } });
    expect(rateDifference(none, { events: 1, exposure: -1 })).toMatchObject({ ok: false, refusal: { code: "exposure" } });
  });
});

it("takes rates apart with the sum of x/t^2 as variance", () => {
  const result = rateDifference({ events: 4, exposure: 2 }, { events: 1, exposure: 2 });
  expect(result.ok && result.value.ci[0]).toBeCloseTo(1.5 - 1.959963984540054 * Math.sqrt(1 + 0.25), 12);
});

describe("standardised rate", () => {
  it("is the plain rate with its exact interval when there is one stratum", () => {
    const result = standardisedRate([{ events: 7, exposure: 50, standard: 123 }]);
    const [low, high] = limits(7, 50, "exact");
    expect(result.ok && result.value.estimate).toBeCloseTo(0.14, 14);
    expect(result.ok && result.value.ci[0]).toBeCloseTo(low, 12);
    expect(result.ok && result.value.ci[1]).toBeCloseTo(high, 12);
  });
  it("weighs stratum rates by the standard population", () => {
    const result = standardisedRate([
      { events: 2, exposure: 10, standard: 3 },
      { events: 0, exposure: 5, standard: 1 },
    ]);
    expect(result.ok && result.value.estimate).toBeCloseTo(0.75 * 0.2, 14);
  });
  it("starts at 0 without events and refuses what is no stratum", () => {
    expect(standardisedRate([{ events: 0, exposure: 5, standard: 1 }])).toMatchObject({
      ok: true,
      value: { estimate: 0, ci: [0, expect.any(Number)] },
    });
    expect(standardisedRate([])).toMatchObject({ ok: false, refusal: { code: "no-strata" } });
    expect(standardisedRate([{ events: 1, exposure: 5, standard: 0 }])).toMatchObject({ ok: false, refusal: { code: "standard" } });
    expect(standardisedRate([{ events: 1, exposure: 0, standard: 1 }])).toMatchObject({ ok: false, refusal: { code: "exposure" } });
  });
});
