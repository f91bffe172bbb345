import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta, chiSquare, fisherF, normal, studentT } from "./index.ts";

/** Closed forms: no program is needed to know them. */
describe("closed forms", () => {
  it.each([0.1, 1, 7, 80, 700])("chi-square with 2 df has the tail exp(-x/2) at %d", (x) => {
    expect(chiSquare(2).tails(x).logUpper).toBeCloseTo(-x / 2, 11);
  });

  it.each([-1e8, -3, -0.2, 0.5, 40])("t with 1 df is Cauchy's at %d", (t) => {
    const exact = t < 0 ? Math.atan(-1 / t) / Math.PI : 0.5 + Math.atan(t) / Math.PI;
    expect(studentT(1).lower(t) / exact).toBeCloseTo(1, 12);
  });

  it.each([1e-12, 0.3, 0.999])("beta(1, b) has the lower tail 1 - (1 - x)^b at %d", (x) => {
    expect(beta(1, 5.5).lower(x) / -Math.expm1(5.5 * Math.log1p(-x))).toBeCloseTo(1, 12);
  });

  it("F with 2 numerator df has the tail (1 + 2x/n)^(-n/2)", () => {
    expect(fisherF(2, 9).upper(100) / (1 + 200 / 9) ** -4.5).toBeCloseTo(1, 12);
  });
});

const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const shape = fc.double({ min: 1, max: 3000, noNaN: true });

it("brings every probability back through its quantile", () => {
  fc.assert(
    fc.property(probability, shape, shape, (p, a, b) => {
      const families = [normal, chiSquare(a), studentT(a), beta(a, b), fisherF(a, b)];
      return families.every((family) => {
        const x = family.quantile(p);
        const { lower, upper } = family.tails(x);
        // Where x itself is rounded, the tail moves by density * spacing: allow for that.
        const slack = 1e-9 + (Math.abs(x) * family.density(x) * 1e-15) / Math.min(p, 1 - p);
        return p < 0.5 ? Math.abs(lower / p - 1) < slack : Math.abs(upper / (1 - p) - 1) < Math.max(slack, 1e-16 / (1 - p));
      });
    }),
  );
});

it.each([Number.NaN, 0, 1, -0.1])("throws for the quantile of %d", (p) => {
  expect(() => normal.quantile(p)).toThrow(RangeError);
});

it("throws rather than pass a NaN on", () => {
  expect(() => normal.lower(Number.NaN)).toThrow(RangeError);
  expect(() => studentT(0)).toThrow(RangeError);
  expect(() => chiSquare(Number.NaN)).toThrow(RangeError);
});

it("keeps both tails at infinity", () => {
  expect(normal.tails(Infinity)).toMatchObject({ lower: 1, upper: 0 });
  expect(studentT(3).tails(-Infinity)).toMatchObject({ lower: 0, upper: 1 });
});
