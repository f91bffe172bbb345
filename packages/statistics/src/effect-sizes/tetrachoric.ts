import { normal } from "../distributions/normal.ts";
import { gaussLegendre } from "../numerics/quadrature.ts";
import { brentRoot } from "../numerics/root.ts";
import type { Effect } from "./effect.ts";
import type { Table } from "./tables.ts";

const NODES = gaussLegendre(48);

/** Density of the standard bivariate normal with correlation sin(angle). */
function bivariateDensity(h: number, k: number, rho: number): number {
  const rest = 1 - rho * rho;
  return Math.exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
}

/** P(X <= h, Y <= k) for correlation rho, by Plackett's identity integrated over the arc sine of the correlation. */
function bivariateNormal(h: number, k: number, rho: number): number {
  const arc = Math.asin(rho);
  const integral = NODES.reduce((sum, { x, weight }) => {
    const angle = (arc * (1 + x)) / 2;
    return sum + weight * Math.exp(-(h * h - 2 * Math.sin(angle) * h * k + k * k) / (2 * Math.cos(angle) ** 2));
  }, 0);
  return normal.lower(h) * normal.lower(k) + (integral * arc) / (4 * Math.PI);
}

/**
 * Tetrachoric correlation of a 2x2 table without empty cells, with Pearson's large-sample variance.
 *
 * @source pearson-1900a
 */
export function tetrachoric({ ai, bi, ci, di }: Table): Effect {
  const n = ai + bi + ci + di;
  const h = normal.quantile((ai + bi) / n);
  const k = normal.quantile((ai + ci) / n);
  const limit = 1 - 1e-12;
  const rho = brentRoot((r) => bivariateNormal(h, k, r) - ai / n, -limit, limit) ?? Number.NaN;
  const root = Math.sqrt(1 - rho * rho);
  const column = normal.lower((h - rho * k) / root) - 0.5;
  const row = normal.lower((k - rho * h) / root) - 0.5;
  const spread =
    ((ai + di) * (bi + ci)) / 4 +
    (ai + ci) * (bi + di) * column ** 2 +
    (ai + bi) * (ci + di) * row ** 2 +
    2 * (ai * di - bi * ci) * column * row -
    (ai * bi - ci * di) * column -
    (ai * ci - bi * di) * row;
  return { yi: rho, vi: spread / (n ** 3 * bivariateDensity(h, k, rho) ** 2) };
}
