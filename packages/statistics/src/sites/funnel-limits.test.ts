import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomial } from "../distributions/binomial.ts";
import { funnelLimits, type SiteCount, siteDispersion } from "./funnel-limits.ts";

describe("limits", () => {
  it("interpolate between counts: for 2 cases at one half, a quarter lies at the count 0", () => {
    const result = funnelLimits(0.5, 2, 0.5); // P(0) = 1/4 exactly, P(X <= 1) = 3/4 exactly
    expect(result.ok && result.value.exact[0]).toBeCloseTo(0, 12);
    expect(result.ok && result.value.exact[1]).toBeCloseTo(0.5, 12);
  });
  it("narrow with the number of cases and hold the level between adjacent counts", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.integer({ min: 5, max: 400 }), (target, cases) => {
        const result = funnelLimits(target, cases, 0.95);
        if (!result.ok) return false;
        const [low, high] = result.value.exact.map((limit) => limit * cases);
        const counts = binomial(cases, target);
        const inLow = counts.lower(Math.floor(low! + 1e-9)) <= 0.025 + 1e-9 && counts.lower(Math.ceil(low! - 1e-9)) >= 0.025 - 1e-9;
        return inLow && counts.lower(Math.ceil(high! - 1e-9)) >= 0.975 - 1e-9;
      }),
    );
  });
  it.each([
    [0, 10, "target"],
    [1, 10, "target"],
    [Number.NaN, 10, "target"],
    [0.5, 0, "cases"],
    [0.5, 1.5, "cases"],
  ])("refuse a target of %s for %s cases", (target, cases, code) => {
    expect(funnelLimits(target, cases, 0.95)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe("dispersion", () => {
  const sites: SiteCount[] = [
    { events: 1, cases: 10 },
    { events: 9, cases: 10 },
  ];
  it("by hand: two sites at 0.1 and 0.9 around one half", () => {
    const z = 0.4 / Math.sqrt(0.025);
    const phi = (0.8 * z) ** 2; // both pulled in by a tenth of their distance 2z
    const tau2 = (2 * phi - 1) / (40 + 40 - 40);
    const result = siteDispersion(sites);
    expect(result.ok && result.value.z[1]).toBeCloseTo(z, 12);
    expect(result.ok && result.value.phi).toBeCloseTo(phi, 12);
    expect(result.ok && result.value.tau2).toBeCloseTo(tau2, 12);
    expect(result.ok && result.value.zAdjusted[0]).toBeCloseTo(-0.4 / Math.sqrt(0.025 + tau2), 12);
  });
  it("never calls sites more extreme after adjusting, and finds none among alike ones", () => {
    const site = fc
      .integer({ min: 1, max: 200 })
      .chain((cases) => fc.record({ events: fc.integer({ min: 0, max: cases }), cases: fc.constant(cases) }));
    fc.assert(
      fc.property(fc.array(site, { minLength: 2, maxLength: 30 }), (list) => {
        const result = siteDispersion(list);
        if (!result.ok) return result.refusal.code === "no-variation";
        const { z, zAdjusted, tau2, phi } = result.value;
        return tau2 >= 0 && phi >= 0 && zAdjusted.every((value, i) => Math.abs(value) <= Math.abs(z[i]!) + 1e-12);
      }),
    );
    const alike = new Array<SiteCount>(5).fill({ events: 3, cases: 9 });
    expect(siteDispersion(alike)).toMatchObject({ ok: true, value: { tau2: 0, phi: 0 } });
  });
  it.each<[string, SiteCount[], number | undefined, string]>([
    ["one site", [{ events: 1, cases: 2 }], undefined, "too-few-sites"],
    [
      "no events anywhere",
      [
        { events: 0, cases: 2 },
        { events: 0, cases: 5 },
      ],
      undefined,
      "no-variation",
    ],
    [
      "a site without cases",
      [
        { events: 0, cases: 0 },
        { events: 1, cases: 5 },
      ],
      undefined,
      "no-subjects",
    ],
    [
      "more events than cases",
      [
        { events: 3, cases: 2 },
        { events: 1, cases: 5 },
      ],
      undefined,
      "events",
    ],
    ["a target of 1", sites, 1, "target"],
  ])("refuses %s", (_, list, target, code) => {
    expect(siteDispersion(list, target)).toMatchObject({ ok: false, refusal: { code } });
  });
});
