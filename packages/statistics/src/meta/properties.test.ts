import { beforeAll, describe, expect, it } from "vitest";
import { type Pooled, type PoolRequest, pool } from "./pool.ts";
import { TAU2_METHODS, type Tau2Method } from "./tau2.ts";

/** Small meta-analyses with little heterogeneity and few digits: the kind of data on which plain Fisher scoring gives up. */
const SETS = 20_000;

interface Data {
  readonly yi: number[];
  readonly vi: number[];
}

/** Numbers from 0 to 1, the same in every run. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647;
  };
}

function generate(seed: number): Data[] {
  const next = stream(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  return Array.from({ length: SETS }, () => {
    const k = 3 + Math.floor(10 * next());
    const tau = next() < 0.5 ? 0 : 0.3 * next();
    const vi = Array.from({ length: k }, () => Math.max(0.0001, Math.round(1e4 * Math.exp(-2.5 + 1.3 * gauss())) / 1e4));
    return { yi: vi.map((v) => Math.round(1e3 * Math.sqrt(v + tau * tau) * gauss()) / 1e3), vi };
  });
}

/** Restricted log-likelihood but for a constant, straight from its definition. */
function restricted({ yi, vi }: Data, tau2: number): number {
  const w = vi.map((v) => 1 / (v + tau2));
  const sum = w.reduce((a, b) => a + b, 0);
  const mu = w.reduce((a, weight, i) => a + weight * yi[i]!, 0) / sum;
  return w.reduce((a, weight, i) => a + Math.log(weight) - weight * (yi[i]! - mu) ** 2, -Math.log(sum)) / 2;
}

/** Fisher scoring without step halving, as the reference does it by default: whether it settles within 100 steps. */
function plainScoringSettles({ yi, vi }: Data): boolean {
  const k = yi.length;
  const mean = yi.reduce((a, b) => a + b, 0) / k;
  let tau2 = Math.max(0, yi.reduce((a, y) => a + (y - mean) ** 2, 0) / (k - 1) - vi.reduce((a, v) => a + v, 0) / k);
  for (let step = 0; step < 100; step++) {
    const w = vi.map((v) => 1 / (v + tau2));
    const power = (n: number) => w.reduce((a, weight) => a + weight ** n, 0);
    const mu = w.reduce((a, weight, i) => a + weight * yi[i]!, 0) / power(1);
    const yPPy = w.reduce((a, weight, i) => a + (weight * (yi[i]! - mu)) ** 2, 0);
    const information = power(2) - (2 * power(3)) / power(1) + (power(2) / power(1)) ** 2;
    const next = Math.max(0, tau2 + (yPPy - power(1) + power(2) / power(1)) / information);
    if (Math.abs(next - tau2) <= 1e-5) return true;
    tau2 = next;
  }
  return false;
}

function fit(data: Data, tau2: Tau2Method = "REML", more: Partial<PoolRequest> = {}): Pooled {
  const result = pool({ ...data, tau2, ci: "z", ...more });
  if (!result.ok) throw new Error(`${result.refusal.code}: ${JSON.stringify(data)}`);
  return result.value;
}

const near = (got: number, expected: number, scale: number, relative = 1e-7): boolean => Math.abs(got - expected) <= relative * scale;

/** The sets for which a claim does not hold, a few of them to look at. */
const against = (sets: readonly Data[], holds: (data: Data) => boolean): Data[] => sets.filter((data) => !holds(data)).slice(0, 3);

describe("over 20,000 generated sets", { timeout: 120_000 }, () => {
  let sets: Data[] = [];

  beforeAll(() => {
    sets = generate(20261121);
  });

  it("has sets among them on which plain Fisher scoring never settles", () => {
    expect(sets.filter((data) => !plainScoringSettles(data)).length).toBeGreaterThan(10);
  });

  it("finds the highest point of the restricted likelihood, that at 0 included", () => {
    const grid = [0, ...Array.from({ length: 60 }, (_, n) => 1e-6 * 1.3 ** n)];
    const top = (data: Data) => Math.max(...grid.map((tau2) => restricted(data, tau2)));
    expect(against(sets, (data) => restricted(data, fit(data).tau2) >= top(data) - 1e-9)).toEqual([]);
  });

  it("has a standard error, an interval and weights that hang together", () => {
    const holds = (data: Data) => {
      const { estimate, se, ci, weights, tau2, i2, q } = fit(data);
      const whole = weights.reduce((a, b) => a + b, 0);
      return se > 0 && ci[0] < estimate && estimate < ci[1] && near(whole, 100, 100) && tau2 >= 0 && i2! >= 0 && i2! < 100 && q!.p >= 0;
    };
    expect(against(sets, holds)).toEqual([]);
  });

  it("scales with the unit, by a factor of eight and of a billionth", () => {
    const holds = (data: Data) => {
      const one = fit(data);
      return [8, 1e-9].every((c) => {
        const other = fit({ yi: data.yi.map((y) => y * c), vi: data.vi.map((v) => v * c * c) });
        const size = one.se ** 2 + one.tau2;
        return near(other.estimate / c, one.estimate, one.se) && near(other.tau2 / c ** 2, one.tau2, size) && near(other.i2!, one.i2!, 100);
      });
    };
    expect(against(sets, holds)).toEqual([]);
  });

  it("does not care for the order of the studies", () => {
    const holds = (data: Data) => {
      const one = fit(data);
      const other = fit({ yi: data.yi.toReversed(), vi: data.vi.toReversed() });
      return near(other.estimate, one.estimate, one.se) && near(other.tau2, one.tau2, one.se ** 2 + one.tau2);
    };
    expect(against(sets, holds)).toEqual([]);
  });

  it("moves with a constant added to all effects, and turns with their sign", () => {
    const holds = (data: Data) => {
      const one = fit(data);
      const moved = fit({ yi: data.yi.map((y) => y + 3), vi: data.vi });
      const turned = fit({ yi: data.yi.map((y) => -y), vi: data.vi });
      return (
        near(moved.estimate, one.estimate + 3, one.se) &&
        near(moved.tau2, one.tau2, one.se ** 2 + one.tau2) &&
        near(turned.estimate, -one.estimate, one.se)
      );
    };
    expect(against(sets, holds)).toEqual([]);
  });

  it("gives every study twice the common effect of once, with half the variance", () => {
    const holds = (data: Data) => {
      const one = fit(data, "EE");
      const twice = fit({ yi: [...data.yi, ...data.yi], vi: [...data.vi, ...data.vi] }, "EE");
      return (
        near(twice.estimate, one.estimate, one.se) &&
        near(twice.se ** 2 * 2, one.se ** 2, one.se ** 2) &&
        near(twice.q!.q, 2 * one.q!.q, 1 + one.q!.q)
      );
    };
    expect(against(sets, holds)).toEqual([]);
  });

  it("answers by every estimator, finite and at or above 0", () => {
    const some = sets.filter((_, i) => i % 20 === 0);
    const holds = (data: Data) => TAU2_METHODS.every((method) => fit(data, method).tau2 >= 0);
    expect(against(some, holds)).toEqual([]);
  });

  it("never makes an ad hoc or modified Knapp-Hartung interval narrower than the normal one", () => {
    const some = sets.filter((_, i) => i % 20 === 0);
    const width = (data: Data, ci: PoolRequest["ci"]) => {
      const { ci: limits } = fit(data, "REML", { ci });
      return limits[1] - limits[0];
    };
    const holds = (data: Data) => ["adhoc", "mhksj"].every((ci) => width(data, ci as "adhoc") >= width(data, "z") * (1 - 1e-12));
    expect(against(some, holds)).toEqual([]);
  });
});
