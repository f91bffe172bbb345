import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityWeights, weightedComparison } from "./probability-weights.ts";
import { type ExposureData, standardisedRisk } from "./standardised-risk.ts";

/** Cells of counts: [exposed, stratum, events, subjects]. */
function cells(list: readonly (readonly [number, number, number, number])[]): ExposureData {
  const rows = list.flatMap(([exposed, stratum, events, n]) =>
    Array.from({ length: n }, (_, i) => ({ exposed, stratum, y: i < events ? 1 : 0 })),
  );
  return {
    y: rows.map(({ y }) => y),
    exposed: rows.map(({ exposed }) => exposed),
    covariates: { stratum: rows.map(({ stratum }) => stratum), both: rows.map(({ stratum, exposed }) => stratum * exposed) },
  };
}
const crude = (data: ExposureData): ExposureData => ({ ...data, covariates: {} });

describe("without covariates", () => {
  const data = crude(
    cells([
      [1, 0, 12, 20],
      [0, 0, 5, 25],
    ]),
  );
  const result = standardisedRisk(data);
  it("is each group's own share with its binomial error", () => {
    expect(result.ok && result.value.exposed.estimate).toBeCloseTo(0.6, 10);
    expect(result.ok && result.value.exposed.se).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 20), 9);
    expect(result.ok && result.value.unexposed.se).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 25), 9);
  });
  it("compares independent groups by difference and ratio", () => {
    expect(result.ok && result.value.difference.se).toBeCloseTo(Math.sqrt(0.012 + 0.0064), 9);
    expect(result.ok && result.value.ratio!.estimate).toBeCloseTo(3, 9);
    expect(result.ok && result.value.ratio!.se).toBeCloseTo(Math.sqrt(0.4 / 12 + 0.8 / 5), 9);
  });
  it("agrees with weighting, whose weights are then the same for all", () => {
    const weighted = weightedComparison(data);
    expect(weighted.ok && weighted.value.difference).toBeCloseTo(0.4, 10);
    expect(weighted.ok && weighted.value.se).toBeCloseTo(Math.sqrt(0.012 + 0.0064), 9);
  });
});

describe("with a stratum that confounds", () => {
  const list = [
    [1, 0, 6, 10],
    [1, 1, 9, 30],
    [0, 0, 15, 40],
    [0, 1, 2, 20],
  ] as const;
  const data = cells(list);
  // half of all 100 subjects are in each stratum
  it("standardises the stratum risks to everybody when the model is saturated", () => {
    const saturated = standardisedRisk({ ...data, covariates: { stratum: data.covariates.stratum! } });
    expect(saturated.ok).toBe(true);
    const weighted = weightedComparison({ ...data, covariates: { stratum: data.covariates.stratum! } });
    expect(weighted.ok && weighted.value.exposed).toBeCloseTo((0.6 + 0.3) / 2, 9);
    expect(weighted.ok && weighted.value.unexposed).toBeCloseTo((15 / 40 + 2 / 20) / 2, 9);
  });
  it("has the error of the stratum risks and shares", () => {
    // sum over strata of share^2 (p(1-p)/n1 + q(1-q)/n0), plus the spread of the stratum differences over 100 subjects
    const weighted = weightedComparison({ ...data, covariates: { stratum: data.covariates.stratum! } });
    const [d0, d1] = [0.6 - 15 / 40, 0.3 - 0.1];
    const inside = 0.25 * (0.24 / 10 + (0.375 * 0.625) / 40 + 0.21 / 30 + 0.09 / 20);
    const between = (d0 - d1) ** 2 / 4 / 100;
    expect(weighted.ok && weighted.value.se).toBeCloseTo(Math.sqrt(inside + between), 8);
  });
  it("weighs the exposed and the overlap as their names say", () => {
    const covariates = { stratum: data.covariates.stratum! };
    const exposed = weightedComparison({ ...data, covariates }, "exposed");
    expect(exposed.ok && exposed.value.unexposed).toBeCloseTo((10 * (15 / 40) + 30 * 0.1) / 40, 9);
    const overlap = weightedComparison({ ...data, covariates }, "overlap");
    const [w0, w1] = [50 * 0.2 * 0.8, 50 * 0.6 * 0.4];
    expect(overlap.ok && overlap.value.exposed).toBeCloseTo((w0 * 0.6 + w1 * 0.3) / (w0 + w1), 9);
  });
  it("balances what it was told to balance", () => {
    for (const target of ["everybody", "exposed", "overlap"] as const) {
      const weights = probabilityWeights({ exposed: data.exposed, covariates: { stratum: data.covariates.stratum! } }, target);
      expect(weights.ok && Math.abs(weights.value.balance[0]!.before)).toBeGreaterThan(0.5);
      expect(weights.ok && weights.value.balance[0]!.after).toBeCloseTo(0, 8);
      expect(weights.ok && weights.value.effectiveOther).toBeLessThanOrEqual(60 + 1e-9);
    }
  });
});

