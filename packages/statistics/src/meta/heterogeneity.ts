import { chiSquare } from "../distributions/gamma.ts";
import type { Studies } from "./studies.ts";
import type { Tau2Method } from "./tau2.ts";
import { coefficients, fitAt, tracesOf } from "./weighted-fit.ts";

export interface CochranQ {
  readonly q: number;
  readonly df: number;
  readonly p: number;
}

/** I2 in percent, 0 to 100, and H2, at least 1 with tau2-based methods. */
export interface Inconsistency {
  readonly i2: number;
  readonly h2: number;
}

/** Cochran's Q test of (residual) heterogeneity; undefined when a variance is zero. @source cochran-1954a */
export function cochranQ(studies: Studies, fit = fitAt(studies, 0)): CochranQ | undefined {
  if (!fit) return undefined;
  const df = studies.y.length - coefficients(studies);
  return df === 0 ? { q: 0, df, p: 1 } : { q: fit.rss, df, p: chiSquare(df).upper(fit.rss) };
}

/** The sampling variance of a typical study: (k - p) / tr P. @source higgins-thompson-2002 */
export function typicalVariance(studies: Studies, fit = fitAt(studies, 0)): number | undefined {
  const df = studies.y.length - coefficients(studies);
  return fit && df > 0 ? df / tracesOf(studies, fit).trP : undefined;
}

/** Share of the variance that lies between studies, from tau2; from Q in the equal-effects model. @source higgins-thompson-2002 */
export function inconsistency(studies: Studies, tau2: number, method: Tau2Method, fit = fitAt(studies, 0)): Inconsistency | undefined {
  if (studies.y.length === coefficients(studies)) return { i2: 0, h2: 1 };
  if (method === "EE") {
    const q = cochranQ(studies, fit);
    return q && { i2: 100 * Math.max(0, 1 - q.df / q.q), h2: q.q / q.df };
  }
  const typical = typicalVariance(studies, fit);
  return typical === undefined ? undefined : inconsistencyAt(tau2, typical);
}

export const inconsistencyAt = (tau2: number, typical: number): Inconsistency => ({
  i2: (100 * tau2) / (tau2 + typical),
  h2: tau2 / typical + 1,
});
