import { type Result, refuse } from "@calcar/vocabulary";
import { gaussLegendre } from "../numerics/quadrature.ts";
import { type Effect, finiteEffect } from "./effect.ts";

const NODES = gaussLegendre(24);

const MEASURES: Readonly<Record<CorrelationMeasure, (r: number, n: number) => Effect>> = {
  COR: (r, n) => ({ yi: r, vi: (1 - r * r) ** 2 / (n - 1) }),
  UCOR: (r, n) => {
    const yi = olkinPratt(r, n);
    return { yi, vi: (1 - yi * yi) ** 2 / (n - 1) };
  },
  ZCOR: (r, n) => ({ yi: Math.atanh(r), vi: 1 / (n - 3) }),
};

/** Raw correlation, Olkin and Pratt's unbiased one, Fisher's z. */
export type CorrelationMeasure = "COR" | "UCOR" | "ZCOR";

export const CORRELATION_MEASURES = Object.keys(MEASURES) as readonly CorrelationMeasure[];

/** r times the hypergeometric function F(1/2, 1/2; (n - 2)/2; 1 - r^2). */
const olkinPratt = (r: number, n: number): number =>
  r === 0 ? 0 : r * (r * r < 0.5 ? byIntegral(n, r * r) : bySeries((n - 2) / 2, 1 - r * r));

function bySeries(c: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; term > 1e-17 * sum; k++) {
    term *= ((0.5 + k) ** 2 / ((c + k) * (k + 1))) * x;
    sum += term;
  }
  return sum;
}

/** Euler's integral of the same function at 1 - y, over an angle, with panels that shrink towards its peak of width sqrt(y). */
function byIntegral(n: number, y: number): number {
  let top = 0;
  let bottom = 0;
  let left = 0;
  for (let right = Math.sqrt(y) / 8; left < Math.PI / 2; left = right, right *= 1.5) {
    right = Math.min(right, Math.PI / 2);
    for (const { x, weight } of NODES) {
      const angle = left + ((right - left) * (1 + x)) / 2;
      const sine = Math.sin(angle) ** 2;
      const share = weight * (right - left) * sine ** ((n - 4) / 2);
      bottom += share;
      top += share / Math.sqrt(sine + y * (1 - sine));
    }
  }
  return top / bottom;
}

/**
 * Effect from a correlation of n pairs.
 *
 * @refuses invalid/correlation outside -1 to 1; invalid/sample-size below 4, or 3 for COR; not-applicable/no-finite-effect,
 *   as with Fisher's z of a correlation of exactly 1
 * @source olkin-pratt-1958
 */
export function correlationEffect(measure: CorrelationMeasure, r: number, n: number): Result<Effect> {
  if (!(Math.abs(r) <= 1)) return refuse("invalid", "correlation");
  if (!(n >= (measure === "COR" ? 3 : 4) && n < Infinity)) return refuse("invalid", "sample-size");
  return finiteEffect(MEASURES[measure](r, n));
}
