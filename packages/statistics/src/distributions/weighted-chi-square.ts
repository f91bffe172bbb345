import { gaussLegendre } from "../numerics/quadrature.ts";
import { requireNumber } from "./distribution.ts";
import { chiSquare } from "./gamma.ts";

const NODES = gaussLegendre(16);

/**
 * P(sum of weight_j chi-square_1 > q) for positive weights, by Imhof's inversion of the characteristic function.
 *
 * @param weights positive
 * @param q at or above 0
 * @returns the upper tail, to about 1e-10 absolute
 * @throws RangeError when a weight is not positive and finite, or q is NaN
 * @source imhof-1961, laurent-massart-2000
 */
export function weightedChiSquareTail(weights: readonly number[], q: number): number {
  if (weights.length === 0 || !weights.every((weight) => weight > 0 && weight < Infinity)) throw new RangeError("weights must be positive");
  requireNumber(q);
  const largest = Math.max(...weights);
  const scaled = weights.filter((weight) => weight > largest * 1e-14).map((weight) => weight / largest);
  const at = q / largest;
  if (scaled.every((weight) => weight > 1 - 1e-12)) return chiSquare(scaled.length).upper(at);
  const sum = scaled.reduce((total, weight) => total + weight, 0);
  const root = Math.sqrt(scaled.reduce((total, weight) => total + weight * weight, 0) * NOTHING);
  if (at > sum + 2 * root + 2 * NOTHING) return 0;
  if (at < sum - 2 * root) return 1;
  const tail = 0.5 + integrateOscillating((u) => integrand(scaled, at, u), at) / Math.PI;
  return Math.min(1, Math.max(0, tail));
}

/** Laurent and Massart: both tails beyond 2 sqrt(x sum w^2) (and 2 x max w above) are below e^-x. */
const NOTHING = 30;

function integrand(weights: readonly number[], at: number, u: number): number {
  let angle = -at * u;
  let logSize = Math.log(u);
  for (const weight of weights) {
    angle += Math.atan(weight * u);
    logSize += Math.log1p((weight * u) ** 2) / 4;
  }
  return Math.sin(angle / 2) * Math.exp(-logSize);
}

/** Sum over half periods of the tail oscillation; the alternating sums are averaged to their limit. */
function integrateOscillating(f: (u: number) => number, at: number): number {
  const width = (2 * Math.PI) / Math.max(at, 1);
  let total = 0;
  let limit = Number.NaN;
  const recent: number[] = [];
  for (let n = 0; n < 4000; n++) {
    total += panel(f, n * width, (n + 1) * width);
    recent.push(total);
    if (recent.length > 16) recent.shift();
    if (n < 32 || n % 8 > 0) continue;
    const next = averaged(recent);
    if (Math.abs(next - limit) < 1e-12) return next;
    limit = next;
  }
  return limit;
}

function panel(f: (u: number) => number, low: number, high: number): number {
  let sum = 0;
  const parts = low === 0 ? 8 : 2;
  const width = (high - low) / parts;
  for (let part = 0; part < parts; part++) {
    for (const { x, weight } of NODES) sum += (weight * width * f(low + width * (part + (1 + x) / 2))) / 2;
  }
  return sum;
}

/** Repeated means of neighbouring partial sums of an alternating series (Euler's transformation). */
function averaged(sums: readonly number[]): number {
  let row = [...sums];
  while (row.length > 1) row = row.slice(1).map((value, i) => (value + row[i]!) / 2);
  return row[0]!;
}
