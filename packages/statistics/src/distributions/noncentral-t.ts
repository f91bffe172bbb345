import { logBeta } from "../numerics/gamma-function.ts";
import { gaussLegendre } from "../numerics/quadrature.ts";
import { logComplement, type Tails } from "../numerics/tails.ts";
import { logSum } from "./discrete.ts";
import { type Distribution, distributionOf, requirePositive } from "./distribution.ts";
import { gamma } from "./gamma.ts";
import { normal } from "./normal.ts";
import { solveTail } from "./solve-tail.ts";
import { studentT } from "./student-t.ts";

const NODES = gaussLegendre(32);
const PANELS = 24;

/**
 * The noncentral t distribution, by integrating the normal over the distribution of the standard deviation: every term is
 * positive, so both tails keep their digits where alternating series lose them.
 *
 * @param df degrees of freedom, above 0
 * @param ncp noncentrality, finite
 * @throws RangeError when a parameter is outside its range; from the functions when x is NaN or p not strictly between 0 and 1
 * @source lenth-1989
 */
export function noncentralT(df: number, ncp: number): Distribution {
  requirePositive("df", df);
  if (!Number.isFinite(ncp)) throw new RangeError(`ncp must be finite, got ${ncp}`);
  if (ncp === 0) return studentT(df);
  const integrate = integratorOf(df);
  const tails = (t: number): Tails => {
    const logLower = integrate((s) => normal.tails(t * s - ncp).logLower);
    if (logLower < -Math.LN2)
      return { lower: Math.exp(logLower), upper: -Math.expm1(logLower), logLower, logUpper: logComplement(logLower) };
    const logUpper = integrate((s) => normal.tails(t * s - ncp).logUpper);
    return { lower: -Math.expm1(logUpper), upper: Math.exp(logUpper), logLower: logComplement(logUpper), logUpper };
  };
  return distributionOf({
    logDensity: (t) => (t === 0 ? centreLogDensity(df, ncp) : integrate((s) => Math.log(s) + normal.logDensity(t * s - ncp))),
    tails,
    quantile: (lower, upper) => solveTail({ tails, lower, upper, start: ncp, width: 1 + Math.abs(ncp) / Math.sqrt(df) }),
  });
}

const centreLogDensity = (df: number, ncp: number): number => -logBeta(0.5, df / 2) - Math.log(df) / 2 - (ncp * ncp) / 2;

/** log of the mean of exp(f(S)) with S = sqrt(chi-square / df), over panels that grow with the mass of both factors. */
function integratorOf(df: number): (f: (s: number) => number) => number {
  const square = gamma(df / 2, df / 2);
  const logMass = (u: number) => square.logDensity(Math.exp(2 * u)) + 2 * u + Math.LN2; // density of u = log S
  return (f) => {
    const term = (u: number) => logMass(u) + f(Math.exp(u));
    const [low, high] = bulkOf(term, 1 / Math.sqrt(df));
    const width = (high - low) / PANELS;
    const logs: number[] = [];
    for (let panel = 0; panel < PANELS; panel++) {
      for (const { x, weight } of NODES) logs.push(term(low + width * (panel + (1 + x) / 2)) + Math.log((weight * width) / 2));
    }
    return logSum(logs);
  };
}

/** The interval outside which a term has fallen by e^-42 from its highest point. */
function bulkOf(term: (u: number) => number, scale: number): readonly [number, number] {
  let best = 0;
  for (let step = 32 * scale; step > scale / 64; step /= 2) {
    while (term(best + step) > term(best)) best += step;
    while (term(best - step) > term(best)) best -= step;
  }
  const floor = term(best) - 42;
  const edge = (direction: 1 | -1): number => {
    let distance = scale / 4;
    while (term(best + direction * distance) > floor && distance < 1e4) distance *= 1.3;
    return best + direction * distance;
  };
  return [edge(-1), edge(1)];
}