it("widens the error when every row comes twice from one person", () => {
  const data = crude(
    cells([
      [1, 0, 12, 20],
      [0, 0, 5, 25],
    ]),
  );
  const twice = <T>(list: ArrayLike<T>) => [...Array.from(list), ...Array.from(list)];
  const people = Array.from(data.y, (_, i) => i);
  const doubled = { y: twice(data.y), exposed: twice(data.exposed), covariates: {} };
  const once = standardisedRisk(data);
  const paired = standardisedRisk({ ...doubled, cluster: twice(people) });
  expect(paired.ok && once.ok && paired.value.difference.se).toBeCloseTo(once.ok ? once.value.difference.se : Number.NaN, 9);
});

it("keeps risks between 0 and 1 and their limits in order, whatever the data", () => {
  const row = fc.record({ y: fc.constantFrom(0, 1), exposed: fc.constantFrom(0, 1), x: fc.integer({ min: -3, max: 3 }) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 10, maxLength: 40 }), (list) => {
      const data = { y: list.map(({ y }) => y), exposed: list.map(({ exposed }) => exposed), covariates: { x: list.map(({ x }) => x) } };
      const result = standardisedRisk(data);
      if (!result.ok) return true;
      const { exposed, unexposed, difference } = result.value;
      const shares = [exposed, unexposed].every(({ estimate, se }) => estimate >= 0 && estimate <= 1 && se >= 0);
      return (
        shares && Math.abs(difference.estimate - (exposed.estimate - unexposed.estimate)) < 1e-12 && difference.ci[0] <= difference.ci[1]
      );
    }),
  );
});

it.each([
  ["one group", crude(cells([[1, 0, 1, 4]])), "one-group"],
  [
    "separation",
    crude(
      cells([
        [1, 0, 4, 4],
        [0, 0, 1, 4],
      ]),
    ),
    "separated",
  ],
  ["an exposure of 2", { y: [0, 1], exposed: [0, 2], covariates: {} }, "exposed"],
  [
    "no events",
    crude(
      cells([
        [1, 0, 0, 4],
        [0, 0, 0, 4],
      ]),
    ),
    "no-events",
  ],
])("refuses %s", (_, data, code) => {
  expect(standardisedRisk(data)).toMatchObject({ ok: false, refusal: { code } });
});

it.each([
  ["one group", { exposed: [1, 1, 1], covariates: {} }, "one-group"],
  ["groups without overlap", { exposed: [0, 0, 1, 1], covariates: { x: [1, 2, 3, 4] } }, "no-overlap"],
  ["an exposure of 2", { exposed: [0, 2], covariates: {} }, "exposed"],
])("refuses to weigh %s", (_, data, code) => {
  expect(probabilityWeights(data)).toMatchObject({ ok: false, refusal: { code } });
  expect(weightedComparison({ ...data, y: data.exposed.map(() => 1) })).toMatchObject({ ok: false, refusal: { code } });
});

it("refuses an outcome that is no number", () => {
  expect(weightedComparison({ y: [1, Number.NaN], exposed: [0, 1], covariates: {} })).toMatchObject({ ok: false, refusal: { code: "y" } });
});
