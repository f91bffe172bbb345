import { gaussLegendre } from "../numerics/quadrature.ts";

const NODES = gaussLegendre(16);

/**
 * P(sum of weight_j chi-square_1 > q) for positive weights, by Imhof's inversion of the characteristic function.
 *
 * @param weights positive
 * @param q at or above 0
 * @returns the upper tail, to about 1e-10 absolute
 * @source imhof-1961
 */
export function weightedChiSquareTail(weights: readonly number[], q: number): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = weights.filter((weight) => weight > mean * 1e-14).map((weight) => weight / mean);
  const at = q / mean;
  const integrand = (u: number): number => {
    let angle = -at * u;
    let logSize = Math.log(u);
    for (const weight of scaled) {
      angle += Math.atan(weight * u);
      logSize += Math.log1p((weight * u) ** 2) / 4;
    }
    return Math.sin(angle / 2) * Math.exp(-logSize);
  };
  const tail = 0.5 + integrateOscillating(integrand, at) / Math.PI;
  return Math.min(1, Math.max(0, tail));
}

/** Sum over half periods of the tail oscillation; the alternating sums are averaged to their limit. */
function integrateOscillating(f: (u: number) => number, at: number): number {
  const width = (2 * Math.PI) / Math.max(at, 1);
  let total = 0;
  const recent: number[] = [];
  for (let n = 0; n < 4000; n++) {
    const piece = panel(f, n * width, (n + 1) * width);
    total += piece;
    recent.push(total);
    if (recent.length > 20) recent.shift();
    if (n > 20 && Math.abs(piece) < 1e-13) return total;
  }
  return averaged(recent);
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
